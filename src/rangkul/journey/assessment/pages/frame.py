"""What every page of an assessment has: the case, the pages beside it, and a note that the file was opened."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.journey.assessment.policy import may_assess
from rangkul.journey.cases.frame import case_or_404  # noqa: F401  for the pages beside
from rangkul.journey.cases.models import Case

PAGES = (
    ("workspace", gettext_lazy("Ringkasan"), "clipboard-list"),
    ("facts", gettext_lazy("Fakta"), "notes"),
    ("functioning", gettext_lazy("Keberfungsian"), "chart-bar"),
    ("pie", gettext_lazy("Peran dan lingkungan"), "user-heart"),
    ("institutions", gettext_lazy("Lembaga sekitar"), "building-community"),
    ("risks", gettext_lazy("Risiko"), "shield-heart"),
    ("categories", gettext_lazy("Kelompok layanan"), "list-check"),
)


def page(request: HttpRequest, case: Case, name: str, words: dict, status: int = 200) -> HttpResponse:
    """The page with its frame, or only its inner part where the case page asks for a tab by HTMX."""
    # A page that the browser restores from its history is a whole page, although it is asked for by HTMX.
    inner = request.htmx and not request.htmx.history_restore_request
    template = f"assessment/_{name}.html" if inner else f"assessment/{name}.html"
    frame = {
        "case": case,
        "may_assess": case.is_open and may_assess(by=request.asker, case=case),
        "tabs": tabs(case, name),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Asesmen"), "url": ""},
        ],
    }
    return render(request, template, {**frame, **words}, status=status)


def tabs(case: Case, here: str) -> list[dict]:
    return [
        {"label": label, "url": reverse(f"assessment:{name}", args=[case.pk]), "icon": icon, "current": name == here}
        for name, label, icon in PAGES
    ]
