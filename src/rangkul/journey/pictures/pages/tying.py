"""What the panel of the ecomap sends: each verb once, and back to the tie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.base.actions import Refused
from rangkul.journey.assessment.models import Institution
from rangkul.journey.pictures import actions
from rangkul.journey.pictures.pages.ecomap import Surroundings, form_of, page
from rangkul.journey.pictures.pages.sent import sent, writable


def _answer(
    request: HttpRequest, found: Surroundings, chosen: str, doing: str, form: Any, verb: Callable[[dict], Any]
) -> HttpResponse:
    once = f"eco.{doing}.{chosen or found.case.pk}"
    done = sent(request, form, once, verb, _("Ekomap diperbarui."), found.address)
    return done or page(request, found, chosen, doing, form)


@require_POST
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Surroundings)
    return _answer(
        request, found, "", "tambah", form_of(None, "tambah", request.POST),
        lambda words: actions.tie_system(by=request.asker, case=found.case, **words),
    )  # fmt: skip


@require_POST
def take(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    """One click: what the assessment noted of an institution becomes a tie."""
    found = writable(request, case_id, Surroundings)
    note = Institution.objects.select_related("key").filter(pk=row_id, case=found.case).first()
    if note is None:
        raise Http404
    try:
        tie = actions.take_institution(by=request.asker, case=found.case, institution=note)
    except Refused as error:
        messages.error(request, error.message)
        return redirect(found.address)
    messages.success(request, _("Ekomap diperbarui."))
    return redirect(found.address_of(str(tie.pk)))


@require_POST
def correct(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Surroundings)
    tie = found.standing_or_404(row_id)
    return _answer(
        request, found, str(row_id), "koreksi", form_of(tie, "koreksi", request.POST),
        lambda words: actions.correct_system_tie(by=request.asker, case=found.case, tie=tie, **words),
    )  # fmt: skip


@require_POST
def end(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Surroundings)
    tie = found.standing_or_404(row_id)
    return _answer(
        request, found, str(row_id), "akhiri", form_of(tie, "akhiri", request.POST),
        lambda words: actions.end_system_tie(by=request.asker, case=found.case, tie=tie, **words),
    )  # fmt: skip
