"""What every page of protection has: the head of the case and the one tab."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_supervisor_of, may_work


def page(
    request: HttpRequest, case: Case, name: str, words: dict[str, Any], *, title: str = "", wrong: bool = False
) -> HttpResponse:
    """Draw `protection/<name>.html`. `title`: of a page below the tab's own."""
    here = reverse("protection:of_case", args=[case.pk])
    frame = {
        "case": case,
        "tab_here": "protection:of_case",
        "may_work": case.is_open and may_work(by=request.asker, case=case),
        "supervises": is_supervisor_of(request.asker, case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Perlindungan"), "url": here if title else ""},
            *([{"label": title, "url": ""}] if title else []),
        ],
    }
    return render(request, f"protection/{name}.html", {**frame, **words}, status=422 if wrong else 200)
