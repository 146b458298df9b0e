"""One visit, as it is used on a phone at somebody's door: large verbs, few words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases import policy as case_policy
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.visits import actions, policy, queries
from rangkul.journey.visits.models import Visit
from rangkul.journey.visits.pages.forms import BackForm, EndingForm, LaterForm, PlanForm, SafeForm
from rangkul.journey.visits.pages.of_case import page
from rangkul.journey.visits.states import MISSING, VISIT

_PLAN = ("leaves_at", "back_by", "place", "purpose", "risk_note", "companion")


def _found(request: HttpRequest, case_id: UUID, visit_id: UUID) -> tuple[Case, Visit]:
    case = case_or_404(request, case_id)
    try:
        return case, queries.get(case, visit_id)
    except Visit.DoesNotExist:
        raise Http404 from None


@require_GET
def show(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    return _page(request, *_found(request, case_id, visit_id))


def _page(request: HttpRequest, case: Case, visit: Visit, **forms: RangkulForm) -> HttpResponse:
    by = request.asker
    words = {
        "visit": visit,
        "goes": policy.goes(by, visit),
        "may_say_safe": visit.is_awaited and policy.may_say_safe(by=by, visit=visit),
        "may_cancel": VISIT.allows("cancel", visit.state) and policy.may_cancel(by=by, visit=visit),
        "overdue": visit.is_awaited and visit.alarm_at <= clock.now(),
        "alarm": _alarm(by, case, visit),
        "step_form": forms.get("step") or RangkulForm(auto_id="id_langkah_%s"),
        "later_form": forms.get("later") or LaterForm(auto_id="id_nanti_%s"),
        "back_form": forms.get("back") or _back_form(visit),
        "safe_form": forms.get("safe") or SafeForm(auto_id="id_aman_%s"),
        "cancel_form": forms.get("cancel") or EndingForm(auto_id="id_batal_%s"),
        "opened": next(iter(forms), ""),
    }
    return page(request, case, "visit", words, wrong=any(form.errors for form in forms.values()))


def _alarm(by: Asker, case: Case, visit: Visit) -> dict[str, Any]:
    """Who was told that this visit's worker is missing, and whether the asker may say that they take care of it."""
    climbs = cases.climbs_of(case) if visit.is_awaited else []
    told = next((row for row in climbs if (row.kind, row.matter) == (MISSING, visit.pk)), None)
    open_to_all = told is not None and told.acknowledged_at is None
    return {"told": told, "may_take": open_to_all and case_policy.may_acknowledge(by=by, case=case)}


def _back_form(visit: Visit, given=None) -> BackForm:
    """Minutes since leaving are already there; whoever measured otherwise writes it."""
    since = visit.left_at or visit.leaves_at
    until = visit.ended_at or clock.now()
    minutes = min(max(round((until - since).total_seconds() / 60), 1), 1440)
    return BackForm(given, initial={"minutes": minutes}, auto_id="id_hasil_%s")


def _stepped(
    request: HttpRequest, case_id: UUID, visit_id: UUID, name: str, made: Callable[[Visit], RangkulForm], verb: Any
) -> HttpResponse:
    case, visit = _found(request, case_id, visit_id)
    form = made(visit)
    if send(form, request.asker, f"{name}.{visit.pk}", lambda words: verb(visit, words)):
        return redirect("visits:visit", case_id=case.pk, visit_id=visit.pk)
    return _page(request, case, visit, **{name: form})


@require_POST
def leave(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    def verb(visit: Visit, _words: dict) -> Visit:
        return actions.leave(by=request.asker, visit=visit)

    return _stepped(request, case_id, visit_id, "step", lambda _visit: RangkulForm(request.POST), verb)


@require_POST
def call_help(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    def verb(visit: Visit, _words: dict) -> Visit:
        return actions.call_help(by=request.asker, visit=visit)

    return _stepped(request, case_id, visit_id, "step", lambda _visit: RangkulForm(request.POST), verb)


@require_POST
def later(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    def verb(visit: Visit, words: dict) -> Visit:
        return actions.be_back_later(by=request.asker, visit=visit, **words)

    def made(_visit: Visit) -> LaterForm:
        return LaterForm(request.POST, auto_id="id_nanti_%s")

    return _stepped(request, case_id, visit_id, "later", made, verb)


@require_POST
def come_back(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    def verb(visit: Visit, words: dict) -> Visit:
        said = actions.come_back if visit.is_awaited else actions.report
        return said(by=request.asker, visit=visit, came=actions.Came(**words))

    return _stepped(request, case_id, visit_id, "back", lambda visit: _back_form(visit, request.POST), verb)


@require_POST
def say_safe(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    def verb(visit: Visit, words: dict) -> Visit:
        return actions.say_safe(by=request.asker, visit=visit, **words)

    return _stepped(
        request, case_id, visit_id, "safe", lambda _visit: SafeForm(request.POST, auto_id="id_aman_%s"), verb
    )


@require_POST
def cancel(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    def verb(visit: Visit, words: dict) -> Visit:
        return actions.cancel(by=request.asker, visit=visit, **words)

    return _stepped(
        request, case_id, visit_id, "cancel", lambda _visit: EndingForm(request.POST, auto_id="id_batal_%s"), verb
    )


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, case_id: UUID, visit_id: UUID) -> HttpResponse:
    case, visit = _found(request, case_id, visit_id)
    if not policy.goes(request.asker, visit) or not VISIT.allows("replan", visit.state):
        raise Http404
    form = PlanForm(request.POST or None, initial={name: _local(getattr(visit, name)) for name in _PLAN})
    if request.method == "POST" and send(
        form,
        request.asker,
        f"change.{visit.pk}",
        lambda words: actions.change_visit(by=request.asker, visit=visit, **words),
    ):
        return redirect("visits:visit", case_id=case.pk, visit_id=visit.pk)
    return page(request, case, "change", {"visit": visit, "form": form}, wrong=bool(form.errors))


def _local(value: Any) -> Any:
    return clock.local(value) if isinstance(value, datetime) else value
