"""Risks of a case: what may go wrong, what protects, who looks again when."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Risk
from rangkul.journey.assessment.pages.forms_risk import EndRiskForm, RiskCheckForm, RiskForm
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.cases.models import Case


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    return _page(request, case, rating=_rating(request, case), checking="tanya" in request.GET)


@require_POST
def rate(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = RiskForm(request.POST)
    if send(form, request.asker, "risk", lambda words: actions.rate_risk(by=request.asker, case=case, **words)):
        return _back(case)
    return _page(request, case, rating=form, status=422)


@require_POST
def check(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = RiskCheckForm(request.POST)
    if send(form, request.asker, "risk_check", lambda words: actions.check_risks(by=request.asker, case=case, **words)):
        return _back(case)
    return _page(request, case, check_form=form, checking=True, status=422)


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, case_id: UUID, risk_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    risk = get_object_or_404(Risk.objects.select_related("key", "case"), pk=risk_id, case=case)
    form = EndRiskForm(request.POST or None)
    if request.method == "POST" and send(
        form, request.asker, "risk_end", lambda words: actions.end_risk(by=request.asker, case=case, risk=risk, **words)
    ):
        return _back(case)
    status = 422 if form.errors else 200
    return render(request, "assessment/end_risk.html", {"case": case, "risk": risk, "form": form}, status=status)


def _rating(request: HttpRequest, case: Case) -> RiskForm | None:
    """`?nilai=violence` opens the form, filled with what is known of that risk; `?nilai=` opens an empty one."""
    if "nilai" not in request.GET:
        return None
    kind = request.GET["nilai"]
    known = Risk.objects.filter(case=case, kind=kind, ended_on=None).first() if kind in RiskKind.values else None
    initial = {"kind": kind, "level": known.level, "since": known.since} if known else {"kind": kind}
    return RiskForm(initial=initial)


def _back(case: Case) -> HttpResponse:
    return redirect(reverse("assessment:risks", args=[case.pk]))


def _page(
    request: HttpRequest,
    case: Case,
    rating: RiskForm | None = None,
    check_form: RiskCheckForm | None = None,
    checking: bool = False,
    status: int = 200,
) -> HttpResponse:
    risks, checks = queries.risks(case), queries.checks(case)
    words = {
        "risks": risks,
        "checks": checks,
        "ended": queries.ended_risks(case),
        "never_asked": queries.never_asked(risks, checks),
        "rating": rating,
        "check_form": check_form or RiskCheckForm(auto_id="id_check_%s"),
        "checking": checking,
    }
    return page(request, case, "risks", words, status)
