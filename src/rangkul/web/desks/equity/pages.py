"""Who asks, who waits, who is turned away: the report for who leads, and the same as a file."""

from __future__ import annotations

import csv
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rangkul.base.readings import read_file
from rangkul.base.suppressing import ALL
from rangkul.commons.people.states import Role
from rangkul.web.desks.equity import words
from rangkul.web.desks.equity.facts import FEWEST_WORKERS
from rangkul.web.desks.equity.report import Line, Report, quarters, report
from rangkul.web.desks.equity.states import OF_PEOPLE, Became, Dimension, Retold


def _asked(request: HttpRequest) -> tuple[list[str], Report | None]:
    """The quarters that there are and the one that was asked for, else the newest. Raises PermissionDenied, Http404."""
    if not request.asker.has(Role.HEAD, Role.SUPERVISOR):
        raise PermissionDenied
    there = quarters(request.asker.agency_id)
    wanted = request.GET.get("triwulan") or (there[0] if there else "")
    if wanted and wanted not in there:
        raise Http404
    found = report(request.asker.agency_id, wanted) if wanted else None
    if found is not None:
        read_file("agency", request.asker.agency_id, name="equity.read")
    return there, found


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    there, found = _asked(request)
    home = (_("Lembaga"), "desks:agency") if request.asker.has(Role.HEAD) else (_("Tim"), "desks:team")
    crumbs = [{"label": home[0], "url": reverse(home[1])}, {"label": _("Pemerataan"), "url": ""}]
    page: dict[str, Any] = {"crumbs": crumbs, "quarters": [(one, words.quarter(one)) for one in there]}
    if found is not None:
        page |= _page(found)
    return render(request, "desks/equity.html", page)


def _page(found: Report) -> dict[str, Any]:
    called = words.names(found)
    return {
        "report": found, "title": words.quarter(found.quarter), "fewest": FEWEST_WORKERS,
        "findings": [words.finding(one, called) for one in found.standing_out],
        "compared": len(found.compared), "heads": [one.label for one in Became],
        "tables": [_table(found, dimension, called) for dimension in OF_PEOPLE if found.tables.get(dimension)],
        "retold_heads": [one.label for one in Retold],
        "units": [_unit(line, called) for line in words.ordered(found, Dimension.UNIT, called)],
        "units_whole": _unit(found.retold, called, found.whole.n) if found.retold.counts else None,
    }  # fmt: skip


def _table(found: Report, dimension: Dimension, called: dict) -> dict[str, Any]:
    rows = [
        _row(line, called.get((dimension, line.name), line.name)) for line in words.ordered(found, dimension, called)
    ]
    return {"name": dimension.label, "code": dimension.value, "rows": rows, "whole": _row(found.whole, _("Semua"))}


def _row(line: Line, name: str) -> dict[str, Any]:
    cells = [(one.label, words.cell(line.of(one), line.n)) for one in Became]
    waits = [
        (_("Tunggu jawaban pertama"), words.wait(line.first_hours)),
        (_("Tunggu keputusan"), words.wait(line.decided_hours)),
    ]
    return {"name": name, "n": words.cell(line.n, None), "waits": waits, "cells": cells}


def _unit(line: Line, called: dict, n: int | None = None) -> dict[str, Any]:
    """`n`: of all units together, whose line has no number and no wait of its own."""
    row = _row(line, called.get((Dimension.UNIT, line.name), line.name))
    if line.name == ALL:
        row |= {"n": words.cell(n, None), "waits": [(head, "") for head, _said in row["waits"]]}
    cells = [(one.label, words.cell(line.of(one), n if line.name == ALL else line.n)) for one in Retold]
    return row | {"cells": cells}


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The same numbers, hidden in the same way, for a spreadsheet."""
    _there, found = _asked(request)
    if found is None:
        raise Http404
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="pemerataan-{found.quarter}.csv"'
    # So that spreadsheets read it as UTF-8.
    answer.write("\ufeff")
    rows = csv.writer(answer)
    rows.writerow([_("Menurut"), _("Kelompok"), _("Yang terjadi"), _("Jumlah"), _("Tunggu jawaban pertama"),
                   _("Tunggu keputusan")])  # fmt: skip
    called = words.names(found)
    _write(rows, _("Semua"), _("Semua"), found.whole)
    for dimension in Dimension:
        for line in words.ordered(found, dimension, called):
            _write(rows, str(dimension.label), called.get((dimension, line.name), line.name), line)
    return answer


def _write(rows: Any, dimension: str, name: str, line: Line) -> None:
    labels = dict([*Became.choices, *Retold.choices])
    # A name may be anything that somebody typed; a spreadsheet must not take it for a formula.
    name = f"'{name}" if name[:1] in "=+-@\t\r" else name
    rows.writerow([dimension, name, _("Semua"), words.cell(line.n, None), words.wait(line.first_hours),
                   words.wait(line.decided_hours)])  # fmt: skip
    for became, n in sorted(line.counts.items()):
        rows.writerow([dimension, name, labels[became], words.cell(n, None), "", ""])
