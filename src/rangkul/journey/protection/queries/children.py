"""Children of a request or a case, how the pathway of each stands, and what was noted of them before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from rangkul.base.models import Version
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import CaseState
from rangkul.journey.protection.models import Child, ChildStep, Folder, within
from rangkul.journey.protection.pathways import Step, steps_of
from rangkul.journey.protection.queries.joined import joined_to
from rangkul.journey.protection.queries.promised import OVER
from rangkul.journey.protection.states import CHILD_STEP, StepState

_OVER = frozenset({StepState.DONE, StepState.SKIPPED})
_MOST = 30


@dataclass(frozen=True)
class Walked:
    """One step of a child and how it stands; `row` is None where nothing was done yet."""

    step: Step
    row: ChildStep | None

    @property
    def state(self) -> StepState:
        return StepState(self.row.state) if self.row else StepState.TODO

    @property
    def is_over(self) -> bool:
        return self.state in _OVER

    @property
    def due(self) -> date | None:
        return self.row.due if self.row else None

    @property
    def verbs(self) -> list[str]:
        return CHILD_STEP.verbs(self.state)


@dataclass(frozen=True)
class Pathway:
    """A child with every step; of a part that the child had before, the steps on which something was done."""

    child: Child
    walked: list[Walked]

    @property
    def by_urgency(self) -> list[Walked]:
        """What runs, soonest first; what nobody has begun; what is over."""
        order = (StepState.DOING, StepState.TODO, StepState.DONE, StepState.SKIPPED)
        return sorted(self.walked, key=lambda one: (order.index(one.state), one.due or date.max))

    @property
    def over(self) -> int:
        return sum(one.is_over for one in self.walked)

    @property
    def next(self) -> Walked | None:
        """What runs and is due first, else the first step on which nothing was done."""
        if self.child.ended_at is not None:
            return None
        runs = [one for one in self.walked if one.state == StepState.DOING]
        first = (one for one in self.walked if one.state == StepState.TODO)
        return min(runs, key=lambda one: one.due or date.max, default=None) or next(first, None)


def _pathway(child: Child, rows: list[ChildStep]) -> Pathway:
    known = {row.step: row for row in rows}
    owed = steps_of(child.roles)
    codes = {step.code for step in owed}
    former = [row.says for row in rows if row.step not in codes and row.says]
    return Pathway(child, [Walked(step, known.get(step.code)) for step in [*owed, *former]])


def _children():
    return Child.objects.select_related("key", "by", "ended_by")


def children_of(folder: Folder) -> list[Pathway]:
    """Whoever has a part still first, in the order in which they were noted."""
    children = sorted(
        _children().filter(**within(folder)).order_by("made_at"), key=lambda child: child.ended_at is not None
    )
    rows: dict[UUID, list[ChildStep]] = defaultdict(list)
    if children:
        steps = ChildStep.objects.filter(child__in=children).select_related("key", "owner", "by")
        for row in steps.order_by("made_at"):
            rows[row.child_id].append(row)
    return [_pathway(child, rows[child.pk]) for child in children]


def called_in(case: Case) -> list[str]:
    """Also those who were noted at a request that joined the case."""
    here = Q(case=case) | Q(case=None, request__in=joined_to(case))
    return [child.called for child in Child.objects.filter(here).select_related("key")]


def steps_held_by(staff: Staff) -> int:
    rows = ChildStep.objects.filter(owner=staff, state=StepState.DOING, child__ended_at=None)
    before = Q(case=None) & ~Q(request__state__in=OVER)
    return rows.filter(Q(case__state=CaseState.OPEN) | before).count()


def child_of(folder: Folder, child_id: UUID) -> Child:
    """Raises Child.DoesNotExist where there is none that the asker sees."""
    return _children().select_related("case", "request").get(pk=child_id, **within(folder))


def pathway_of(child: Child) -> Pathway:
    return _pathway(child, list(child.steps.select_related("key", "owner", "by").order_by("made_at")))


@dataclass(frozen=True)
class Earlier:
    """What stood until `at`, when `who` changed it."""

    at: datetime
    who: str
    child: Child


def history_of(child: Child) -> list[Earlier]:
    """Newest first; only where the words or the part were others."""
    kept = list(
        Version.objects.filter(row_id=child.pk, table=Child._meta.db_table, before__has_key="role").order_by("-id")[
            :_MOST
        ]
    )
    names = dict(Staff.objects.filter(pk__in={one.by_id for one in kept if one.by_id}).values_list("pk", "full_name"))
    found, after = [], child
    for one in kept:
        before = _as_it_was(child, one.before)
        if _shown(before) != _shown(after):
            found.append(Earlier(one.at, names.get(one.by_id, ""), before))
        after = before
    return found


def _as_it_was(child: Child, before: dict) -> Child:
    """The same row with the sealed bytes that the version kept; they open with the same key."""
    row = Child(pk=child.pk, key=child.key, role=before["role"], also=before.get("also") or [])
    for name in ("called", "needs", "companion"):
        kept = before.get(name)
        row.__dict__[name] = bytes.fromhex(kept.removeprefix("\\x")) if kept else None
    return row


def _shown(child: Child) -> tuple:
    return child.called, child.role, tuple(child.also), child.needs, child.companion
