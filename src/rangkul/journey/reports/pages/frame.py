"""What every page of documents has: the case and the document or 404, and a note that the file was opened."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.reports import policy, queries
from rangkul.journey.reports.models import Paper


def paper_or_404(request: HttpRequest, case_id: UUID, paper_id: UUID) -> Paper:
    case = case_or_404(request, case_id)
    try:
        return queries.get(case, paper_id)
    except Paper.DoesNotExist:
        raise Http404 from None


def page(request: HttpRequest, case: Case, name: str, words: dict, status: int = 200) -> HttpResponse:
    frame = {
        "case": case,
        "may_write": policy.may_write(by=request.asker, case=case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Surat dan laporan"), "url": reverse("reports:papers", args=[case.pk])},
        ],
    }
    return render(request, f"reports/{name}.html", {**frame, **words}, status=status)
