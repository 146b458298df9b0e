"""Reads of plans and reviews: one case at a time, each page from a handful of indexed queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Prefetch

from rangkul.journey.cases.models import Case, Task
from rangkul.journey.plans import words
from rangkul.journey.plans.evaluation import CLIENT, WORKER, GoalRoad, Placed, outcome
from rangkul.journey.plans.models import Alternative, Goal, Hypothesis, Plan, Review, ReviewLevel
from rangkul.journey.plans.states import PlanState, ReviewKind


def _with_parts(plans):
    return plans.select_related("key", "drafted_by", "signed_by", "evidence").prefetch_related(
        Prefetch("goals", Goal.objects.select_related("key").order_by("number")),
        Prefetch("alternatives", Alternative.objects.select_related("key").order_by("-chosen", "id")),
        Prefetch("hypotheses", Hypothesis.objects.select_related("key").order_by("id")),
    )


def versions(case: Case) -> list[Plan]:
    """Every version without its parts, newest first."""
    return list(Plan.objects.filter(case=case).order_by("-version"))


def plan_of(case: Case, version: int | None = None) -> Plan | None:
    """The newest version with goals, alternatives and hypotheses, or the one that is asked for."""
    plans = _with_parts(Plan.objects.filter(case=case)).order_by("-version")
    return (plans.filter(version=version) if version is not None else plans).first()


def agreed_plan(case: Case) -> Plan | None:
    """The version that holds now."""
    return _with_parts(Plan.objects.filter(case=case, state=PlanState.AGREED)).first()


def planned(cases: Collection[UUID]) -> set[UUID]:
    """Those of these cases that have an agreed plan; one query."""
    return set(Plan.objects.filter(case__in=cases, state=PlanState.AGREED).values_list("case_id", flat=True))


def goal_choices(case: Case) -> list[tuple[UUID, str]]:
    """What an activity or a task can serve: threads of the newest plan's goals and their titles."""
    goals = Goal.objects.filter(case=case).select_related("key", "plan").order_by("-plan__version", "number")
    newest = None
    rows = []
    for goal in goals:
        newest = newest or goal.plan_id
        if goal.plan_id == newest:
            rows.append((goal.thread, goal.title))
    return rows


def tasks_by_goal(case: Case) -> dict[UUID | None, list[Task]]:
    """Tasks of the case under the thread of the goal they serve; None holds the others."""
    found: dict[UUID | None, list[Task]] = {}
    for task in Task.objects.filter(case=case).select_related("key", "owner").order_by("due", "id"):
        found.setdefault(task.goal_id, []).append(task)
    return found


def share_of_client(tasks: Iterable[Task]) -> tuple[int, int]:
    """(tasks that the client owns, all tasks): who does the work is said openly (A40)."""
    owners = [task.owner_kind for task in tasks]
    return owners.count("client"), len(owners)


def reviews(case: Case) -> list[Review]:
    """Reviews with their levels, newest first."""
    levels = ReviewLevel.objects.select_related("key", "goal__key").order_by("goal__number")
    return list(
        Review.objects.filter(case=case)
        .select_related("key", "recorded_by")
        .prefetch_related(Prefetch("levels", levels))
        .order_by("-held_on", "-id")
    )


def roads(plan: Plan, held: Iterable[Review]) -> list[GoalRoad]:
    """Each goal of the plan with every review of its thread, whatever version it was reviewed in."""
    by_thread: dict[UUID, list[Placed]] = {}
    for review in sorted(held, key=lambda one: (one.held_on, one.pk)):
        for level in review.levels.all():
            by_thread.setdefault(level.thread, []).append(
                Placed(
                    review.held_on,
                    level.by_client,
                    level.by_worker,
                    level.words,
                    ReviewKind(review.kind).label,
                )
            )
    begun = plan.agreed_on or plan.made_at.date()
    return [
        GoalRoad(
            goal.thread, goal.number, goal.title, goal.weight, goal.baseline, begun, by_thread.get(goal.thread, ())
        )
        for goal in plan.goals.all()
    ]


def goal_findings(case: Case) -> list[tuple[str, str]]:
    """Each goal of the agreed plan and where it stands in both people's eyes."""
    plan = agreed_plan(case)
    return [(road.title, road.finding()) for road in roads(plan, reviews(case))] if plan else []


def outcomes(roads_: list[GoalRoad]) -> list[list[str]]:
    """What the levels of the client, and those of the worker, add up to: sentences, each beside the other."""
    return [outcome(roads_, who).sentences for who in (CLIENT, WORKER)]


def caution() -> str:
    """What stands under every score."""
    return words.caution()
