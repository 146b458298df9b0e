"""Institutions around the client: what helps beside what stands in the way, and what nobody has asked about."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Institution
from rangkul.journey.assessment.pages.forms_institution import CorrectInstitutionForm, InstitutionForm
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.states import InstitutionKind


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    kind = request.GET.get("isi", "")
    form = InstitutionForm(request.POST or None, initial={"kind": kind} if kind in InstitutionKind.values else None)
    if request.method == "POST" and send(
        form, by, "institution", lambda words: actions.note_institution(by=by, case=case, **words)
    ):
        return redirect("assessment:institutions", case_id=case.pk)
    known = queries.institutions(case)
    words = {
        "known": known,
        "unexplored": queries.unexplored_institutions(known),
        "writing": bool(form.errors) or "isi" in request.GET,
        "form": form,
    }
    return page(request, case, "institutions", words, 422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, case_id: UUID, institution_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = get_object_or_404(Institution.objects.select_related("key"), pk=institution_id, case=case)
    form = CorrectInstitutionForm(request.POST or None, row=row)
    if request.method == "POST" and send(
        form,
        by,
        "institution_correct",
        lambda words: actions.correct_institution(by=by, case=case, institution=row, **words),
    ):
        return redirect("assessment:institutions", case_id=case.pk)
    said = f"{row.get_kind_display()}{f' ({row.name})' if row.name else ''}: {row.get_effect_display().lower()}"
    back = reverse("assessment:institutions", args=[case.pk])
    words = {"case": case, "said": said, "form": form, "back": back}
    return render(request, "assessment/correct_around.html", words, status=422 if form.errors else 200)
