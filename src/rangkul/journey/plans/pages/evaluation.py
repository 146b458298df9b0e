"""The evaluation: goals, functioning and two people's judgement side by side, without one number for it all."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rangkul.journey.assessment.queries import Compared, compared
from rangkul.journey.assessment.states import Dimension
from rangkul.journey.plans import findings, queries, series, words
from rangkul.journey.plans.evaluation import CLIENT, WORKER, outcome
from rangkul.journey.plans.pages.alliance_view import AllianceView
from rangkul.journey.plans.pages.frame import case_or_404, page
from rangkul.journey.plans.pages.series_view import Together, all_of
from rangkul.journey.plans.pages.view import GoalView


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    plan = queries.plan_to_evaluate(case)
    held = queries.reviews(case)
    tasks = queries.tasks_by_goal(case)
    client_tasks, all_tasks = queries.share_of_client([task for some in tasks.values() for task in some])
    goals = GoalView.all(plan, tasks, held)
    roads = [goal.road for goal in goals]
    views = all_of(series.of_case(case), plan)
    shown = {
        "plan": plan,
        "goals": [{"view": goal, "chart": goal.road.chart()} for goal in goals],
        "reviews": held,
        "by_client": outcome(roads, CLIENT) if roads else None,
        "by_worker": outcome(roads, WORKER) if roads else None,
        "caution": words.caution(),
        "profile": _by_dimension(compared(case)),
        "client_tasks": client_tasks,
        "all_tasks": all_tasks,
        "hypotheses": list(plan.hypotheses.all()) if plan else [],
        "series": [view for view in views if view.measure is None or view.measure.ended_on is None],
        "ended": [view for view in views if view.measure is not None and view.measure.ended_on is not None],
        "together": Together.of(views),
        "series_caution": findings.caution(),
        "alliance": AllianceView.of(case, request.asker),
    }
    return page(request, case, "evaluation", shown)


def _by_dimension(rows: list[Compared]) -> list[tuple[Dimension, list[Compared]]]:
    """The client's and the worker's view of each ability beside each other."""
    return [(dimension, [row for row in rows if row.dimension == dimension]) for dimension in Dimension]
