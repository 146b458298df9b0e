"""What happened in a life: told, corrected by a further row, taken back with a reason."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import policy
from rangkul.journey.pictures.models import LifeEvent
from rangkul.journey.pictures.states import Exactness


@action("life_event.recorded", may=policy.may_draw)
def record_life_event(
    *, by: Asker, case: Case, words: str, happened_on: date, exactness: str, source: str, source_date: date
) -> Done:
    """Something that happened, as far as its day is known. Said again in the same words, it is not written again."""
    case = lock_open(case)
    said = _checked(case, words, happened_on, exactness, source, source_date)
    if (known := _known(case, said)) is not None:
        return about(case, known, silent=True)
    row = _write(by, case, said)
    return about(case, row, exactness=row.exactness)


@action("life_event.corrected", may=policy.may_draw)
def correct_life_event(
    *,
    by: Asker,
    case: Case,
    event: LifeEvent,
    reason: str,
    words: str,
    happened_on: date,
    exactness: str,
    source: str,
    source_date: date,
) -> Done:
    """It was noted wrongly, or is known better now: a further row takes its place, the earlier one stays readable."""
    case = lock_open(case)
    reason = filled(reason, _("Tulis apa yang dikoreksi."), "reason")
    last = _standing(case, event)
    said = _checked(case, words, happened_on, exactness, source, source_date)
    row = _write(by, case, said, corrects=last, correction_reason=reason)
    return about(case, row, exactness=row.exactness, corrects=last.pk)


@action("life_event.taken_back", may=policy.may_draw)
def take_back_life_event(*, by: Asker, case: Case, event: LifeEvent, because: str) -> Done:
    """It was not so, or whoever told it wants it off the picture: the row stays, with its reason, below the picture."""
    case = lock_open(case)
    event.ended_because = filled(because, _("Tulis mengapa peristiwa ini ditarik kembali."), "because")
    event.ended_on, event.ended_by_id = today(case.region_code), by.staff_id
    values = {"ended_on": event.ended_on, "ended_by": by.staff_id, "ended_because": event.__dict__["ended_because"]}
    standing = LifeEvent.objects.filter(pk=event.pk, case=case, ended_on__isnull=True, corrections__isnull=True)
    # The filter looks at corrections, which an UPDATE cannot join: the row is found first, the case is locked.
    first = standing.exists() and LifeEvent.objects.filter(pk=event.pk).update(**values)
    return about(case, event, exactness=event.exactness, silent=not first)


def _standing(case: Case, event: LifeEvent) -> LifeEvent:
    last = LifeEvent.objects.filter(pk=event.pk, case=case, ended_on__isnull=True, corrections__isnull=True).first()
    if last is None:
        raise Refused(_("Peristiwa ini sudah dikoreksi atau ditarik kembali. Muat ulang halamannya."), code="corrected")
    return last


def _checked(
    case: Case, words: str, happened_on: date, exactness: str, source: str, source_date: date
) -> dict[str, object]:
    not_ahead(source_date, "source_date", case.region_code)
    exactness = Exactness(exactness)
    happened_on = rounded(happened_on, exactness)
    not_ahead(happened_on, "year", case.region_code)
    words = filled(" ".join(words.split()), _("Tulis apa yang terjadi."), "words")
    return {
        "words": words, "happened_on": happened_on, "exactness": exactness, "source": source,
        "source_date": source_date,
    }  # fmt: skip


def rounded(day: date, exactness: str) -> date:
    """The first day of what was told: nothing is kept that nobody said."""
    if exactness == Exactness.DAY:
        return day
    return day.replace(day=1) if exactness == Exactness.MONTH else day.replace(month=1, day=1)


def _write(by: Asker, case: Case, said: dict[str, object], **more: object) -> LifeEvent:
    return LifeEvent.objects.create(case=case, key=case.key, recorded_by_id=by.staff_id, **said, **more)


def _known(case: Case, said: dict[str, object]) -> LifeEvent | None:
    same = {name: said[name] for name in ("happened_on", "exactness", "source", "source_date")}
    rows = LifeEvent.objects.filter(case=case, ended_on__isnull=True, corrections__isnull=True, **same)
    return next((row for row in rows.select_related("key") if row.words == said["words"]), None)
