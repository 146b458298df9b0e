"""What waits, what is late, what needs its next step, for a worker or a unit; and what nobody could give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.suppressing import ALL, hidden_together, with_totals
from rangkul.commons.people.states import Role
from rangkul.support.referral.models import Need, Referral, UnmetNeed
from rangkul.support.referral.states import ENDED, LIVING, UNANSWERED, NeedState, Outcome, State

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
    asking: list[Referral] = field(default_factory=list)
    stopping: list[Referral] = field(default_factory=list)
    locked: list[Referral] = field(default_factory=list)
    calls: list[Referral] = field(default_factory=list)
    drafts: list[Referral] = field(default_factory=list)
    # Needs for which nobody is asked any more; apart those whose last referral nobody answered until its day.
    next_step: list[Need] = field(default_factory=list)
    expired: list[Need] = field(default_factory=list)
    # What stands on later pages of the three lists behind this, all together.
    more: int = 0

    @property
    def unanswered(self) -> list[Referral]:
        return [*self.late, *self.waiting]

    def take(self, rows: QuerySet[Any], page: int) -> list[Any]:
        """One page of `rows`; those after it are counted only where there are any."""
        end = page * MOST
        found = list(rows[end - MOST : end + 1])
        if len(found) > MOST:
            self.more += rows.count() - end
        return found[:MOST]


def board(asker: Asker, page: int = 1) -> Board:
    """Three statements, however much there is; the most urgent and the oldest first."""
    supervises = asker.has(Role.SUPERVISOR)
    now, found = clock.now(), Board()
    whose = Q(unit_id=asker.unit_id) if supervises else Q(owner_id=asker.staff_id)
    runs = Q(state__in=LIVING) | Q(stop_due_at__isnull=False, stopped_at__isnull=True)
    rows = Referral.objects.filter(whose).select_related("need", "owner", *_NAMES)
    for row in found.take(rows.filter(runs).order_by("due_at", "id"), page):
        _put(found, row, now)
    # They have no clock: among what has one they would come last, and be cut off first.
    drafts = rows.filter(state=State.DRAFT, need__state=NeedState.OPEN, made_at__lt=now - FORGOTTEN)
    found.drafts = found.take(drafts.order_by("made_at", "id"), page)
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
    needs = needs.annotate(last=Subquery(last)).select_related(*_NAMES)
    for need in found.take(needs.order_by("made_at", "id"), page):
        (found.expired if need.last == State.EXPIRED else found.next_step).append(need)
    return found


def _put(found: Board, row: Referral, now: datetime) -> None:
    if row.locked_at is not None:
        found.locked.append(row)
    if row.call_on is not None and row.is_living:
        found.calls.append(row)
    if row.waits_for_stop:
        found.stopping.append(row)
    elif row.asks:
        found.asking.append(row)
    elif row.due_at < now:
        found.late.append(row)
    elif row.state in UNANSWERED:
        # Nobody can answer through a locked door: it stands above, once.
        if row.locked_at is None:
            found.waiting.append(row)
    else:
        found.helping.append(row)


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
