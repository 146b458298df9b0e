"""A goal as pages show it: its ladder, where it stands, who does what for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from rangkul.journey.cases.models import Task
from rangkul.journey.plans import queries
from rangkul.journey.plans.evaluation import CLIENT, WORKER, GoalRoad
from rangkul.journey.plans.models import Goal, Plan, Review


@dataclass
class GoalView:
    """`ladder` is what the component `gas` draws, highest level first."""

    goal: Goal
    road: GoalRoad
    tasks: list[Task] = field(default_factory=list)

    @classmethod
    def all(cls, plan: Plan | None, tasks: Mapping[UUID | None, list[Task]], held: Iterable[Review]) -> list[GoalView]:
        if plan is None:
            return []
        roads = {road.thread: road for road in queries.roads(plan, held)}
        return [cls(goal, roads[goal.thread], tasks.get(goal.thread, [])) for goal in plan.goals.all()]

    @property
    def ladder(self) -> list[dict]:
        return [{"score": score, "text": text} for score, text in reversed(self.goal.level_words().items())]

    @property
    def now(self) -> int | None:
        """What the client says, else the worker; both stand apart on the page of the evaluation."""
        said = self.road.last(CLIENT)
        return self.road.last(WORKER) if said is None else said
