"""A practicum as student and instructor see it: objectives, logbook, cases without a name."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import LogEntry, Objective, Practicum, StudyCase
from rangkul.sustain.workforce.pages.forms.practicum import (
    BeginForm,
    CommentForm,
    DayForm,
    GiveForm,
    ObjectiveForm,
    RewriteForm,
    SeenForm,
    StudyForm,
)
from rangkul.sustain.workforce.pages.forms.session import SignForm
from rangkul.sustain.workforce.pages.frame import crumbs

_SHOWN = 100


def _get(practicum_id: UUID) -> Practicum:
    return get_object_or_404(Practicum.objects.select_related("student", "instructor"), pk=practicum_id)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    student = get_object_or_404(Staff, pk=staff_id, roles__contains=["praktikan"], is_active=True)
    if not request.asker.has("supervisor", "peksos"):
        raise Http404
    form = BeginForm(request.POST or None)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"practicum.{student.pk}",
        lambda words: actions.begin_practicum(by=request.asker, student=student, **words),
    ):
        return redirect("workforce:practicum", Practicum.objects.get(student=student, state="running").pk)
    words = {"form": form, "student": student, "crumbs": crumbs()}
    return render(request, "workforce/practicum_begin.html", words, status=422 if form.errors else 200)


@require_GET
def show(request: HttpRequest, practicum_id: UUID) -> HttpResponse:
    return _page(request, _get(practicum_id))


def _cases(request: HttpRequest) -> list[Case]:
    """Cases that the instructor works on themself."""
    rows = Case.objects.filter(worker_id=request.asker.staff_id, state="open").select_related(
        "key", "person", "household"
    )
    return list(rows.order_by("person__full_name", "id")[:200])


def _page(request: HttpRequest, practicum: Practicum, **forms) -> HttpResponse:
    instructs = request.asker.staff_id == practicum.instructor_id
    running = practicum.state == "running"
    objectives = list(practicum.objectives.select_related("key").order_by("id"))
    entries = list(practicum.entries.select_related("key", "objective__key").order_by("-day", "-id")[:_SHOWN])
    words = {
        "practicum": practicum,
        "instructs": instructs,
        "running": running,
        "objectives": [(one, _of(forms, "seen", one, SeenForm, {})) for one in objectives],
        "entries": [(one, _entry_form(forms, one, instructs)) for one in entries],
        "studies": list(practicum.studies.select_related("key").order_by("-id")),
        "objective_form": forms.get("objective") or ObjectiveForm(auto_id="id_tujuan_%s"),
        "day_form": forms.get("day") or DayForm(objectives=objectives, auto_id="id_hari_%s"),
        "study_form": forms.get("study") or (_study_form(request) if instructs else None),
        "once_form": SignForm(auto_id=False),
        "opened": next(iter(forms), ""),
        "crumbs": crumbs(),
    }  # fmt: skip
    return render(request, "workforce/practicum.html", words, status=422 if forms else 200)


def _study_form(request: HttpRequest) -> StudyForm:
    return StudyForm(cases=_cases(request), auto_id="id_kasus_%s")


def _of(forms: dict, name: str, row: Any, form: type, initial: dict):
    given = forms.get(name)
    return given if given and given.row_id == row.pk else form(initial=initial, auto_id=f"id_{row.pk}_%s")


def _entry_form(forms: dict, entry: LogEntry, instructs: bool):
    if instructs:
        return _of(forms, "comment", entry, CommentForm, {})
    return _of(forms, "rewrite", entry, RewriteForm, {"text": entry.text, "learned": entry.learned})


def _send(request: HttpRequest, practicum: Practicum, name: str, form, verb, row=None) -> HttpResponse:
    """Send one of the forms of the page and come back to it."""
    if row is not None:
        form.row_id = row.pk
    if send(form, request.asker, f"practicum.{name}.{(row or practicum).pk}", lambda words: verb(**words)):
        return redirect("workforce:practicum", practicum.pk)
    return _page(request, practicum, **{name: form})


@require_POST
def objective(request: HttpRequest, practicum_id: UUID) -> HttpResponse:
    practicum = _get(practicum_id)
    form = ObjectiveForm(request.POST, auto_id="id_tujuan_%s")
    return _send(request, practicum, "objective", form,
                 lambda **words: actions.set_objective(by=request.asker, practicum=practicum, **words))  # fmt: skip


@require_POST
def seen(request: HttpRequest, practicum_id: UUID, objective_id: UUID) -> HttpResponse:
    practicum = _get(practicum_id)
    row = get_object_or_404(Objective.objects.select_related("practicum"), pk=objective_id, practicum=practicum)
    form = SeenForm(request.POST, auto_id=f"id_{row.pk}_%s")
    return _send(request, practicum, "seen", form,
                 lambda **words: actions.see_objective(by=request.asker, objective=row, **words), row)  # fmt: skip


@require_POST
def day(request: HttpRequest, practicum_id: UUID) -> HttpResponse:
    practicum = _get(practicum_id)
    objectives = practicum.objectives.select_related("key").order_by("id")
    form = DayForm(request.POST, objectives=objectives, auto_id="id_hari_%s")
    return _send(request, practicum, "day", form,
                 lambda **words: actions.write_day(by=request.asker, practicum=practicum, **words))  # fmt: skip


_DECIDE = {
    "tandatangani": ("comment", CommentForm, actions.sign_day),
    "kembalikan": ("comment", CommentForm, actions.send_day_back),
    "tulis-lagi": ("rewrite", RewriteForm, actions.rewrite_day),
}


@require_POST
def entry(request: HttpRequest, practicum_id: UUID, entry_id: UUID, verb: str) -> HttpResponse:
    practicum = _get(practicum_id)
    row = get_object_or_404(LogEntry.objects.select_related("practicum"), pk=entry_id, practicum=practicum)
    if verb not in _DECIDE:
        raise Http404
    name, form, do = _DECIDE[verb]
    return _send(request, practicum, name, form(request.POST, auto_id=f"id_{row.pk}_%s"),
                 lambda **words: do(by=request.asker, entry=row, **words), row)  # fmt: skip


@require_POST
def end(request: HttpRequest, practicum_id: UUID) -> HttpResponse:
    actions.end_practicum(by=request.asker, practicum=_get(practicum_id))
    return redirect("workforce:practicum", practicum_id)


@require_POST
def draft_study(request: HttpRequest, practicum_id: UUID) -> HttpResponse:
    practicum = _get(practicum_id)
    form = StudyForm(request.POST, cases=_cases(request), auto_id="id_kasus_%s")
    made: list[StudyCase] = []

    def draft(words: dict) -> StudyCase:
        made.append(actions.draft_study(by=request.asker, practicum=practicum, **words))
        return made[0]

    if send(form, request.asker, f"practicum.study.{practicum.pk}", draft):
        return redirect("workforce:study", made[0].pk) if made else redirect("workforce:practicum", practicum.pk)
    return _page(request, practicum, study=form)


@require_http_methods(["GET", "POST"])
def study(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """What the student reads; the instructor sees the same before it is given, and writes the words beside it."""
    row = get_object_or_404(StudyCase.objects.select_related("key", "practicum__student"), pk=study_id)
    mine = row.made_by_id == request.asker.staff_id
    form = GiveForm(request.POST or None, initial={"picture": row.picture, "questions": row.questions})
    if request.method == "POST" and send(
        form,
        request.asker,
        f"practicum.give.{row.pk}",
        lambda words: actions.give_study(by=request.asker, study=row, **words),
    ):
        return redirect("workforce:study", row.pk)
    words = {
        "study": row,
        "facts": json.loads(row.facts) if row.facts else [],
        "mine": mine,
        "form": form,
        "once_form": SignForm(auto_id=False),
        "crumbs": crumbs((_("Praktikum"), reverse("workforce:practicum", args=[row.practicum_id]))),
    }
    return render(request, "workforce/study.html", words, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, study_id: UUID) -> HttpResponse:
    row = get_object_or_404(StudyCase, pk=study_id)
    actions.withdraw_study(by=request.asker, study=row)
    return redirect("workforce:practicum", row.practicum_id)
