"""The road of a case over time, drawn: the picture, the panel beside it, and under it the same in words and rows."""

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
from rangkul.journey.pictures.lifeline.describing import moment_words, sentences, several_words, when_words
from rangkul.journey.pictures.lifeline.drawing import draw
from rangkul.journey.pictures.lifeline.legend import legend
from rangkul.journey.pictures.lifeline.placing import Placed, place
from rangkul.journey.pictures.lifeline.reading import road_of
from rangkul.journey.pictures.lifeline.scale import PAPER, SCREEN
from rangkul.journey.pictures.lifeline.values import Moment, Road
from rangkul.journey.pictures.models import LifeEvent
from rangkul.journey.pictures.pages.forms_lifeline import CorrectLifeForm, LifeForm, TakeBackForm
from rangkul.journey.pictures.pages.frame import around, case_or_404
from rangkul.journey.pictures.queries import life_events_of
from rangkul.journey.pictures.states import Lane


@dataclass
class Lifeline:
    """The timeline of one case, read once and placed when it is drawn."""

    case: Case

    @cached_property
    def events(self) -> list[LifeEvent]:
        return life_events_of(self.case)

    @cached_property
    def road(self) -> Road:
        return road_of(self.case, self.events)

    @cached_property
    def placed(self) -> Placed:
        return place(self.road, SCREEN)

    def standing(self, row: str) -> LifeEvent | None:
        return next((one for one in self.events if str(one.pk) == row and one.ended_on is None), None)

    def standing_or_404(self, row_id: UUID) -> LifeEvent:
        if (found := self.standing(str(row_id))) is None:
            raise Http404
        return found

    def chosen(self, moment: str) -> tuple[Moment, ...]:
        """What the mark that shows this moment stands for."""
        spot = self.placed.spot_of(moment)
        return spot.moments if spot else ()

    @property
    def address(self) -> str:
        return reverse("pictures:lifeline", args=[self.case.pk])

    def address_of(self, moment: str) -> str:
        return f"{self.address}?saat={moment}#panel"

    def drawn(self, *, choosing: bool, chosen: str = "") -> SafeString:
        title = _("Garis waktu %(name)s") % {"name": self.case.client_name}
        about = " ".join(sentences(self.road)[:12])
        if choosing:
            return draw(self.placed, title, about, self.address_of, chosen)
        return draw(place(self.road, PAPER), title, about)


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`?saat=` chooses a mark, `?buat=` opens the form of a verb."""
    found = Lifeline(case_or_404(request, case_id))
    return page(request, found, request.GET.get("saat", ""), request.GET.get("buat", ""))


def page(request: HttpRequest, found: Lifeline, chosen: str = "", doing: str = "", form: Any = None) -> HttpResponse:
    words = around(request, found.case, "pictures:lifeline", _("Garis waktu"))
    event = found.standing(chosen)
    refused = form is not None
    if form is None and words["may_draw"]:
        form = form_of(event, doing)
    some = found.chosen(chosen)
    words |= {
        "drawing": found.drawn(choosing=True, chosen=chosen),
        "two_scales": found.placed.scale.break_at is not None,
        "sentences": sentences(found.road),
        "rows": rows_of(found.road),
        "untold": not any(one.lane == Lane.LIFE for one in found.road.moments),
        "withdrawn": [one for one in found.events if one.ended_on],
        "legend": legend(),
        "event": event,
        "some": [{"moment": one, "words": moment_words(one)} for one in some],
        "about": several_words(some) if some else "",
        "lane": Lane(some[0].lane).label if some else "",
        "doing": doing if form else "",
        "form": form,
        "action": _action(found.case, event, doing) if form else "",
    }
    return render(request, "pictures/lifeline.html", words, status=422 if refused else 200)


def rows_of(road: Road) -> list[dict[str, Any]]:
    """The same for who reads better in rows: early before late, in whatever lane."""
    order = sorted(road.moments, key=lambda one: (one.start, one.last, one.id))
    return [{"moment": one, "when": when_words(one), "lane": Lane(one.lane).label} for one in order]


def form_of(event: LifeEvent | None, doing: str, given: Any = None) -> Any:
    """The form of what is to be done, filled with `given`; None where nothing is."""
    if event is None:
        return LifeForm(given) if doing == "tambah" else None
    if doing == "koreksi":
        return CorrectLifeForm(given, initial=CorrectLifeForm.initial_of(event))
    return TakeBackForm(given) if doing == "tarik" else None


def _action(case: Case, event: LifeEvent | None, doing: str) -> str:
    if event is None:
        return reverse("pictures:tell_life", args=[case.pk])
    return reverse(
        "pictures:correct_life" if doing == "koreksi" else "pictures:take_back_life", args=[case.pk, event.pk]
    )


@require_GET
def paper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = Lifeline(case_or_404(request, case_id))
    words = {
        "case": found.case,
        "drawing": found.drawn(choosing=False),
        "sentences": sentences(found.road),
        "legend": legend(),
        "on": today(found.case.region_code),
    }
    return render(request, "pictures/lifeline_paper.html", words)
