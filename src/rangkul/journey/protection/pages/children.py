"""One child in the matter: what they are owed, step by step, and the correction of what was noted."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import Child, Folder
from rangkul.journey.protection.pages.children_forms import ChildForm, EndForm, StepForm
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
from rangkul.journey.protection.pathways import STEPS
from rangkul.journey.protection.queries.children import Walked
from rangkul.journey.protection.states import CHILD_STEP


def _found(request: HttpRequest, child_id: UUID, **whose: UUID) -> tuple[Folder, Child]:
    folder = folder_or_404(request, **whose)
    try:
        return folder, queries.child_of(folder, child_id)
    except Child.DoesNotExist:
        raise Http404 from None


def _team(request: HttpRequest, folder: Folder) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in queries.may_own(request.asker, folder).items()]


def _step_form(one: Walked, team: list[tuple[str, str]], data: Any = None) -> StepForm:
    planned = {"owner_id": str(one.row.owner_id), "due": one.due} if one.row else {"owner_id": team[0][0]}
    # What was sent twice is answered as the first time, so a form that was sent knows every verb.
    verbs = one.verbs if data is None else [*CHILD_STEP.steps]
    return StepForm(data, verbs=verbs, team=team, initial=planned, auto_id=f"id_{one.step.code}_%s")


def _page(
    request: HttpRequest, folder: Folder, child: Child, given: dict[str, RangkulForm] | None = None
) -> HttpResponse:
    given, pathway, team = given or {}, queries.pathway_of(child), _team(request, folder)
    clocks = {one.law: one for one in queries.clocks_of(folder)}
    words = {
        "child": child,
        "pathway": pathway,
        "walked": [
            {
                "one": one,
                "form": given.get(one.step.code) or _step_form(one, team),
                "clock": clocks.get(one.step.law),
            }
            for one in pathway.by_urgency
        ],
        "history": queries.history_of(child),
        "child_form": given.get("child") or ChildForm(initial=actions.stands(child), auto_id="id_anak_%s"),
        "end_form": given.get("end") or EndForm(auto_id="id_akhiri_%s"),
    }
    return page(request, folder, "child", words, title=child.called, wrong=bool(given))


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, child_id: UUID, **whose: UUID) -> HttpResponse:
    """A POST corrects what was noted."""
    folder, child = _found(request, child_id, **whose)
    if request.method == "GET":
        return _page(request, folder, child)
    form = ChildForm(request.POST, initial=actions.stands(child), auto_id="id_anak_%s")

    def verb(words: dict[str, Any]) -> Child:
        seen = words.pop("seen")
        return actions.change_child(by=request.asker, child=child, words=words, seen=seen)

    return _sent(request, folder, child, "child", form, verb)


def _sent(request: HttpRequest, folder: Folder, child: Child, name: str, form: RangkulForm, verb: Any) -> HttpResponse:
    if send(form, request.asker, f"{name}.{child.pk}", verb):
        return go(folder, "child", child.pk)
    return _page(request, folder, child, {name: form})


@require_POST
def move(request: HttpRequest, child_id: UUID, step: str, **whose: UUID) -> HttpResponse:
    folder, child = _found(request, child_id, **whose)
    if step not in STEPS:
        raise Http404
    walked = next((one for one in queries.pathway_of(child).walked if one.step.code == step), Walked(STEPS[step], None))
    form = _step_form(walked, _team(request, folder), request.POST)

    def verb(words: dict[str, Any]) -> Any:
        owner = words.pop("owner_id")
        return actions.move_step(
            by=request.asker, child=child, step=step, owner_id=UUID(owner) if owner else None, **words
        )

    return _sent(request, folder, child, step, form, verb)


@require_POST
def end(request: HttpRequest, child_id: UUID, **whose: UUID) -> HttpResponse:
    folder, child = _found(request, child_id, **whose)
    form = EndForm(request.POST, auto_id="id_akhiri_%s")
    return _sent(
        request, folder, child, "end", form, lambda words: actions.end_child(by=request.asker, child=child, **words)
    )


@require_POST
def resume(request: HttpRequest, child_id: UUID, **whose: UUID) -> HttpResponse:
    folder, child = _found(request, child_id, **whose)
    form = RangkulForm(request.POST)
    return _sent(request, folder, child, "resume", form, lambda _w: actions.resume_child(by=request.asker, child=child))
