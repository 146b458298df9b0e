"""The conversations of a case, as far as the reader may see them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rangkul.journey.cases.frame import case_or_404
from rangkul.support.counselling import queries


@require_safe
def show(http: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(http, case_id)
    words = {
        "case": case,
        "tab_here": "counselling:of_case",
        "rooms": queries.of_case(case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Percakapan"), "url": reverse("counselling:of_case", args=[case.pk])},
        ],
    }
    return render(http, "counselling/of_case.html", words)
