"""What the composer sends: a contact, a note, a correction, emergency help."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.cases import actions, policy
from rangkul.journey.cases.actions.writing import goals
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Activity, Case, Note
from rangkul.journey.cases.pages.file import desk, whole
from rangkul.journey.cases.pages.forms.writing import ContactForm, CorrectionForm, EmergencyForm, NoteForm
from rangkul.journey.cases.pages.frame import page


@require_POST
def record(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = ContactForm(request.POST, goals=goals(case), client_kind=case.client_kind, auto_id="id_kontak_%s")
    saved = send(
        form,
        request.asker,
        f"contact.{case.pk}",
        lambda words: actions.record_activity(by=request.asker, case=case, **words),
    )
    return _answer(request, case, saved, contact=form)


@require_POST
def note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    supervises = policy.is_supervisor_of(request.asker, case)
    form = NoteForm(request.POST, supervises=supervises, auto_id="id_catatan_%s")
    saved = send(
        form, request.asker, f"note.{case.pk}", lambda words: actions.write_note(by=request.asker, case=case, **words)
    )
    return _answer(request, case, saved, note=form)


def _answer(request: HttpRequest, case: Case, saved: bool, **form) -> HttpResponse:
    """Where HTMX asked, only composer and timeline are drawn again; what was typed stays when something was wrong."""
    if request.htmx:
        return render(request, "cases/_desk.html", desk(request, case, **({} if saved else form)))
    return redirect("cases:case", case_id=case.pk) if saved else whole(request, case, **form)


@require_http_methods(["GET", "POST"])
def correct_note(request: HttpRequest, case_id: UUID, note_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = get_object_or_404(Note.objects.select_related("key", "by", "case__key"), pk=note_id, case=case)
    return _correct(request, case, row.text, note=row)


@require_http_methods(["GET", "POST"])
def correct_activity(request: HttpRequest, case_id: UUID, activity_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = get_object_or_404(Activity.objects.select_related("key", "by", "case__key"), pk=activity_id, case=case)
    return _correct(request, case, row.result, activity=row)


def _correct(request: HttpRequest, case: Case, written: str, **row) -> HttpResponse:
    form = CorrectionForm(request.POST or None)
    what = f"correction.{next(iter(row.values())).pk}"
    if request.method == "POST" and send(
        form, request.asker, what, lambda words: actions.correct_note(by=request.asker, **row, **words)
    ):
        return redirect("cases:case", case_id=case.pk)
    return page(request, case, "correct", {"form": form, "written": written}, wrong=bool(form.errors))


@require_http_methods(["GET", "POST"])
def emergency(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"emergency.{case.pk}",
        lambda words: actions.give_emergency_help(by=request.asker, case=case, **words),
    ):
        return redirect("cases:case", case_id=case.pk)
    return page(request, case, "emergency", {"form": form}, wrong=bool(form.errors))
