"""The first page of each role, and the one search."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.asking import Asker
from rangkul.base.forms.kit import clean_text
from rangkul.base.readings import only_reads
from rangkul.commons.people import queries as people
from rangkul.commons.trust import queries as trust
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.states import PATH
from rangkul.web.desks import asked, line_calls, old_services, search, team, today
from rangkul.web.desks.equity import telling
from rangkul.web.desks.models import DEFINITIONS, Measure, Tally

# Who does not practise has another first page.
_FIRST_PAGE = {"pimpinan": "desks:agency", "admin": "accounts:staff", "auditor": "trust:audit", "pdp": "trust:rights"}


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    if not request.asker.practises:
        for role, page in _FIRST_PAGE.items():
            if request.asker.has(role):
                return redirect(page)
        # A student's own place comes with a module that may be off.
        if request.asker.has("praktikan") and apps.is_installed("rangkul.sustain.workforce"):
            return redirect("workforce:home")
    things = today.things(request.asker)
    context = {
        "greeting": today.greeting(request.user.called_name),
        "things": things[: today.SHOWN],
        "more": max(0, len(things) - today.SHOWN),
    }
    if request.GET.get("bagian") == "daftar":
        return render(request, "desks/todo.html", context)
    rows = _stage_rows(request.asker)
    # Six times nothing tells a supervisor without cases of her own nothing.
    context |= {
        "stage_rows": rows if any(row["n"] for row in rows) else [],
        "old_services": old_services.waiting_for(request.asker),
        "practice": trust.practice_waits(request.asker),
        "test_calls": line_calls.waiting_for(request.asker),
        "doubts": people.doubts_for(request.asker),
    }
    return render(request, "desks/today.html", context)


def _stage_rows(asker: Asker) -> list[dict]:
    counts, url = cases.stage_counts(asker), reverse("cases:mine")
    return [{"name": stage.label, "n": counts.get(stage, 0), "url": f"{url}?tahap={stage}"} for stage in PATH]


@only_reads
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """By POST, because names and numbers have no place in an address. A GET (going back, loading again) asks once more
    what this browser asked last; an address brings no words."""
    if not request.asker.practises:
        raise PermissionDenied
    posted = request.method == "POST"
    text = clean_text(request.POST.get("q", ""))[: asked.LONGEST] if posted else asked.before(request)
    context = {"search_text": text, "posted": posted, "found": search.everything(request.asker, text)}
    answer = render(request, "desks/search.html", context)
    if posted:
        asked.keep(request, answer, text)
    return answer


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    if not request.asker.has("supervisor"):
        raise PermissionDenied
    context = {
        "late": team.late_requests(request.asker),
        "overdue": team.overdue_cases(request.asker),
        "grave": team.grave_cases(request.asker),
        "quiet": team.quiet_cases(request.asker),
        "signatures": team.signatures(request.asker),
        "loads": team.loads(request.asker),
    }
    return render(request, "desks/team.html", context)


@require_safe
def agency(request: HttpRequest) -> HttpResponse:
    if not request.asker.has("pimpinan"):
        raise PermissionDenied
    rows = list(Tally.objects.order_by("measure", "unit_id"))
    units = {unit.pk: unit for unit in request.user.agency.units.order_by("name")}
    measures = [
        {
            "name": measure.label,
            "definition": DEFINITIONS[measure],
            "total": sum(row.n for row in rows if row.measure == measure),
            "at": max((row.counted_at for row in rows if row.measure == measure), default=None),
        }
        for measure in Measure
    ]
    table = [
        {"unit": unit, "cells": [{"name": m.label, "n": _of(rows, unit.pk, m)} for m in Measure]}
        for unit in units.values()
    ]
    context = {"measures": measures, "table": table, "disparity": telling.unread(request.asker)}
    return render(request, "desks/agency.html", context)


def _of(rows: list[Tally], unit_id, measure: str) -> int | None:
    return next((row.n for row in rows if row.unit_id == unit_id and row.measure == measure), None)
