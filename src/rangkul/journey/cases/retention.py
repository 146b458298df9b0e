"""How long the file of an ended case is kept, and what happens then: a person decides, nothing is erased by itself.

No law names a time for case files, so these are the agency's (reference A.4): five years after the end; the file of a
child until their 25th birthday, and ten years at the least.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person
from rangkul.commons.trust.actions import ask_after_keeping
from rangkul.commons.trust.actions.rights import ASKED_AGAIN_AFTER
from rangkul.commons.trust.models import Erasure, RightsRequest
from rangkul.commons.trust.states import WAITING, Right
from rangkul.journey.cases.models import Case, Termination
from rangkul.journey.cases.states import CaseState

YEARS, CHILD_YEARS, CHILD_UNTIL, ADULT = 5, 10, 25, 18
# So many are asked about in one night; what is left waits for the next.
AT_ONCE = 100


def keep_until(person: Person | None, ended: date) -> date:
    """The last day of keeping a file that ended on this day."""
    born = person.birth_date if person else None
    if born is None or ended >= years_after(born, ADULT):
        return years_after(ended, YEARS)
    return max(years_after(born, CHILD_UNTIL), years_after(ended, CHILD_YEARS))


def years_after(day: date, years: int) -> date:
    """The same day some years later; the last of February where that year has no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def ask_about_old_files(by: Asker) -> int:
    """Ask the data officer about every person whose last file was kept long enough. Returns how many are asked about.

    The files of a household, group or community name several people, and are erased with each of them."""
    rows = _kept_long_enough()
    text = _("Masa simpan berkas {number} sudah habis. Putuskan: hapus datanya, atau simpan dengan dasar hukum.")
    for row in rows:
        case = row.case
        ask_after_keeping(
            by=by, person_id=case.person_id, file=("case", case.pk), agency_id=case.agency_id,
            text=text.format(number=case.number),
        )  # fmt: skip
    return len(rows)


def _kept_long_enough() -> list[Termination]:
    """One for each file, the longest over first; without those of whom it was asked, or who were erased."""
    wishes = RightsRequest.objects.filter(person_id=OuterRef("case__person_id"), right=Right.RETENTION)
    lately = wishes.filter(asked_at__gt=clock.now() - ASKED_AGAIN_AFTER) | wishes.filter(state__in=WAITING)
    later = Termination.objects.filter(
        case__person_id=OuterRef("case__person_id"), reopened_at=None, keep_until__gte=days.today()
    )
    running = Case.objects.filter(person_id=OuterRef("case__person_id"), state=CaseState.OPEN)
    gone = Erasure.objects.filter(person_id=OuterRef("case__person_id"))
    rows = Termination.objects.filter(reopened_at=None, keep_until__lt=days.today(), case__person_id__isnull=False)
    rows = rows.exclude(Exists(lately)).exclude(Exists(later)).exclude(Exists(running)).exclude(Exists(gone))
    return list(rows.select_related("case").order_by("keep_until", "id")[:AT_ONCE])


def kept_for_longer(person_id: UUID) -> Iterator[str]:
    """What of this registration is still to be kept, in words: asked before an erasure that only time calls for."""
    rows = Termination.objects.filter(case__person_id=person_id, reopened_at=None, keep_until__gte=days.today())
    for number, until in rows.values_list("case__number", "keep_until").order_by("keep_until"):
        told = {"numbers": number, "until": f"{until:%d-%m-%Y}"}
        yield _("Masih disimpan menurut masa simpannya: %(numbers)s, sampai %(until)s.") % told
