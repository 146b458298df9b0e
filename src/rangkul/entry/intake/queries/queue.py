"""The queue of a unit: what must be answered, the most urgent first, a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet, TextChoices

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.ready import ready
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.states import CLOSED, OPEN, Level, State, Via

PAGE = 40
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
# What one view of the queue holds; "open" is the to-do list itself.
VIEWS: dict[str, tuple[str, ...]] = {
    "open": OPEN,
    "new": (State.NEW,),
    "info": (State.INFO_ASKED,),
    "wait": (State.WAITLISTED,),
    "referred": (State.REFERRED,),
    "closed": CLOSED,
}
# Only what a row of the list shows; the narrative stays where it is.
_ROW = (
    "id", "key__wrapped", "ticket", "unit", "owner__called_name", "owner__full_name", "via", "state", "level",
    "due_at", "fields", "place", "gist", "against", "received_at", "closed_at", "locked_at",
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the reader filters by. `after` is the place after which the page begins: (due, id) of a row."""

    view: str = "open"
    level: str = ""
    via: str = ""
    mine: bool = False
    after: tuple[datetime, UUID] | None = None


@dataclass
class Page:
    rows: list[Request]
    counts: dict[str, int] = field(default_factory=dict)
    # The key of the last row where there are more.
    more: tuple[datetime, UUID] | None = None


def queue(asker: Asker, wanted: Wanted | None = None, limit: int = PAGE) -> Page:
    """One page of the asker's unit, keyset by (due, id). Closed requests come latest first."""
    wanted = wanted or Wanted()
    due, last = wanted.after or (NEVER, UUID(int=0))
    view = wanted.view if wanted.view in VIEWS else "open"
    filters = {"level": _one_of(Level, wanted.level), "via": _one_of(Via, wanted.via), "mine": wanted.mine}
    shape = {"view": view, "beyond": bool(wanted.after), "limit": limit + 1, **filters}
    found = _rows(asker.unit_id, asker.staff_id, due, last, **shape)
    more = found[limit - 1] if len(found) > limit else None
    return Page(found[:limit], counts(asker), (more.due_at, more.pk) if more else None)


def _one_of(choices: type[TextChoices], value: str) -> str:
    """What nobody offered filters nothing."""
    return value if value in choices.values else ""


@ready
def _rows(
    unit_id: UUID,
    staff_id: UUID,
    due: datetime,
    last: UUID,
    *,
    view: str,
    level: str,
    via: str,
    mine: bool,
    beyond: bool,
    limit: int,
) -> QuerySet[Request]:
    rows = Request.objects.that_came_in().filter(unit_id=unit_id, state__in=VIEWS[view])
    newest_first = view == "closed"
    if level:
        rows = rows.filter(level=level)
    if via:
        rows = rows.filter(via=via)
    if mine:
        rows = rows.filter(owner_id=staff_id)
    if beyond:
        rows = rows.filter(_beyond(due, last, newest_first))
    order = ("-due_at", "-id") if newest_first else ("due_at", "id")
    return rows.select_related("key", "owner").only(*_ROW).order_by(*order)[:limit]


def _beyond(due: datetime, pk: UUID, newest_first: bool) -> Q:
    if newest_first:
        return Q(due_at__lt=due) | Q(due_at=due, pk__lt=pk)
    return Q(due_at__gt=due) | Q(due_at=due, pk__gt=pk)


def counts(asker: Asker) -> dict[str, int]:
    """How many open requests the unit has in each view, how many are the asker's and how many are late."""
    told = dict.fromkeys((*VIEWS, "mine", "late"), 0)
    views = {State.NEW: "new", State.INFO_ASKED: "info", State.WAITLISTED: "wait", State.REFERRED: "referred"}
    for state, number, mine, late in _by_state(asker.unit_id, asker.staff_id, now()):
        told[views[state]] += number
        told["open"] += number
        told["mine"] += mine
        told["late"] += late
    return told


@ready
def _by_state(unit_id: UUID, staff_id: UUID, moment: datetime) -> QuerySet:
    rows = Request.objects.filter(unit_id=unit_id, state__in=OPEN)
    return rows.values_list("state").annotate(
        n=Count("id"),
        mine=Count("id", filter=Q(owner_id=staff_id)),
        late=Count("id", filter=Q(due_at__lt=moment)),
    )


@dataclass(frozen=True)
class Risen:
    """A request that somebody was told of: why (`Told`), since when, and the row as the queue shows it."""

    row: Request
    why: str
    told_at: datetime


def risen_to(asker: Asker, limit: int = 20) -> list[Risen]:
    """What the asker was told of and nobody has acknowledged yet, the longest ago first. One line a request."""
    risen: dict[UUID, Risen] = {}
    for one in _told_rows(asker.staff_id, limit=limit * 2):
        before = risen.get(one.request_id)
        # What ran out since says more than that it is red; since when is since the first word of it.
        risen[one.request_id] = Risen(one.request, one.why, before.told_at if before else one.told_at)
    return list(risen.values())[:limit]


@ready
def _told_rows(staff_id: UUID, *, limit: int) -> QuerySet[Escalation]:
    told = Escalation.objects.filter(told_id=staff_id, acknowledged_at__isnull=True, request__state__in=OPEN)
    names = [f"request__{name}" for name in _ROW]
    rows = told.select_related("request__key", "request__owner").only("why", "told_at", "due_at", *names)
    return rows.order_by("told_at")[:limit]


@dataclass(frozen=True)
class Left:
    """A request without anybody above who may be told: its number and unit are all that an admin learns."""

    ticket: str
    unit: str
    level: str
    since: datetime


def left_to_me() -> list[Left]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ticket, unit, level, since FROM intake_left_to_me()")
        return [Left(f"{ticket[:4]}-{ticket[4:]}", *more) for ticket, *more in cursor.fetchall()]


@dataclass(frozen=True)
class ToldOf:
    """`waiting`: how many requests wait for the asker's word; `left`: those without anybody who may be told."""

    waiting: int
    left: list[Left]


def told(asker: Asker) -> ToldOf:
    rows = Escalation.objects.filter(told_id=asker.staff_id, acknowledged_at__isnull=True, request__state__in=OPEN)
    return ToldOf(rows.values("request_id").distinct().count(), left_to_me() if asker.has("admin") else [])


def due_today(asker: Asker, limit: int = 7) -> list[Request]:
    """The first things of the asker's own, for a desk."""
    rows = Request.objects.filter(owner_id=asker.staff_id, state__in=OPEN).select_related("key", "owner")
    return list(rows.only(*_ROW).order_by("due_at", "id")[:limit])


def by_ids(ids: Iterable[UUID]) -> dict[UUID, Request]:
    return Request.objects.select_related("key", "owner").in_bulk(list(ids))
