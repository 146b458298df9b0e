"""One supervision: the sessions of the two, what they promised, what was said about being ready."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from rangkul.base import clock
from rangkul.base.forms.sending import send
from rangkul.sustain.workforce import actions, queries
from rangkul.sustain.workforce.models import Contract, FollowUp, Readiness, Session
from rangkul.sustain.workforce.pages.forms.contract import ReadinessForm, ReplyForm
from rangkul.sustain.workforce.pages.forms.fields import again_after
from rangkul.sustain.workforce.pages.forms.session import EndForm, PlanForm
from rangkul.sustain.workforce.pages.frame import contract_or_404, crumbs, pair_crumb
from rangkul.sustain.workforce.states import ContractState, SessionState

_SHOWN = 40


@require_GET
def show(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    return _page(request, contract_or_404(request, contract_id))


def _page(request: HttpRequest, contract: Contract, **forms) -> HttpResponse:
    both = {"supervisor": contract.supervisor_id, "worker": contract.worker_id}
    sessions = list(Session.objects.filter(**both).select_related("key").order_by("-at")[:_SHOWN])
    follow_ups = FollowUp.objects.filter(session__supervisor=both["supervisor"], session__worker=both["worker"])
    shown = follow_ups.select_related("key", "owner", "case__person", "case__household").order_by("due", "id")
    judged = Readiness.objects.filter(**both).select_related("key").order_by("-made_at")[:20]
    reply = forms.get("reply")
    words = {
        "contract": contract,
        "pair": next((one for one in queries.pairs_of(request.asker) if one.contract.both == contract.both), None),
        "other": contract.other(request.asker.staff_id),
        "i_supervise": contract.supervisor_id == request.asker.staff_id,
        "in_force": contract.state == ContractState.IN_FORCE,
        "planned": next((one for one in sessions if one.state == SessionState.PLANNED), None),
        "past": [one for one in sessions if one.state != SessionState.PLANNED],
        "open": list(shown.filter(state="open")),
        "judged": [(row, reply if reply and reply.row_id == row.pk else ReplyForm(auto_id=f"id_{row.pk}_%s"))
                   for row in judged],
        "plan_form": forms.get("plan") or PlanForm(initial=_next(contract), auto_id="id_sesi_%s"),
        "readiness_form": forms.get("readiness") or ReadinessForm(auto_id="id_siap_%s"),
        "end_form": EndForm(auto_id=False),
        "opened": next(iter(forms), ""),
        "crumbs": crumbs(pair_crumb(request, contract)),
    }  # fmt: skip
    return render(request, "workforce/pair.html", words, status=422 if forms else 200)


def _next(contract: Contract) -> dict:
    return {"at": again_after(clock.now(), 1), "channel": contract.channel}


@require_POST
def plan(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    form = PlanForm(request.POST, auto_id="id_sesi_%s")
    if send(
        form,
        request.asker,
        f"supervision.plan.{contract.pk}",
        lambda words: actions.plan_session(by=request.asker, contract=contract, **words),
    ):
        return redirect("workforce:pair", contract_id=contract.pk)
    return _page(request, contract, plan=form)


@require_POST
def judge(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    form = ReadinessForm(request.POST, auto_id="id_siap_%s")
    if send(
        form,
        request.asker,
        f"supervision.ready.{contract.pk}",
        lambda words: actions.judge_readiness(by=request.asker, worker=contract.worker, **words),
    ):
        return redirect("workforce:pair", contract_id=contract.pk)
    return _page(request, contract, readiness=form)


@require_POST
def reply(request: HttpRequest, contract_id: UUID, readiness_id: UUID) -> HttpResponse:
    contract = contract_or_404(request, contract_id)
    row = get_object_or_404(Readiness, pk=readiness_id)
    form = ReplyForm(request.POST, auto_id=f"id_{row.pk}_%s")
    form.row_id = row.pk
    if send(
        form,
        request.asker,
        f"supervision.reply.{row.pk}",
        lambda words: actions.answer_readiness(by=request.asker, readiness=row, **words),
    ):
        return redirect("workforce:pair", contract_id=contract.pk)
    return _page(request, contract, reply=form)
