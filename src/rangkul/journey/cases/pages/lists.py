"""Lists of cases: mine, what waits for my signature, what lacks one of the four qualities."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base.paging import AFTER, after_row, row_mark
from rangkul.commons.trust.queries import said_of
from rangkul.entry.intake.states import Level
from rangkul.journey.cases import hooks, queries
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.steps import SignForm
from rangkul.journey.cases.queries.lists import LIMIT
from rangkul.journey.cases.queries.quality import NAMES
from rangkul.journey.cases.states import PATH, CaseState, Stage

_WAITING = 50
_LOOKED_AT = 100


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
        "older": _older(shown[-1].due, shown[-1].pk, **chosen) if len(rows) > LIMIT else "",
        "newer": _newer(request, **chosen),
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
        after=after_row(request),
        limit=limit,
    )


def _address(**asked: str) -> str:
    return "?" + urlencode({name: value for name, value in asked.items() if value})


def _older(moment: datetime, key: UUID, **chosen: str) -> str:
    return _address(**chosen, **{AFTER: row_mark(moment, key)})


def _newer(request: HttpRequest, **chosen: str) -> str:
    return _address(**chosen) if after_row(request) else ""


def _stage_tabs(request: HttpRequest, chosen: dict[str, str]) -> list[dict[str, Any]]:
    counts = {} if chosen["siapa"] or chosen["keadaan"] else queries.stage_counts(request.asker)
    tabs = [{"label": _("Semua"), "url": _address(**chosen | {"tahap": ""}), "current": not chosen["tahap"]}]
    for stage in PATH:
        url = _address(**chosen | {"tahap": stage.value})
        tabs.append(
            {"label": stage.label, "url": url, "current": chosen["tahap"] == stage, "count": counts.get(stage.value)}
        )
    return tabs


@require_GET
def waiting(request: HttpRequest) -> HttpResponse:
    """The queue: read, decide in place, and see what changed since something was sent back."""
    rows = queries.waiting_signatures(request.asker, after=after_row(request), limit=_WAITING)
    returned = queries.returned_before(rows)
    lines = [
        {
            "row": row,
            "form": SignForm(in_words=row.in_words, auto_id=f"id_{row.pk}_%s"),
            "before": before.before if (before := returned.get(row.pk)) else None,
            "to_read": hooks.where_to_read(row),
            "since": [(said_of(name), n) for name, n in before.since.items()] if before else [],
        }
        for row in rows
    ]
    words = {
        "lines": lines,
        "here": request.get_full_path(),
        "older": _older(rows[-1].asked_at, rows[-1].pk) if rows and rows[-1].in_all > len(rows) else "",
        "newer": _newer(request),
    }
    return render(request, "cases/waiting.html", words)


@require_GET
def quality(request: HttpRequest) -> HttpResponse:
    """What the asker can mend; a supervisor sees the unit. No worker is ranked. A page looks at so many cases, however
    few of them lack something."""
    ask = queries.of_unit if request.asker.has("supervisor") else queries.mine
    cases = ask(request.asker, after=after_row(request), limit=_LOOKED_AT + 1)
    looked_at = cases[:_LOOKED_AT]
    rows = queries.worklist(looked_at)
    words = {
        "rows": [{"case": case, "flags": [(NAMES[one.code], one) for one in found]} for case, found in rows],
        "older": _older(looked_at[-1].due, looked_at[-1].pk) if len(cases) > _LOOKED_AT else "",
        "newer": _newer(request),
    }
    return render(request, "cases/quality.html", words)
