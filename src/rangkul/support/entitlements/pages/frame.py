"""What every page of an application has within a case."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import may_work
from rangkul.support.entitlements import queries
from rangkul.support.entitlements.models import Application


def page(
    request: HttpRequest, case: Case, name: str, words: dict, *, wrong: bool = False, crumb: str = ""
) -> HttpResponse:
    crumbs = [
        {"label": _("Kasus saya"), "url": reverse("cases:mine")},
        {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
        {"label": _("Hak dan bantuan"), "url": reverse("entitlements:of_case", args=[case.pk]) if crumb else ""},
    ]
    if crumb:
        crumbs.append({"label": crumb, "url": ""})
    frame = {
        "case": case,
        "tab_here": "entitlements:of_case",
        "may_work": case.is_open and may_work(by=request.asker, case=case),
        "crumbs": crumbs,
    }
    return render(request, f"entitlements/{name}.html", {**frame, **words}, status=422 if wrong else 200)


def application_or_404(request: HttpRequest, case_id: UUID, application_id: UUID) -> Application:
    case = case_or_404(request, case_id)
    try:
        return queries.get(case, application_id)
    except Application.DoesNotExist:
        raise Http404 from None
