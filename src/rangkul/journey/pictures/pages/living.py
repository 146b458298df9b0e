"""What the panel of the timeline sends: each verb once, and back to the event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.journey.pictures import actions
from rangkul.journey.pictures.pages.lifeline import Lifeline, form_of, page
from rangkul.journey.pictures.pages.sent import sent, writable


def _answer(
    request: HttpRequest, found: Lifeline, chosen: str, doing: str, form: Any, verb: Callable[[dict], Any]
) -> HttpResponse:
    once = f"life.{doing}.{chosen or found.case.pk}"
    done = sent(request, form, once, verb, _("Garis waktu diperbarui."), found.address)
    return done or page(request, found, chosen, doing, form)


@require_POST
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Lifeline)
    return _answer(
        request, found, "", "tambah", form_of(None, "tambah", request.POST),
        lambda words: actions.record_life_event(by=request.asker, case=found.case, **words),
    )  # fmt: skip


@require_POST
def correct(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Lifeline)
    event = found.standing_or_404(row_id)
    return _answer(
        request, found, str(row_id), "koreksi", form_of(event, "koreksi", request.POST),
        lambda words: actions.correct_life_event(by=request.asker, case=found.case, event=event, **words),
    )  # fmt: skip


@require_POST
def take_back(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Lifeline)
    event = found.standing_or_404(row_id)
    return _answer(
        request, found, str(row_id), "tarik", form_of(event, "tarik", request.POST),
        lambda words: actions.take_back_life_event(by=request.asker, case=found.case, event=event, **words),
    )  # fmt: skip
