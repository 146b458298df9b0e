"""One child in the matter: what they are owed, step by step, and the correction of what was noted."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import team_of
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import Child
from rangkul.journey.protection.pages.children_forms import ChildForm, EndForm, StepForm
from rangkul.journey.protection.pages.frame import page
from rangkul.journey.protection.pathways import STEPS
from rangkul.journey.protection.queries.children import Walked
from rangkul.journey.protection.states import CHILD_STEP


def _found(request: HttpRequest, case_id: UUID, child_id: UUID) -> tuple[Case, Child]:
    case = case_or_404(request, case_id)
    try:
        return case, queries.child_of(case, child_id)
    except Child.DoesNotExist:
        raise Http404 from None


def _team(case: Case) -> list[tuple[str, str]]:
    team = {one.staff_id: one.staff.called_name for one in team_of(case)}
    team.setdefault(case.worker_id, case.worker.called_name)
    return [(str(pk), name) for pk, name in team.items()]


def _step_form(case: Case, one: Walked, team: list[tuple[str, str]], data: Any = None) -> StepForm:
    planned = {"owner_id": str(one.row.owner_id), "due": one.due} if one.row else {"owner_id": str(case.worker_id)}
    # What was sent twice is answered as the first time, so a form that was sent knows every verb.
    verbs = one.verbs if data is None else [*CHILD_STEP.steps]
    return StepForm(data, verbs=verbs, team=team, initial=planned, auto_id=f"id_{one.step.code}_%s")


def _page(request: HttpRequest, case: Case, child: Child, given: dict[str, RangkulForm] | None = None) -> HttpResponse:
    given, pathway, team = given or {}, queries.pathway_of(child), _team(case)
    clocks = {one.law: one for one in queries.clocks_of(case)}
    words = {
        "child": child,
        "pathway": pathway,
        "walked": [
            {
                "one": one,
                "form": given.get(one.step.code) or _step_form(case, one, team),
                "clock": clocks.get(one.step.law),
            }
            for one in pathway.by_urgency
        ],
        "history": queries.history_of(child),
        "child_form": given.get("child") or ChildForm(initial=actions.stands(child), auto_id="id_anak_%s"),
        "end_form": given.get("end") or EndForm(auto_id="id_akhiri_%s"),
    }
    return page(request, case, "child", words, title=child.called, wrong=bool(given))


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID, child_id: UUID) -> HttpResponse:
    """A POST corrects what was noted."""
    case, child = _found(request, case_id, child_id)
    if request.method == "GET":
        return _page(request, case, child)
    form = ChildForm(request.POST, initial=actions.stands(child), auto_id="id_anak_%s")

    def verb(words: dict[str, Any]) -> Child:
        seen = words.pop("seen")
        return actions.change_child(by=request.asker, child=child, words=words, seen=seen)

    return _sent(request, case, child, "child", form, verb)


def _sent(request: HttpRequest, case: Case, child: Child, name: str, form: RangkulForm, verb: Any) -> HttpResponse:
    if send(form, request.asker, f"{name}.{child.pk}", verb):
        return redirect("protection:child", case_id=case.pk, child_id=child.pk)
    return _page(request, case, child, {name: form})


@require_POST
def move(request: HttpRequest, case_id: UUID, child_id: UUID, step: str) -> HttpResponse:
    case, child = _found(request, case_id, child_id)
    if step not in STEPS:
        raise Http404
    walked = next((one for one in queries.pathway_of(child).walked if one.step.code == step), Walked(STEPS[step], None))
    form = _step_form(case, walked, _team(case), request.POST)

    def verb(words: dict[str, Any]) -> Any:
        owner = words.pop("owner_id")
        return actions.move_step(
            by=request.asker, child=child, step=step, owner_id=UUID(owner) if owner else None, **words
        )

    return _sent(request, case, child, step, form, verb)


@require_POST
def end(request: HttpRequest, case_id: UUID, child_id: UUID) -> HttpResponse:
    case, child = _found(request, case_id, child_id)
    form = EndForm(request.POST, auto_id="id_akhiri_%s")
    return _sent(
        request, case, child, "end", form, lambda words: actions.end_child(by=request.asker, child=child, **words)
    )


@require_POST
def resume(request: HttpRequest, case_id: UUID, child_id: UUID) -> HttpResponse:
    case, child = _found(request, case_id, child_id)
    form = RangkulForm(request.POST)
    return _sent(request, case, child, "resume", form, lambda _w: actions.resume_child(by=request.asker, child=child))
