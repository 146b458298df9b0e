"""Lists of cases. A worker's list starts from the rights they hold, so it costs the same at any size of the house."""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.queries import subjects_held
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.cases.states import CaseState

LIMIT = 30
# Only what a row of a list shows: whole workers and persons made half of what a list costs.
_ROW = (
    "id", "key__wrapped", "number", "unit", "worker__called_name", "client_kind", "person__full_name",
    "household__name", "name", "concern", "region_code", "stage", "state", "level", "opened_at", "next_due_at",
    "contact_days", "last_contact_at", "supervised_at", "alone_because", "against",
)  # fmt: skip
# Stands for "no date" in the order of lists.
NEVER = datetime(9999, 1, 1, tzinfo=UTC)


def mine(
    asker: Asker,
    *,
    stage: str = "",
    level: str = "",
    state: str = CaseState.OPEN,
    after: tuple[datetime, UUID] | None = None,
    limit: int = LIMIT,
) -> list[Case]:
    """The asker's cases, what is due next first. `after` is (due, id) of the last row of the page before."""
    # The ids are fetched first: left to itself the planner may walk an index over every case of the house.
    due, last, beyond = _place(after)
    shape = {"beyond": beyond, "stage": stage, "level": level, "state": state, "limit": limit}
    return _mine(subjects_held(asker, "case"), due, last, **shape)


def of_unit(
    asker: Asker,
    *,
    stage: str = "",
    level: str = "",
    state: str = CaseState.OPEN,
    after: tuple[datetime, UUID] | None = None,
    limit: int = LIMIT,
) -> list[Case]:
    """All cases of the asker's unit, for its supervisors."""
    due, last, beyond = _place(after)
    shape = {"beyond": beyond, "stage": stage, "level": level, "state": state, "limit": limit}
    return _of_unit(asker.unit_id, due, last, **shape)


def as_rows(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With client and worker by name, for the rows of a list."""
    return cases.select_related("key", "person", "household", "worker").only(*_ROW)


def stage_counts(asker: Asker) -> dict[str, int]:
    """How many of the asker's open cases stand in each stage."""
    return dict(_stages(subjects_held(asker, "case")))


@ready
def _stages(ids: list[UUID]) -> QuerySet:
    rows = Case.objects.filter(pk__among=ids, state=CaseState.OPEN).values_list("stage").annotate(n=Count("id"))
    return rows.order_by()


def of_staff_load(staff_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Open cases a worker carries: numbers alone, so that routing may know the load without seeing a case."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT worker_id, open FROM cases_load(%s::uuid[])", [list(staff_ids)])
        return dict(cursor.fetchall())


def _place(after: tuple[datetime, UUID] | None) -> tuple[datetime, UUID, str]:
    """(due, id) of the row before the page, and how the page goes on from there."""
    due, last = after or (NEVER, UUID(int=0))
    return due, last, "" if after is None else "undated" if due >= NEVER else "dated"


@ready
def _mine(ids: list[UUID], due: datetime, last: UUID, **shape: Any) -> QuerySet[Case]:
    return _narrowed(Case.objects.filter(pk__among=ids), due, last, **shape)


@ready
def _of_unit(unit_id: UUID, due: datetime, last: UUID, **shape: Any) -> QuerySet[Case]:
    return _narrowed(Case.objects.filter(unit_id=unit_id), due, last, **shape)


def _narrowed(
    rows: QuerySet[Case],
    due: datetime,
    last: UUID,
    *,
    beyond: str,
    stage: str,
    level: str,
    state: str,
    limit: int,
) -> QuerySet[Case]:
    rows = rows.filter(state=state)
    if stage:
        rows = rows.filter(stage=stage)
    if level:
        rows = rows.filter(level=level)
    if beyond == "dated":
        rows = rows.filter(Q(next_due_at__gt=due) | Q(next_due_at=due, pk__gt=last) | Q(next_due_at=None))
    if beyond == "undated":
        rows = rows.filter(next_due_at=None, pk__gt=last)
    ordered = as_rows(rows).order_by(F("next_due_at").asc(nulls_last=True), "id")
    return ordered.annotate(due=Coalesce("next_due_at", NEVER))[:limit]


def documents_among(names: Collection[str]) -> Iterator[UUID]:
    """Which of these file names (the ids without dashes) are documents of a case."""
    yield from Document.objects.filter(pk__in=names).values_list("pk", flat=True)


def worker_of(request: Request) -> Staff | None:
    """Who carries the open case of a request."""
    rows = Case.objects.filter(tickets__request=request, tickets__ended_at=None, state=CaseState.OPEN)
    case = rows.select_related("worker__unit").first()
    return case.worker if case and case.worker.is_active else None
