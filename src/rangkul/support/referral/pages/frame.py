"""What every page of a referral has within a case."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import may_work
from rangkul.support.referral import queries
from rangkul.support.referral.models import Need, Referral


def page(
    request: HttpRequest,
    case: Case,
    name: str,
    words: dict,
    *,
    wrong: bool = False,
    crumb: tuple[str, str] | None = None,
) -> HttpResponse:
    crumbs = [
        {"label": _("Kasus saya"), "url": reverse("cases:mine")},
        {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
        {"label": _("Rujukan"), "url": reverse("referrals:of_case", args=[case.pk])},
    ]
    if crumb:
        crumbs.append({"label": crumb[0], "url": crumb[1]})
    frame = {
        "case": case,
        "tab_here": "referrals:of_case",
        "may_work": case.is_open and may_work(by=request.asker, case=case),
        "leads": may_work(by=request.asker, case=case),
        "crumbs": crumbs,
    }
    return render(request, f"referral/{name}.html", {**frame, **words}, status=422 if wrong else 200)


def need_or_404(request: HttpRequest, case_id: UUID, need_id: UUID) -> tuple[Case, Need]:
    case = case_or_404(request, case_id)
    try:
        return case, queries.get_need(case, need_id)
    except Need.DoesNotExist:
        raise Http404 from None


def referral_or_404(request: HttpRequest, case_id: UUID, referral_id: UUID) -> tuple[Case, Referral]:
    case = case_or_404(request, case_id)
    try:
        return case, queries.get(case, referral_id)
    except Referral.DoesNotExist:
        raise Http404 from None
