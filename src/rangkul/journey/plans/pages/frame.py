"""What every page of a plan has: the case, the pages beside it, and a note that the file was opened."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.journey.cases.frame import case_or_404  # noqa: F401  for the pages beside
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.policy import may_plan

PAGES = (
    ("plan", gettext_lazy("Rencana"), "target"),
    ("alternatives", gettext_lazy("Jalan yang ditimbang"), "git-merge"),
    ("review", gettext_lazy("Tinjauan"), "eye-heart"),
    ("evaluation", gettext_lazy("Evaluasi"), "chart-line"),
)
# Pages of one measure belong to the evaluation.
_LOOKING_BACK = ("evaluation", "measure", "measure_new")


def tell(request: HttpRequest, form: Form) -> None:
    """A refusal that has no page of its own is said on the next one."""
    for said in form.non_field_errors():
        messages.error(request, said)


def page(request: HttpRequest, case: Case, name: str, words: dict, status: int = 200) -> HttpResponse:
    """The page with its frame, or only its inner part where the case page asks for a tab by HTMX."""
    # A page that the browser restores from its history is a whole page, although it is asked for by HTMX.
    inner = request.htmx and not request.htmx.history_restore_request
    template = f"plans/_{name}.html" if inner else f"plans/{name}.html"
    frame = {
        "case": case,
        "may_plan": case.is_open and may_plan(by=request.asker, case=case),
        "tabs": tabs(case, name),
        "tab_here": "plans:evaluation" if name in _LOOKING_BACK else "plans:plan",
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Rencana"), "url": ""},
        ],
    }
    return render(request, template, {**frame, **words}, status=status)


def tabs(case: Case, here: str) -> list[dict]:
    here = "evaluation" if here in _LOOKING_BACK else here
    return [
        {"label": label, "url": reverse(f"plans:{name}", args=[case.pk]), "icon": icon, "current": name == here}
        for name, label, icon in PAGES
    ]
