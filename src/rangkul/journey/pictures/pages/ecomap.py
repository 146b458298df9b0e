"""The world around a household, drawn: the picture, the panel beside it, and under it the same in words and rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base.days import today
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.ecomap.describing import sentences, size_words, support_words, tie_words
from rangkul.journey.pictures.ecomap.drawing import draw
from rangkul.journey.pictures.ecomap.legend import legend
from rangkul.journey.pictures.ecomap.reading import around_of, ecomap_of
from rangkul.journey.pictures.ecomap.values import Ecomap
from rangkul.journey.pictures.models import SystemTie
from rangkul.journey.pictures.pages.forms_ecomap import CorrectSystemForm, EndSystemForm, SystemForm
from rangkul.journey.pictures.pages.frame import around, case_or_404
from rangkul.journey.pictures.queries import household_of, not_taken, system_ties_of


@dataclass
class Surroundings:
    """The ecomap of one case, read once."""

    case: Case

    @cached_property
    def ties(self) -> list[SystemTie]:
        return system_ties_of(self.case)

    @cached_property
    def ecomap(self) -> Ecomap:
        return ecomap_of(self.case, household_of(self.case), self.ties)

    def standing(self, row: str) -> SystemTie | None:
        return next((tie for tie in self.ties if str(tie.pk) == row and tie.ended_on is None), None)

    def standing_or_404(self, row_id: UUID) -> SystemTie:
        tie = self.standing(str(row_id))
        if tie is None:
            raise Http404
        return tie

    @property
    def address(self) -> str:
        return reverse("pictures:ecomap", args=[self.case.pk])

    def address_of(self, row: str) -> str:
        return f"{self.address}?ikatan={row}#panel"

    def drawn(self, *, choosing: bool, chosen: str = "") -> SafeString:
        title = _("Ekomap %(name)s") % {"name": self.case.client_name}
        link = self.address_of if choosing else None
        return draw(self.ecomap, title, " ".join(sentences(self.ecomap)[:12]), link, chosen)


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`?ikatan=` chooses a tie, `?buat=` opens the form of a verb."""
    found = Surroundings(case_or_404(request, case_id))
    return page(request, found, request.GET.get("ikatan", ""), request.GET.get("buat", ""))


def page(
    request: HttpRequest, found: Surroundings, chosen: str = "", doing: str = "", form: Any = None
) -> HttpResponse:
    words = around(request, found.case, "pictures:ecomap", _("Ekomap"))
    tie = found.standing(chosen)
    refused = form is not None
    if form is None and words["may_draw"]:
        form = form_of(tie, doing)
    words |= {
        "drawing": found.drawn(choosing=True, chosen=chosen),
        "sentences": sentences(found.ecomap),
        "size": size_words(found.ecomap),
        "support": support_words(found.ecomap),
        "alone": not found.ecomap.supporting,
        "rows": [{"tie": row, "words": around_of(row)} for row in found.ties],
        "ended": any(row.ended_on for row in found.ties),
        "legend": legend(),
        "offers": not_taken(found.case) if words["may_draw"] and form is None else [],
        "tie": tie,
        "about": tie_words(around_of(tie)) if tie else "",
        "doing": doing if form else "",
        "form": form,
        "action": _action(found.case, tie, doing) if form else "",
    }
    return render(request, "pictures/ecomap.html", words, status=422 if refused else 200)


def form_of(tie: SystemTie | None, doing: str, given: Any = None) -> Any:
    """The form of what is to be done, filled with `given`; None where nothing is."""
    if tie is None:
        return SystemForm(given) if doing == "tambah" else None
    if doing == "koreksi":
        return CorrectSystemForm(given, initial=CorrectSystemForm.initial_of(tie))
    return EndSystemForm(given) if doing == "akhiri" else None


def _action(case: Case, tie: SystemTie | None, doing: str) -> str:
    if tie is None:
        return reverse("pictures:tie_system", args=[case.pk])
    return reverse("pictures:correct_system" if doing == "koreksi" else "pictures:end_system", args=[case.pk, tie.pk])


@require_GET
def paper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = Surroundings(case_or_404(request, case_id))
    words = {
        "case": found.case,
        "drawing": found.drawn(choosing=False),
        "sentences": sentences(found.ecomap),
        "legend": legend(),
        "on": today(found.case.region_code),
    }
    return render(request, "pictures/ecomap_paper.html", words)
