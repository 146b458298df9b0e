"""Who takes part in a case: the map by sectors, who is known and could be asked, and how far everybody takes part.

The index of participation is three counts of facts, each with what it was counted from. They are never added up, and
nobody is counted by name: a number does not say that the help was good, and a map is no ranking.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkul.base.days import today
from rangkul.journey.cases import hooks
from rangkul.journey.cases.hooks import Offer
from rangkul.journey.cases.models import Case, CasePerson, Partner, Task
from rangkul.journey.cases.states import WITHOUT_CLIENT, CaseRole, Sector, TaskKind, TaskOwner, TaskState

NEAR = "person"
_MOST_FOUND = 20


@dataclass(frozen=True)
class Side:
    """One sector with who takes part from it and what they promised; rows from before sectors were asked have none."""

    label: str
    partners: list[tuple[Partner, list[Task]]]


@dataclass(frozen=True)
class Promises:
    """What one side promised, without duties and aftercare: `late` are open after their day."""

    label: str
    agreed: int
    done: int
    late: int


@dataclass(frozen=True)
class Participation:
    """`sectors`: of the four, those from which somebody takes part. `with_client`: of `contacts`, those at which the
    client was present."""

    sectors: list[str]
    promises: list[Promises]
    contacts: int
    with_client: int


@dataclass(frozen=True)
class ToldPartner:
    """Who takes part, as the client reads it."""

    id: UUID
    sector: str
    name: str
    part: str


def sides(promised: QuerySet[Task], partners: Iterable[Partner]) -> list[Side]:
    """`promised`: tasks of the case, of which those of partners stand with them."""
    tasks = defaultdict(list)
    for task in promised.exclude(partner=None).select_related("key", "owner").order_by("due", "id"):
        tasks[task.partner_id].append(task)
    found = defaultdict(list)
    for partner in partners:
        found[partner.sector].append((partner, tasks[partner.pk]))
    unknown = [Side(_("Pihaknya belum dipilih"), found[""])] if found[""] else []
    return [*(Side(str(sector.label), found[sector.value]) for sector in Sector), *unknown]


def participation(case: Case, partners: Iterable[Partner]) -> Participation:
    """Two statements, however much there is."""
    present = {partner.sector for partner in partners}
    channels = list(case.activities.values_list("channel", flat=True))
    return Participation(
        sectors=[str(sector.label) for sector in Sector if sector.value in present],
        promises=list(_promises(case)),
        contacts=len(channels),
        with_client=sum(channel not in WITHOUT_CLIENT for channel in channels),
    )


def _promises(case: Case) -> Iterator[Promises]:
    agreed, done, late = Counter[str](), Counter[str](), Counter[str]()
    day = today(case.region_code)
    for owner, state, due in case.tasks.filter(kind=TaskKind.TASK).values_list("owner_kind", "state", "due"):
        agreed[owner] += 1
        done[owner] += state == TaskState.DONE
        late[owner] += state == TaskState.OPEN and due < day
    for owner in (TaskOwner.CLIENT, TaskOwner.PARTNER, TaskOwner.STAFF):
        yield Promises(str(owner.label), agreed[owner], done[owner], late[owner])


def known_partners(case: Case, partners: Iterable[Partner], asked: str = "") -> list[Offer]:
    """Who could be asked and is not on the map: whom the record knows, or with `asked` whom the lists of services and
    of the neighbourhood find by that name."""
    there = {row.near_id or row.source_id for row in partners} | {str(row).casefold() for row in partners}
    found = _listed(case, asked) if asked else _recorded(case)
    new = [one for one in found if not {one.id, one.name.casefold()} & there]
    # The same organisation may stand in several lists under one name.
    return list({one.name.casefold(): one for one in reversed(new)}.values())[::-1]


def _recorded(case: Case) -> Iterator[Offer]:
    for row in case.people.filter(until=None).exclude(role=CaseRole.CLIENT).select_related("key", "person"):
        yield Offer(NEAR, row.pk, row.person.full_name, _sector_of(row), row.relation)
    for tell in hooks.known_partners:
        yield from tell(case)


def _sector_of(row: CasePerson) -> str:
    return Sector.FAMILY if row.role in (CaseRole.MEMBER, CaseRole.CAREGIVER) else ""


def _listed(case: Case, asked: str) -> Iterable[Offer]:
    """Organisations and groups; a private person stands in no list that this one copies from."""
    if not apps.is_installed("rangkul.commons.directory"):
        return ()
    from rangkul.commons.directory.queries import organizations_called

    return [
        Offer(one.source, one.id, one.name, Sector.GOVERNMENT if one.is_state else "", one.offers[:200])
        for one in organizations_called(asked, agency_id=case.agency_id, most=_MOST_FOUND)
    ]


def partners_told(case: Case) -> list[ToldPartner]:
    """Who takes part, for the client's own ticket; nobody for any other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, sector, name, part FROM cases_partners_told(%s)", [case.pk])
        return [ToldPartner(*row) for row in cursor.fetchall()]
