"""The path in full: where the case stands, what is missing, which steps there are."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases import actions, ministry, queries
from rangkul.journey.cases.actions.stages import forward_from
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.file import path_words
from rangkul.journey.cases.pages.forms.steps import PassOverForm, ProgrammeForm, ReasonForm, StepForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.programmes import template_of
from rangkul.journey.cases.queries.stages import missing_for_step, said_once
from rangkul.journey.cases.states import FORWARD, PATH, STEPS, Stage

# Steps that leave the way forward, each with its button.
ASIDE = {
    "return_to_assessment": _("Kembali ke asesmen"),
    "revise_plan": _("Perbaiki rencana"),
    "continue_intervention": _("Lanjutkan intervensi"),
    "end_early": _("Akhiri lebih awal"),
}
ANYWAY = "tetap-lanjut"


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return _page(request, case_or_404(request, case_id))


@require_POST
def step(request: HttpRequest, case_id: UUID, verb: str) -> HttpResponse:
    """`verb` is one of the table, or "tetap-lanjut" for the next step although something is missing."""
    case = case_or_404(request, case_id)
    if verb not in STEPS.steps and verb != ANYWAY:
        raise Http404
    form = _form_of(verb, request.POST)
    if send(form, request.asker, f"step.{case.pk}", lambda words: _take(request, case, verb, words)):
        return redirect("cases:stage", case_id=case.pk)
    return _page(request, case, **{_key(verb): form})


@require_POST
def programme(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Another template: the case stays where it stands."""
    case = case_or_404(request, case_id)
    form = ProgrammeForm(request.POST, auto_id="id_templat_%s")
    if send(
        form,
        request.asker,
        f"programme.{case.pk}",
        lambda words: actions.choose_programme(by=request.asker, case=case, **words),
    ):
        return redirect("cases:stage", case_id=case.pk)
    return _page(request, case, programme=form)


def _template_words(case: Case, lacking: list[Missing], form: RangkulForm | None) -> dict[str, Any]:
    """The template by which the case is walked: its source, what it adds and whether that is met, what it offers."""
    template = template_of(case.programme)
    missed = {one.code for one in lacking}
    adds = [
        {
            "stage": added.stage.label,
            "sentence": added.sentence,
            "here": added.stage == case.stage,
            "missing": f"programme.{added.check}" in missed,
        }
        for added in template.adds
    ]
    names = {"scheme": template.scheme, "label": ministry.SCHEMES[template.scheme]}
    first = {"programme": case.programme}
    return {
        "name": case.get_programme_display() or _("Jalur umum"),
        "source": template.source,
        "adds": adds,
        "offers": template.offers,
        "table": [_row(case, stage, names["scheme"]) for stage in PATH],
        "form": form or ProgrammeForm(initial=first, auto_id="id_templat_%s"),
        "wrong": form is not None,
    }


def _row(case: Case, stage: Stage, scheme: str) -> dict[str, Any]:
    """One line of the table: the stage, its name in the scheme, where one may go back to from it."""
    back = [ASIDE[verb] for verb in ASIDE if STEPS.allows(verb, stage)]
    return {"stage": stage.label, "called": ministry.name_of(stage, scheme), "back": back, "here": stage == case.stage}


def _take(request: HttpRequest, case: Case, verb: str, words: dict[str, Any]) -> Case:
    by = request.asker
    if verb == "return_to_assessment":
        return actions.return_to_assessment(by=by, case=case, **words)
    if verb == "end_early":
        return actions.end_early(by=by, case=case, **words)
    if verb == ANYWAY:
        return actions.advance(by=by, case=case, pass_over=True, **words)
    return actions.advance(by=by, case=case, verb=verb, **words)


def _form_of(verb: str, given=None) -> RangkulForm:
    form = StepForm if verb in FORWARD else PassOverForm if verb == ANYWAY else ReasonForm
    return form(given, auto_id=f"id_{_key(verb)}_%s")


def _key(verb: str) -> str:
    return "anyway" if verb == ANYWAY else verb


def _page(request: HttpRequest, case: Case, **forms: RangkulForm) -> HttpResponse:
    forward = forward_from(case.stage) if case.is_open else None
    lacking = said_once(missing_for_step(case, forward)) if forward else []
    aside = [verb for verb in ASIDE if case.is_open and STEPS.allows(verb, case.stage)]
    words = {
        **path_words(case),
        "forward": forward,
        "goal": Stage(STEPS.steps[forward][1]).label if forward else "",
        "lacking": lacking,
        "firm": any(one.firm for one in lacking),
        "step_form": forms.get(_key(forward or "")) or _form_of(forward or FORWARD[0]),
        "pass_form": forms.get("anyway") or _form_of(ANYWAY),
        "aside": [(verb, ASIDE[verb], forms.get(verb) or _form_of(verb), verb in forms) for verb in aside],
        "in_termination": case.stage == Stage.TERMINATION,
        "needed_signatures": [kind.label for kind in queries.unasked_signatures(case)] if case.is_open else [],
        "template": _template_words(case, lacking, forms.get("programme")),
        "schemes": [(label, ministry.name_of(case.stage, scheme)) for scheme, label in ministry.SCHEMES.items()],
        "steps": list(case.steps.select_related("key", "by").order_by("-at")),
    }
    return page(request, case, "stage", words, wrong=any(form.errors for form in forms.values()))
