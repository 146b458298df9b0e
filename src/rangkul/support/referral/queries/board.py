"""What waits, what is late, what needs its next step, for a worker or a unit; and how partners answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people.states import Role
from rangkul.support.referral import clocks
from rangkul.support.referral.models import Need, Referral, UnmetNeed
from rangkul.support.referral.states import ENDED, LIVING, UNANSWERED, NeedState, Outcome, State
from rangkul.support.referral.suppressing import ALL, hidden_together, with_totals

MOST = 200
# After so long a draft is one that somebody forgot.
FORGOTTEN = timedelta(days=3)
# A regency: whole enough for a table, small enough to plan by.
_PLACE = 5
_NAMES = ("case__person", "case__household", "request__person__key")


@dataclass
class Board:
    late: list[Referral] = field(default_factory=list)
    waiting: list[Referral] = field(default_factory=list)
    helping: list[Referral] = field(default_factory=list)
    stopping: list[Referral] = field(default_factory=list)
    locked: list[Referral] = field(default_factory=list)
    calls: list[Referral] = field(default_factory=list)
    drafts: list[Referral] = field(default_factory=list)
    # Needs for which nobody is asked any more; apart those whose last referral nobody answered until its day.
    next_step: list[Need] = field(default_factory=list)
    expired: list[Need] = field(default_factory=list)


def board(asker: Asker) -> Board:
    """Two statements, however much there is."""
    supervises = asker.has(Role.SUPERVISOR)
    now, found = clock.now(), Board()
    whose = Q(unit_id=asker.unit_id) if supervises else Q(owner_id=asker.staff_id)
    runs = Q(state__in=LIVING) | Q(stop_due_at__isnull=False, stopped_at__isnull=True)
    runs |= Q(state=State.DRAFT, need__state=NeedState.OPEN, made_at__lt=now - FORGOTTEN)
    rows = Referral.objects.filter(whose & runs).select_related("need", "owner", *_NAMES)
    for row in rows.order_by("due_at", "id")[:MOST]:
        _put(found, row, now)
    if supervises:
        mine = Q(case__unit_id=asker.unit_id) | Q(request__unit_id=asker.unit_id)
    else:
        mine = Q(case__worker_id=asker.staff_id) | Q(request__owner_id=asker.staff_id)
    tries = Referral.objects.filter(need=OuterRef("pk"))
    needs = Need.objects.filter(
        ~Exists(tries.filter(state__in=LIVING)), Exists(tries.filter(state__in=ENDED, sent_at__isnull=False)),
        mine, Q(case__state="open") | Q(case=None), state=NeedState.OPEN,
    )  # fmt: skip
    needs = needs.annotate(elsewhere=Exists(tries.filter(outcome=Outcome.ONWARD, later_outcome="")))
    last = tries.filter(state__in=ENDED, sent_at__isnull=False).order_by("-ended_at").values("state")[:1]
    rows = needs.annotate(last=Subquery(last)).select_related(*_NAMES)
    for need in rows.order_by("made_at")[:MOST]:
        (found.expired if need.last == State.EXPIRED else found.next_step).append(need)
    return found


def _put(found: Board, row: Referral, now: datetime) -> None:
    if row.is_draft:
        found.drafts.append(row)
        return
    if row.locked_at is not None:
        found.locked.append(row)
    if row.call_on is not None and row.is_living:
        found.calls.append(row)
    if row.waits_for_stop:
        found.stopping.append(row)
    elif row.due_at < now:
        found.late.append(row)
    elif row.state in UNANSWERED:
        # Nobody can answer through a locked door: it stands above, once.
        if row.locked_at is None:
            found.waiting.append(row)
    else:
        found.helping.append(row)


def partners(limit: int = 50) -> list[dict]:
    """Whom referrals went to, as far as the asker sees them: how many, and how many wait. The latest first."""
    rows = Referral.objects.filter(sent_at__isnull=False).values("organization_id", "receiver")
    told = rows.annotate(
        n=Count("pk"), waits=Count("pk", filter=Q(state__in=UNANSWERED)),
        expired=Count("pk", filter=Q(state=State.EXPIRED)), last=Max("sent_at"),
    )  # fmt: skip
    return list(told.order_by("-last")[:limit])


@dataclass(frozen=True)
class Answered:
    """One referral to a partner; `on_time` is None while it waits within its time."""

    row: Referral
    promised_at: datetime
    on_time: bool | None


def sent_to(*, organization_id: UUID | None = None, receiver: str = "") -> list[Answered]:
    whom = Q(organization_id=organization_id) if organization_id else Q(organization_id=None, receiver=receiver)
    rows = Referral.objects.filter(whom, sent_at__isnull=False).select_related("need", "case", "request", "owner")
    return [_answered(row) for row in rows.order_by("-sent_at")[:MOST]]


def _answered(row: Referral) -> Answered:
    promised = clocks.answer_by(row.sent_at, row.answers_within, row.file.region_code)
    if row.answered_at is not None:
        return Answered(row, promised, row.answered_at <= promised)
    waits = row.state in UNANSWERED and clock.now() <= promised
    # Taken back before they had to answer says nothing about them.
    taken_back = row.state == State.CANCELLED and row.ended_at <= promised
    return Answered(row, promised, None if waits or taken_back else False)


@dataclass(frozen=True)
class Table:
    """`rows`: (region code, a cell for each of `kinds`, the total); a cell is None where it is hidden. `kinds` are
    codes of whatever the table tells apart."""

    kinds: list[str]
    rows: list[tuple[str, list[int | None], int | None]]
    totals: list[int | None]
    whole: int | None


# By what the needs of a regency are told apart: columns of the register, a table each.
DIMENSIONS = ("kind", "category", "why")
Counts = tuple[tuple[tuple[str, str], int], ...]


def unmet_tables(agency_id: UUID | None) -> dict[str, Table]:
    """What is missing still, by regency, once for each of `DIMENSIONS`; empty where nothing is. They count the same
    needs, so what is hidden is hidden for all of them together."""
    rows = UnmetNeed.objects.filter(agency_id=agency_id, met_at=None).values("region_code", *DIMENSIONS)
    counts: dict[str, dict[tuple[str, str], int]] = {name: {} for name in DIMENSIONS}
    for row in rows.annotate(n=Count("pk")):
        for name, found in counts.items():
            place = row["region_code"][:_PLACE], row[name]
            found[place] = found.get(place, 0) + row["n"]
    if not counts["kind"]:
        return {}
    tables = _tables(tuple(tuple(sorted(counts[name].items())) for name in DIMENSIONS))
    return dict(zip(DIMENSIONS, tables, strict=True))


@lru_cache(maxsize=16)
def _tables(counts: tuple[Counts, ...]) -> list[Table]:
    """Kept, because the same numbers are looked at many times and weighed once."""
    full = [with_totals(dict(one)) for one in counts]
    return [_shown(one, out) for one, out in zip(full, hidden_together(full), strict=True)]


def _table(counts: dict[tuple[str, str], int]) -> Table:
    return _tables((tuple(sorted(counts.items())),))[0]


def _shown(full: dict[tuple[str, str], int], out: set[tuple[str, str]]) -> Table:
    kinds = sorted({kind for _place, kind in full} - {ALL})
    shown = {entry: None if entry in out else n for entry, n in full.items()}

    def line(place: str) -> list[int | None]:
        return [shown[place, kind] for kind in kinds]

    places: Iterable[str] = sorted({place for place, _kind in full} - {ALL})
    return Table(kinds, [(place, line(place), shown[place, ALL]) for place in places], line(ALL), shown[ALL, ALL])
