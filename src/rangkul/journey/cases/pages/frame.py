"""What every page of a case has: the case or 404, a note that it was opened, its head and its tabs."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.journey.cases import hooks, policy
from rangkul.journey.cases.models import Case

# What is walked every week stands in the row: the story, what is agreed, what other packages bring, what is to be done.
_BEFORE = (
    ("case", gettext_lazy("Linimasa"), "history"),
    ("stage", gettext_lazy("Tahap"), "route"),
    ("contract", gettext_lazy("Kontrak"), "signature"),
)
_BEHIND = (("tasks", gettext_lazy("Tugas dan janji"), "checkbox"),)
_BESIDE = (
    ("team", gettext_lazy("Orang dan tim"), "users"),
    ("partners", gettext_lazy("Peta pihak"), "world"),
    ("documents", gettext_lazy("Lampiran"), "files"),
    ("told", gettext_lazy("Dibaca klien"), "eye"),
    ("tickets", gettext_lazy("Tiket klien"), "key"),
    ("consents", gettext_lazy("Persetujuan"), "shield-check"),
)


# Pages that are reached from a tab and have none of their own.
_WITHIN = {"people": "team", "terminate": "stage", "reopen": "stage", "hold_back": "told", "sheets": "documents",
           "sheet_filing": "documents", "partner": "partners", "consent_withdraw": "consents"}  # fmt: skip


def tabs(case: Case, here: str) -> dict[str, list[dict[str, Any]]]:
    """What stands in the row, and what lies behind "Lainnya"; the page that is open always stands in the row."""
    theirs = [tab for tab in hooks.tabs if tab.road]
    row = [*_own(case, here, _BEFORE), *_others(case, here, theirs), *_own(case, here, _BEHIND)]
    beside = [tab for tab in hooks.tabs if not tab.road]
    more = [*_own(case, here, _BESIDE), *_others(case, here, beside)]
    return {
        "tabs": [*row, *(tab for tab in more if tab["current"])],
        "more": [tab for tab in more if not tab["current"]],
    }


def title(case: Case, here: str) -> str:
    """Of the window, which others may read over a shoulder: the number of the case and the part, never the name."""
    told = {name: label for name, label, _icon in (*_BEFORE, *_BEHIND, *_BESIDE)}
    told |= {tab.url_name: tab.label for tab in hooks.tabs if not tab.unnamed}
    return f"{told[here]} · {case.number}" if here in told else _("Kasus %(number)s") % {"number": case.number}


def _own(case: Case, here: str, pages: Iterable[tuple[str, Any, str]]) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": reverse(f"cases:{name}", args=[case.pk]), "icon": icon, "current": name == here}
        for name, label, icon in pages
    ]


def _others(case: Case, here: str, tabs: Iterable[hooks.Tab]) -> list[dict[str, Any]]:
    found = []
    for tab in tabs:
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
