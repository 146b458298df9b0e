"""Lists of cases: mine, what waits for my signature, what lacks one of the four qualities."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.commons.trust.queries import said_of
from rangkul.entry.intake.states import Level
from rangkul.journey.cases import hooks, queries
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.steps import SignForm
from rangkul.journey.cases.queries.lists import LIMIT
from rangkul.journey.cases.queries.quality import NAMES
from rangkul.journey.cases.states import PATH, CaseState, Stage


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """The asker's own cases; a supervisor may look at the whole unit."""
    chosen = _chosen(request)
    rows = _ask(request, chosen, limit=LIMIT + 1)
    shown = rows[:LIMIT]
    words = {
        "cases": shown,
        "chosen": chosen,
        "tabs": _stage_tabs(request, chosen),
        "levels": Level.choices,
        "may_see_unit": request.asker.has("supervisor"),
        "older": _older(chosen, shown[-1]) if len(rows) > LIMIT else "",
        "newer": _address(chosen) if request.GET.get("sesudah") else "",
        "asker_id": request.asker.staff_id,
    }
    return render(request, "cases/mine.html", words)


def _chosen(request: HttpRequest) -> dict[str, str]:
    """The filters of the address; what nobody offered is left out."""
    given = request.GET
    return {
        "tahap": given.get("tahap", "") if given.get("tahap", "") in Stage.values else "",
        "tingkat": given.get("tingkat", "") if given.get("tingkat", "") in Level.values else "",
        "keadaan": "closed" if given.get("keadaan") == "closed" else "",
        "siapa": "unit" if given.get("siapa") == "unit" and request.asker.has("supervisor") else "",
    }


def _ask(request: HttpRequest, chosen: dict[str, str], limit: int) -> list[Case]:
    ask = queries.of_unit if chosen["siapa"] else queries.mine
    return ask(
        request.asker,
        stage=chosen["tahap"],
        level=chosen["tingkat"],
        state=chosen["keadaan"] or CaseState.OPEN,
        after=_cursor(request.GET.get("sesudah", "")),
        limit=limit,
    )


def _cursor(text: str) -> tuple[datetime, UUID] | None:
    """`due~id` of the last row of the page before; anything else begins at the start."""
    due, _tilde, last = text.partition("~")
    try:
        moment, key = datetime.fromisoformat(due), UUID(last)
    except ValueError:
        return None
    return (moment, key) if moment.tzinfo else None


def _address(chosen: dict[str, str], **more: str) -> str:
    return "?" + urlencode({name: value for name, value in {**chosen, **more}.items() if value})


def _older(chosen: dict[str, str], last: Case) -> str:
    return _address(chosen, sesudah=f"{last.due.isoformat()}~{last.pk}")


def _stage_tabs(request: HttpRequest, chosen: dict[str, str]) -> list[dict[str, Any]]:
    counts = {} if chosen["siapa"] or chosen["keadaan"] else queries.stage_counts(request.asker)
    tabs = [{"label": _("Semua"), "url": _address({**chosen, "tahap": ""}), "current": not chosen["tahap"]}]
    for stage in PATH:
        url = _address({**chosen, "tahap": stage.value})
        tabs.append(
            {"label": stage.label, "url": url, "current": chosen["tahap"] == stage, "count": counts.get(stage.value)}
        )
    return tabs


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """The whole queue on one page: read, decide in place, and see what changed since something was sent back."""
    rows = queries.waiting_signatures(request.asker, limit=50)
    returned = queries.returned_before(rows)
    lines = [
        {
            "row": row,
            "form": SignForm(auto_id=f"id_{row.pk}_%s"),
            "before": before.before if (before := returned.get(row.pk)) else None,
            "to_read": hooks.where_to_read(row),
            "since": [(said_of(name), n) for name, n in before.since.items()] if before else [],
        }
        for row in rows
    ]
    return render(request, "cases/waiting.html", {"lines": lines})


@require_GET
def quality(request: HttpRequest) -> HttpResponse:
    """What the asker can mend; a supervisor sees the unit. No worker is ranked."""
    ask = queries.of_unit if request.asker.has("supervisor") else queries.mine
    rows = queries.worklist(ask(request.asker, limit=100))
    words = {"rows": [{"case": case, "flags": [(NAMES[one.code], one) for one in found]} for case, found in rows]}
    return render(request, "cases/quality.html", words)
