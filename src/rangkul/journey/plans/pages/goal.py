"""One goal with its five levels, and the tasks that serve it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.cases.actions import add_task as promise
from rangkul.journey.cases.frame import PromiseForm
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import partners_of, team_of
from rangkul.journey.plans import actions
from rangkul.journey.plans.models import Goal
from rangkul.journey.plans.pages.forms import GoalForm, RemoveForm
from rangkul.journey.plans.pages.frame import case_or_404, tell


def _goal_or_404(case: Case, goal_id: UUID) -> Goal:
    return get_object_or_404(Goal.objects.select_related("key", "plan__key", "case__key"), pk=goal_id, case=case)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, case_id: UUID, goal_id: UUID | None = None) -> HttpResponse:
    case = case_or_404(request, case_id)
    goal = _goal_or_404(case, goal_id) if goal_id else None
    form = GoalForm(request.POST or None, initial=GoalForm.of(goal) if goal else None)
    if request.method == "POST" and send(
        form, request.asker, "goal", lambda words: actions.set_goal(by=request.asker, case=case, goal=goal, **words)
    ):
        return redirect(f"{reverse('plans:plan', args=[case.pk])}#tujuan")
    words = {"case": case, "goal": goal, "form": form, "remove_form": RemoveForm(auto_id="id_remove_%s")}
    return render(request, "plans/goal.html", words, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    goal = Goal.objects.select_related("key", "plan").filter(pk=goal_id, case=case).first()
    by = request.asker
    # Taken out twice is taken out.
    form = RemoveForm(request.POST)
    if goal is not None and not send(
        form, by, "goal_remove", lambda words: actions.remove_goal(by=by, case=case, goal=goal)
    ):
        tell(request, form)
    return redirect("plans:plan", case_id=case.pk)


@require_http_methods(["GET", "POST"])
def add_task(request: HttpRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    goal = _goal_or_404(case, goal_id)
    # What was agreed together is read together, unless the worker says that it is dangerous.
    form = PromiseForm(request.POST or None, initial={"shown": True}, members=team_of(case), partners=partners_of(case))
    if request.method == "POST" and send(
        form,
        request.asker,
        "goal_task",
        lambda words: promise(by=request.asker, case=case, goal_id=goal.thread, **words),
    ):
        return redirect(f"{reverse('plans:plan', args=[case.pk])}#tujuan-{goal.number}")
    return render(
        request, "plans/task.html", {"case": case, "goal": goal, "form": form}, status=422 if form.errors else 200
    )
