"""What every page of an assessment has: the case, the pages beside it, and a note that the file was opened."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import readings
from rangkul.journey.assessment.policy import may_assess
from rangkul.journey.cases import queries as cases
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


def case_or_404(request: HttpRequest, case_id: UUID) -> Case:
    """The case, noted as opened where the page only reads. A case that is not seen does not exist."""
    try:
        case = cases.get(case_id)
    except Case.DoesNotExist:
        raise Http404 from None
    if request.method == "GET":
        readings.read_file("case", case.pk, why=cases.basis_of(request.asker, case))
    return case


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
