"""What somebody needs from neighbours: written in codes, settled with an outcome."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people.models import HouseholdMember, Person
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.actions import settle_between
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers import policy, queries
from rangkul.support.volunteers.actions.rows import held, known_aid, near_enough, of_need
from rangkul.support.volunteers.models import Need, NeedFile
from rangkul.support.volunteers.states import BROUGHT, NEED, MatchState, Outcome, Present

LONGEST = timedelta(days=31)
_CHILD, _OLDER = 18, 60


@dataclass(frozen=True)
class NeedDraft:
    kind: str
    region_code: str
    from_day: date
    until_day: date
    time: str
    child_there: str
    older_there: str
    language: str = ""


@action("aid.noted", may=policy.may_note)
def note_need(*, by: Asker, given: NeedDraft, case: Case | None = None, request: Request | None = None) -> Done:
    """From a case, or from a request that is none. Nothing that is typed goes along."""
    file = case or request
    if file is None or not file.is_open:
        raise Refused(_("Berkasnya sudah selesai. Buka lagi lebih dulu."), code="closed")
    known_aid([given.kind], "kind")
    near_enough(given.region_code)
    _days(given)
    _present(given, _ages(case, request))
    row = Need(key=DataKey.make(), agency_id=file.agency_id, owner_id=by.staff_id, **asdict(given))
    row.save(force_insert=True)
    NeedFile(need=row, case=case, request=request).save(force_insert=True)
    return of_need(row, kind=row.kind)


def _days(given: NeedDraft) -> None:
    days.not_over(given.from_day, "from_day", given.region_code)
    if given.until_day < given.from_day:
        raise Refused(_("Hari terakhir tidak bisa sebelum hari pertama."), field="until_day")
    if given.until_day - given.from_day > LONGEST:
        raise Refused(_("Paling lama 31 hari. Yang lebih lama dicatat lagi sesudahnya."), field="until_day")


def _ages(case: Case | None, request: Request | None) -> list[int]:
    """Of everybody whom the file names and who lives with its client, as far as they are known."""
    asked = request or Request.objects.filter(cases=case).first()
    born = _there(case, request).exclude(birth_date=None).values_list("birth_date", flat=True)
    return [*(days.age_on(one, days.today()) for one in born), *(asked.ages if asked else [])]


def _there(case: Case | None, request: Request | None) -> QuerySet[Person]:
    person_id = (case or request).person_id if case or request else None
    homes = set(HouseholdMember.objects.filter(person=person_id, until=None).values_list("household", flat=True))
    named: set[UUID | None] = {person_id}
    if case is not None:
        homes.add(case.household_id)
        named |= set(case.people.filter(until=None).values_list("person", flat=True))
    together = HouseholdMember.objects.filter(household__in=homes, until=None).values("person")
    return Person.objects.filter(Q(pk__in=named) | Q(pk__in=together))


def _present(given: NeedDraft, ages: list[int]) -> None:
    """What the file knows cannot be ticked away."""
    if given.child_there == Present.NO and any(age < _CHILD for age in ages):
        raise Refused(_("Menurut berkasnya ada anak di sana."), field="child_there", code="child")
    if given.older_there == Present.NO and any(age >= _OLDER for age in ages):
        raise Refused(_("Menurut berkasnya ada lansia di sana."), field="older_there", code="older")


@action("aid.settled", may=policy.may_see_to)
def settle(*, by: Asker, need: Need, outcome: str) -> Done:
    """That it helped is said only where somebody came. Raises Refused while a volunteer is on the way."""
    row = held(need)
    if queries.running(row) is not None:
        raise Refused(_("Catat dulu apakah relawannya datang, atau batalkan."), code="running")
    if outcome in BROUGHT and not row.matches.filter(state=MatchState.CAME).exists():
        raise Refused(_("Belum ada relawan yang datang."), field="outcome", code="nobody_came")
    NEED.step(row, "settle")
    row.outcome, row.settled_at = Outcome(outcome), clock.now()
    row.save(update_fields=["state", "outcome", "settled_at"])
    settle_between([row.owner_id])
    return of_need(row, outcome=outcome)
