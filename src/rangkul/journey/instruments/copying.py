"""What of a person's copy of their data comes from instruments: what they were asked, what was answered and counted."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rangkul.commons.trust.hooks import Section, Whose
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import Administration
from rangkul.journey.instruments.sheet import lines
from rangkul.journey.instruments.states import NO_DIAGNOSIS


def copy_of_answers(whose: Whose) -> Iterator[Section]:
    rows = Administration.objects.filter(person_id__in=whose.person_ids, wrong_at=None)
    for row in rows.select_related("key", "version__instrument").defer("version__source").order_by("answered_on"):
        yield Section(
            _("%(instrument)s, %(day)s")
            % {"instrument": row.version.instrument.name, "day": f"{row.answered_on:%d-%m-%Y}"},
            tuple(_rows(row)),
        )


def _rows(row: Administration) -> Iterator[tuple[str, str]]:
    yield _("Catatan"), str(NO_DIAGNOSIS)
    language = get_language() or "id"
    scored = reading.score_of(row)
    if scored is not None and scored.band:
        yield _("Hasil"), scored.band.words.said(language)
    answer = reading.answer_of(row)
    if answer is not None:
        who = f" ({row.answered_by_words})" if row.answered_by_words else ""
        yield _("Dijawab oleh"), f"{row.get_answered_by_display()}{who}"
        for line in lines(reading.form_of(row.version), answer, language):
            if line.said:
                yield line.label, line.said
