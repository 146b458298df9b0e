"""What every page of a case has: the case or 404, a note that it was opened, its head and its tabs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.journey.cases import hooks, policy
from rangkul.journey.cases.models import Case

# The story first, then what is agreed and done, then what other packages know.
OWN = (
    ("case", gettext_lazy("Linimasa"), "history"),
    ("stage", gettext_lazy("Tahap"), "route"),
    ("contract", gettext_lazy("Kontrak"), "signature"),
    ("tasks", gettext_lazy("Tugas dan janji"), "checkbox"),
    ("documents", gettext_lazy("Lampiran"), "files"),
    ("team", gettext_lazy("Orang dan tim"), "users"),
)


# Pages that are reached from a tab and have none of their own.
_WITHIN = {"people": "team", "terminate": "stage", "reopen": "stage"}


def tabs(case: Case, here: str) -> list[dict[str, Any]]:
    own = [
        {"label": label, "url": reverse(f"cases:{name}", args=[case.pk]), "icon": icon, "current": name == here}
        for name, label, icon in OWN
    ]
    return [*own[:1], *_others(case, here), *own[1:]]


def _others(case: Case, here: str) -> list[dict[str, Any]]:
    found = []
    for tab in hooks.tabs:
        try:
            url = reverse(tab.url_name, args=[case.pk])
        except NoReverseMatch:
            continue
        count = tab.count(case) if tab.count else None
        found.append(
            {"label": tab.label, "url": url, "icon": tab.icon, "current": tab.url_name == here, "count": count}
        )
    return found


def page(request: HttpRequest, case: Case, name: str, words: dict[str, Any], *, wrong: bool = False) -> HttpResponse:
    """Draw `cases/<name>.html`, whose tab has the same name where it has one. `wrong`: a form was refused, and the
    answer says so by its status."""
    by = request.asker
    frame = {
        "case": case,
        "tab_here": _WITHIN.get(name, name),
        "may_work": case.is_open and policy.may_work(by=by, case=case),
        "may_lead": policy.may_lead(by=by, case=case),
        "supervises": policy.is_supervisor_of(by, case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": ""},
        ],
    }
    return render(request, f"cases/{name}.html", {**frame, **words}, status=422 if wrong else 200)
