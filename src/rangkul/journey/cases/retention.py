"""How long the file of an ended case is kept, and what happens then: a person decides, nothing is erased by itself.

No law names a time for case files, so these are the agency's (reference A.4): five years after the end; the file of a
child until their 25th birthday, and ten years at the least.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person
from rangkul.commons.trust.actions import ask_after_keeping
from rangkul.commons.trust.actions.rights import ASKED_AGAIN_AFTER
from rangkul.commons.trust.models import Erasure, RightsRequest
from rangkul.commons.trust.states import WAITING, Right
from rangkul.entry.intake.states import ClientKind
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
    """Ask the data officer about every person whose last file was kept long enough, and about every such file of a
    household, group or community: that file alone is erased, the people in it stay registered. Returns how many are
    asked about."""
    rows = (_files_of_persons() | _files_of_several()).select_related("case").order_by("keep_until", "id")[:AT_ONCE]
    for row in rows:
        case = row.case
        ask_after_keeping(
            by=by, person_id=case.person_id, file=("case", case.pk), agency_id=case.agency_id, text=_words(case)
        )
    return len(rows)


def _words(case: Case) -> str:
    said = _("Masa simpan berkas {number} sudah habis. Putuskan: hapus datanya, atau simpan dengan dasar hukum.")
    if case.client_kind != ClientKind.PERSON:
        said = _(
            "Masa simpan berkas {number} milik {whose} sudah habis. Putuskan: hapus isi berkas ini, atau simpan dengan"
            " dasar hukum. Orang-orang di dalamnya tetap terdaftar."
        )
    return said.format(number=case.number, whose=case.get_client_kind_display().lower())


def _files_of_persons() -> QuerySet[Termination]:
    """Without those of whom it was asked, or who were erased."""
    wishes = RightsRequest.objects.filter(person_id=OuterRef("case__person_id"))
    gone = Erasure.objects.filter(person_id=OuterRef("case__person_id"))
    return _kept_long_enough("person_id", wishes).filter(case__person_id__isnull=False).exclude(Exists(gone))


def _files_of_several() -> QuerySet[Termination]:
    """A group or community is no row of its own: each of its files is asked about by itself."""
    wishes = RightsRequest.objects.filter(subject_kind="case", subject_id=OuterRef("case_id"))
    return _kept_long_enough("household_id", wishes).filter(case__person_id=None)


def _kept_long_enough(client: str, wishes: QuerySet[RightsRequest]) -> QuerySet[Termination]:
    """Files whose time is over, where the same client has no other that runs or is still to be kept. `client`: the
    column of the case that names whose it is; `wishes`: what was asked about them before."""
    same, mine = f"case__{client}", OuterRef(f"case__{client}")
    wishes = wishes.filter(right=Right.RETENTION)
    lately = wishes.filter(asked_at__gt=clock.now() - ASKED_AGAIN_AFTER) | wishes.filter(state__in=WAITING)
    later = Termination.objects.filter(**{same: mine}, reopened_at=None, keep_until__gte=days.today())
    running = Case.objects.filter(**{client: mine}, state=CaseState.OPEN)
    rows = Termination.objects.filter(reopened_at=None, keep_until__lt=days.today())
    return rows.exclude(Exists(lately)).exclude(Exists(later)).exclude(Exists(running))


def kept_for_longer(person_id: UUID) -> Iterator[str]:
    """What of this registration is still to be kept, in words: asked before an erasure that only time calls for."""
    rows = Termination.objects.filter(case__person_id=person_id, reopened_at=None, keep_until__gte=days.today())
    for number, until in rows.values_list("case__number", "keep_until").order_by("keep_until"):
        told = {"numbers": number, "until": f"{until:%d-%m-%Y}"}
        yield _("Masih disimpan menurut masa simpannya: %(numbers)s, sampai %(until)s.") % told
