"""Ending a case against its contract, and opening it again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases import actions, policy, queries
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, Signature
from rangkul.journey.cases.pages.forms.closing import EndingForm, ReopenForm, ending_of
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.states import ContractState, SignatureState, SignatureSubject, Stage


@require_http_methods(["GET", "POST"])
def terminate(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    may_pass_over = policy.is_supervisor_of(request.asker, case)
    of_many = case.client_kind != ClientKind.PERSON
    form = EndingForm(request.POST or None, may_pass_over=may_pass_over, of_many=of_many)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"terminate.{case.pk}",
        lambda words: actions.terminate(by=request.asker, case=case, ending=ending_of(words)),
    ):
        return redirect("cases:case", case_id=case.pk)
    return page(request, case, "terminate", {**_words(case), "form": form}, wrong=bool(form.errors))


def _words(case: Case) -> dict:
    """What the case is held against when it ends: the contract, and what stands open."""
    agreed = case.contracts.filter(state=ContractState.AGREED).select_related("key").first()
    ended = case.terminations.select_related("key", "by").order_by("-at").first() if not case.is_open else None
    return {
        "contract": agreed,
        "standing": queries.closing_missing(case) if case.is_open else [],
        "reached": queries.closing_words(case) if case.is_open else [],
        "open_tasks": list(queries.open_tasks(case)) if case.is_open else [],
        "returned": queries.sent_back(case, SignatureSubject.TERMINATION) if case.is_open else None,
        "waits_signature": _waiting(case) if case.is_open else None,
        "in_termination": case.stage == Stage.TERMINATION,
        "ended": ended,
    }


def _waiting(case: Case) -> Signature | None:
    asked = case.signatures.filter(subject_kind=SignatureSubject.TERMINATION, state=SignatureState.ASKED)
    return asked.select_related("key").first()


@require_http_methods(["GET", "POST"])
def reopen(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    if case.is_open and request.method == "GET":
        return redirect("cases:case", case_id=case.pk)
    form = ReopenForm(request.POST or None, case=case)
    if request.method == "POST" and send(
        form, request.asker, f"reopen.{case.pk}", lambda words: actions.reopen(by=request.asker, case=case, **words)
    ):
        return redirect("cases:case", case_id=case.pk)
    return page(request, case, "reopen", {"form": form}, wrong=bool(form.errors))
