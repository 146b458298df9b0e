"""What of a person's copy of their data comes from instruments: what was answered and counted, and what was offered to
them to be answered alone, whether or not they did."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.days import today
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import Administration, Offer
from rangkul.journey.instruments.sheet import lines
from rangkul.journey.instruments.states import NO_DIAGNOSIS, OfferState


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


def copy_of_offers(whose: Whose) -> Iterator[Section]:
    rows = Offer.objects.filter(person_id__in=whose.person_ids).select_related("key", "case", "version__instrument")
    found = list(rows.defer("version__source", "version__xform", "version__rules").order_by("made_at", "id"))
    if found:
        yield Section(_("Ditawarkan untuk Anda jawab sendiri"), tuple(_offered(row) for row in found))


def _offered(row: Offer) -> tuple[str, str]:
    state = row.state_on(today(row.case.region_code))
    said = _("ditawarkan %(day)s, bisa dijawab sampai %(until)s, %(state)s") % {
        "day": f"{clock.local(row.made_at, row.case.region_code):%d-%m-%Y}",
        "until": f"{row.until:%d-%m-%Y}",
        "state": OfferState(state).label,
    }
    if row.alone_because:
        said = f"{said}. " + _("Alasan petugas: %(why)s") % {"why": row.alone_because}
    return row.version.instrument.name, said
