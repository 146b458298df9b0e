"""What every page of a referral has within a case."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.models import Case
from rangkul.support.referral import queries
from rangkul.support.referral.behind import CaseOrRequest, RequestFile, may_work
from rangkul.support.referral.frame import file_or_404, referral_or_404
from rangkul.support.referral.models import Need

__all__ = ["file_or_404", "need_or_404", "page", "referral_or_404"]


def page(
    request: HttpRequest,
    case: CaseOrRequest,
    name: str,
    words: dict,
    *,
    wrong: bool = False,
    crumb: tuple[str, str] | None = None,
) -> HttpResponse:
    of_request = isinstance(case, RequestFile)
    crumbs = [*(_from_request(case) if of_request else _from_case(case))]
    crumbs.append({"label": _("Rujukan"), "url": reverse("referrals:of_case", args=[case.pk])})
    if crumb:
        crumbs.append({"label": crumb[0], "url": crumb[1]})
    frame = {
        "case": case,
        "of_request": of_request,
        "frame": "referral/_request_frame.html" if of_request else "cases/_frame.html",
        "tab_here": "referrals:of_case",
        "may_work": case.is_open and may_work(request.asker, case),
        "leads": may_work(request.asker, case),
        "crumbs": crumbs,
    }
    return render(request, f"referral/{name}.html", {**frame, **words}, status=422 if wrong else 200)


def _from_case(case: Case) -> list[dict[str, str]]:
    return [
        {"label": _("Kasus saya"), "url": reverse("cases:mine")},
        {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
    ]


def _from_request(file: RequestFile) -> list[dict[str, str]]:
    return [
        {"label": _("Antrean"), "url": reverse("intake:queue")},
        {"label": file.request.ticket_words, "url": reverse("intake:request", args=[file.pk])},
    ]


def need_or_404(request: HttpRequest, case_id: UUID, need_id: UUID) -> tuple[CaseOrRequest, Need]:
    case = file_or_404(request, case_id)
    try:
        return case, queries.get_need(case, need_id)
    except Need.DoesNotExist:
        raise Http404 from None
