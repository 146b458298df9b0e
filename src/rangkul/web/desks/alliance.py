"""How clients of one unit find the working together, quarter by quarter, for its supervisor (A18). Clients are counted,
never workers: nothing here can rank anybody, and what would point at one person is not shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rangkul.base.days import today
from rangkul.base.readings import read_file
from rangkul.base.suppressing import ALL, SMALLEST, Entry, hidden, with_totals
from rangkul.commons.people.states import Role
from rangkul.journey.plans import alliance
from rangkul.journey.plans.models import AllianceRating
from rangkul.journey.plans.models.alliance import ANSWERS
from rangkul.journey.plans.queries import ratings_of_unit
from rangkul.web.desks.equity import words
from rangkul.web.desks.equity.facts import FEWEST_WORKERS
from rangkul.web.desks.equity.quarters import Quarter

QUARTERS = 4


class Band(models.TextChoices):
    """Where an answer from 0 to 10 lies. Bands are counted and no mean is made, which would look like a mark."""

    LOW = "0-4", gettext_lazy("0 sampai 4")
    MIDDLE = "5-7", gettext_lazy("5 sampai 7")
    HIGH = "8-10", gettext_lazy("8 sampai 10")

    @classmethod
    def of(cls, answer: int) -> Band:
        return cls.LOW if answer < 5 else cls.MIDDLE if answer < 8 else cls.HIGH


def _quarters(day: date) -> list[Quarter]:
    """Those that are over, oldest first: while one runs, two readings of it differ by what one person said."""
    found = [Quarter.of(day).before()]
    while len(found) < QUARTERS:
        found.insert(0, found[0].before())
    return found


def _client(one: AllianceRating) -> UUID:
    """The same before and after a request became a case."""
    return one.request_id or one.case.request_id or one.case_id


def _worker(one: AllianceRating) -> UUID:
    return one.case.worker_id if one.case else one.request.owner_id


@dataclass(frozen=True)
class Trend:
    """Of one question: how many clients answered in each band in each quarter; `out` are the entries not shown."""

    name: str
    full: dict[Entry, int]
    out: set[Entry]

    def shown(self, quarter: str, band: str) -> int | None:
        return None if (quarter, band) in self.out else self.full[quarter, band]

    def cell(self, quarter: str, band: str) -> str:
        whole = None if band == ALL else self.shown(quarter, ALL)
        return words.cell(self.shown(quarter, band), whole)


def trends(ratings: Iterable[AllianceRating]) -> tuple[list[Trend], list[Quarter]]:
    """One of each question, and the quarters that can be shown. Whoever rated often counts once a quarter, with their
    last answer; a quarter in which clients of fewer than three workers answered is left out. `ratings` oldest first."""
    in_quarter: dict[Quarter, list[AllianceRating]] = defaultdict(list)
    for one in ratings:
        in_quarter[Quarter.of(one.given_on)].append(one)
    whole = {q: rows for q, rows in in_quarter.items() if len({_worker(one) for one in rows}) >= FEWEST_WORKERS}
    return [_trend(name, whole) for name in ANSWERS] if whole else [], sorted(whole)


def _trend(name: str, whole: dict[Quarter, list[AllianceRating]]) -> Trend:
    counts: dict[Entry, int] = {(str(quarter), band): 0 for quarter in whole for band in Band.values}
    for quarter, rows in whole.items():
        last = {_client(one): answer for one in rows if (answer := getattr(one, name)) is not None}
        for answer in last.values():
            counts[str(quarter), Band.of(answer)] += 1
    full = with_totals(counts)
    return Trend(name, full, hidden(full))


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    asker = request.asker
    if not asker.has(Role.SUPERVISOR) or asker.unit_id is None:
        raise PermissionDenied
    read_file("unit", asker.unit_id, name="alliance.read")
    asked_of = _quarters(today())
    rated = ratings_of_unit(asker.unit_id, asked_of[0].starts, asked_of[-1].next().starts)
    found, quarters = trends(rated)
    crumbs = [{"label": _("Tim"), "url": reverse("desks:team")}, {"label": _("Kerja sama"), "url": ""}]
    page = {
        "crumbs": crumbs,
        "rated": bool(rated),
        "left_out": [words.quarter(str(one)) for one in asked_of if one not in quarters],
        "fewest": FEWEST_WORKERS,
        "smallest": SMALLEST,
        "bands": Band.labels,
        "tables": [_table(one, quarters) for one in found],
    }
    return render(request, "desks/alliance.html", page)


def _table(trend: Trend, quarters: list[Quarter]) -> dict:
    question, low, high = alliance.QUESTIONS[trend.name]
    rows = [
        {
            "name": words.quarter(str(one)),
            "n": trend.cell(str(one), ALL),
            "cells": [(band.label, trend.cell(str(one), band)) for band in Band],
        }
        for one in quarters
    ]
    return {
        "code": trend.name, "name": alliance.SHORT[trend.name], "question": question, "low": low, "high": high,
        "rows": rows,
    }  # fmt: skip
