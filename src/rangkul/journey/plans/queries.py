"""Reads of plans and reviews: one case at a time, each page from a handful of indexed queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from rangkul.base.ready import ready
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.cases.states import TaskOwner
from rangkul.journey.plans import words
from rangkul.journey.plans.evaluation import CLIENT, WORKER, GoalRoad, Placed, outcome
from rangkul.journey.plans.models import (
    AllianceRating,
    Alternative,
    Goal,
    Hypothesis,
    Measure,
    MeasurePhase,
    MeasurePoint,
    Plan,
    Review,
    ReviewLevel,
)
from rangkul.journey.plans.states import PlanState, ReviewKind


def _with_goals(plans):
    """With goals and what is supposed: what a look back needs."""
    return plans.select_related("key", "drafted_by", "signed_by", "evidence").prefetch_related(
        Prefetch("goals", Goal.objects.select_related("key").order_by("number")),
        Prefetch("hypotheses", Hypothesis.objects.select_related("key").order_by("id")),
    )


def _with_parts(plans):
    ways = Alternative.objects.select_related("key").order_by("-chosen", "id")
    return _with_goals(plans).prefetch_related(Prefetch("alternatives", ways))


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


def plan_to_evaluate(case: Case) -> Plan | None:
    """The version that holds now, without the ways that were weighed."""
    return _with_goals(Plan.objects.filter(case=case, state=PlanState.AGREED)).first()


def planned(cases: Collection[UUID]) -> set[UUID]:
    """Those of these cases that have an agreed plan; one query."""
    return set(Plan.objects.filter(case__in=cases, state=PlanState.AGREED).values_list("case_id", flat=True))


def goal_choices(case: Case) -> list[tuple[UUID, str]]:
    """What an activity or a task can serve: threads of the newest plan's goals and their titles."""
    newest = None
    rows = []
    for goal in _goals_newest_first(case.pk):
        newest = newest or goal.plan_id
        if goal.plan_id == newest:
            rows.append((goal.thread, goal.title))
    return rows


@ready
def _goals_newest_first(case_id: UUID) -> QuerySet[Goal]:
    return Goal.objects.filter(case_id=case_id).select_related("key").order_by("-plan__version", "number")


def tasks_by_goal(case: Case, *, to_client: bool = False) -> dict[UUID | None, list[Task]]:
    """Tasks of the case under the thread of the goal they serve; None holds the others. `to_client`: those that the
    client reads, which are their own and what a worker shows them."""
    found: dict[UUID | None, list[Task]] = {}
    rows = Task.objects.filter(case=case).select_related("key", "owner", "partner__near__person")
    if to_client:
        rows = rows.filter(Q(owner_kind=TaskOwner.CLIENT) | Q(shown=True))
    for task in rows.order_by("due", "id"):
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


def standing(rows: Iterable[Any]) -> list[Any]:
    """Rows as they stand: the last of each chain of corrections, without what was taken back."""
    rows = list(rows)
    corrected = {row.corrects_id for row in rows if row.corrects_id}
    return [row for row in rows if row.pk not in corrected and not row.taken_back]


def measures(case: Case) -> list[Measure]:
    """Everything that is or was followed; what still runs first."""
    rows = Measure.objects.filter(case=case).select_related("key", "begun_by").order_by("made_at", "id")
    return sorted(rows, key=lambda row: row.ended_on is not None)


def points_of(case: Case) -> dict[UUID, list[MeasurePoint]]:
    """Standing points of every own measure in the order of their days; one query."""
    rows = MeasurePoint.objects.filter(case=case).select_related("key", "recorded_by").order_by("on", "id")
    return _by_measure(rows)


def phases_of(case: Case) -> dict[UUID, list[MeasurePhase]]:
    rows = MeasurePhase.objects.filter(case=case).select_related("key").order_by("starts_on", "id")
    return _by_measure(rows)


def _by_measure(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in standing(rows):
        found.setdefault(row.measure_id, []).append(row)
    return found


def ratings(case: Case) -> list[AllianceRating]:
    """What the client said about the working together, oldest first, as far as the asker may see it: also before there
    was a case. The words come along only for who sees them too."""
    return _rated(Q(case=case) | Q(request_id=case.request_id, request__isnull=False))


def ratings_of_request(request_id: UUID) -> list[AllianceRating]:
    """The same for a request, also once it has become a case."""
    return _rated(Q(request_id=request_id) | Q(case__request_id=request_id))


def ratings_of_unit(unit_id: UUID, since: date, until: date) -> list[AllianceRating]:
    """Those of its cases, and of its requests without one, before `until`, with what they are about; oldest first."""
    rows = AllianceRating.objects.filter(given_on__gte=since, given_on__lt=until)
    of_cases = rows.filter(case__unit=unit_id).select_related("case")
    of_requests = rows.filter(case=None, request__unit=unit_id).select_related("request")
    return sorted([*of_cases, *of_requests], key=lambda one: (one.given_on, one.pk))


def _rated(which: Q) -> list[AllianceRating]:
    return list(AllianceRating.objects.filter(which).order_by("given_on", "id").select_related("said__key"))
