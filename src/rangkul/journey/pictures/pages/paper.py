"""The genogram on paper: black on white, with its date, its words and its key."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rangkul.base.days import today
from rangkul.journey.pictures.genogram.legend import legend
from rangkul.journey.pictures.pages.frame import Picture, case_or_404

# From this width on a drawing is read better on a page laid across.
ACROSS = 760.0


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    picture = Picture(case)
    words = {
        "case": case,
        "drawing": picture.drawn(choosing=False),
        "wide": picture.layout.width > ACROSS,
        "sentences": picture.sentences,
        "legend": legend(),
        "on": today(case.region_code),
    }
    return render(request, "pictures/genogram_paper.html", words)
