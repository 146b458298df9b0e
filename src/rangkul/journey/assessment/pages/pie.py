"""The person in the environment: one line, roles, surroundings, what others found; beside it the round before."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import PieCoding, PieFinding
from rangkul.journey.assessment.pages.forms_pie import (
    CarryForm,
    CorrectFindingForm,
    CorrectPieForm,
    EnvironmentForm,
    FindingForm,
    RoleForm,
)
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.pages.pie_view import Rounds, rows_of
from rangkul.journey.assessment.pie import meanings, summary
from rangkul.journey.assessment.pie.codes import PROBLEMS_OF, ROLES_OF
from rangkul.journey.assessment.pie.rows import coded, found
from rangkul.journey.cases.models import Case

# `?isi=` and the address of writing name the same three.
FORMS: dict[str, type[RangkulForm]] = {"peran": RoleForm, "lingkungan": EnvironmentForm, "temuan": FindingForm}


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    writing = request.GET.get("isi", "")
    form = FORMS[writing](auto_id=f"id_{writing}_%s") if writing in FORMS else None
    return _page(request, case, writing, form)


@require_POST
def write(request: HttpRequest, case_id: UUID, what: str) -> HttpResponse:
    """Code a role or something around the client, or note what somebody found."""
    case, by = case_or_404(request, case_id), request.asker
    if what not in FORMS:
        raise Http404
    form = FORMS[what](request.POST, auto_id=f"id_{what}_%s")
    if send(form, by, f"pie_{what}", lambda words: _written(by, case, form, words)):
        return _back(case)
    return _page(request, case, what, form, status=422)


def _written(by, case: Case, form: RangkulForm, words: dict):
    if isinstance(form, FindingForm):
        return actions.note_finding(by=by, case=case, **words)
    return actions.code_pie(by=by, case=case, factor=form.factor, **words)


@require_POST
def carry(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    form = CarryForm(request.POST, waiting=Rounds.of(case).waiting)
    if send(form, by, "pie_carry", lambda words: actions.carry_pie(by=by, case=case, **words)):
        return _back(case)
    return _page(request, case, "", None, carry_form=form, status=422)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, case_id: UUID, coding_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = get_object_or_404(PieCoding.objects.select_related("key", "assessment"), pk=coding_id, case=case)
    form = CorrectPieForm(request.POST or None, coding=row)
    if request.method == "POST" and send(
        form, by, "pie_correct", lambda words: actions.correct_pie(by=by, case=case, coding=row, **words)
    ):
        return _back(case)
    return _correcting(request, case, summary.difficulty(coded(row)), form)


@require_http_methods(["GET", "POST"])
def correct_found(request: HttpRequest, case_id: UUID, finding_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = get_object_or_404(PieFinding.objects.select_related("key"), pk=finding_id, case=case)
    form = CorrectFindingForm(request.POST or None, row=row)
    if request.method == "POST" and send(
        form, by, "finding_correct", lambda words: actions.correct_finding(by=by, case=case, row=row, **words)
    ):
        return _back(case)
    return _correcting(request, case, summary.found(found(row)), form)


def _correcting(request: HttpRequest, case: Case, said: str, form: RangkulForm) -> HttpResponse:
    back = reverse("assessment:pie", args=[case.pk])
    words = {"case": case, "said": said, "form": form, "back": back}
    return render(request, "assessment/correct_around.html", words, status=422 if form.errors else 200)


def _back(case: Case) -> HttpResponse:
    return redirect("assessment:pie", case_id=case.pk)


def _page(
    request: HttpRequest, case: Case, writing: str, form: RangkulForm | None, carry_form=None, status: int = 200
) -> HttpResponse:
    rounds = Rounds.of(case)
    findings = queries.findings(case)
    words = {
        "round": rounds.newest,
        "line": summary.line([coded(row) for row in rounds.now], [found(row) for row in findings]),
        "codes": summary.codes([coded(row) for row in rounds.now]),
        "local": meanings.LOCAL,
        "roles": rows_of(rounds.now, "1"),
        "surroundings": rows_of(rounds.now, "2"),
        "findings": [{"row": row, "said": summary.found(found(row))} for row in findings],
        "compared": rounds.changes(),
        "before": rounds.before_round,
        "waiting": rounds.waiting,
        "carry_form": carry_form or CarryForm(waiting=rounds.waiting, auto_id="id_carry_%s"),
        "writing": writing,
        "form": form,
        "meanings": _meanings() if form is not None else [],
    }
    return page(request, case, "pie", words, status)


def _meanings() -> list[tuple]:
    """Every list with what its words mean, beside the open form."""
    roles = [(group.label, [(role.label, meanings.ROLES[role]) for role in ROLES_OF[group]]) for group in ROLES_OF]
    troubles = [(_("Jenis kesulitan dalam peran"), [(one.label, meanings.TROUBLES[one]) for one in meanings.TROUBLES])]
    systems = [
        (system.label, [(one.label, meanings.PROBLEMS[one]) for one in problems])
        for system, problems in PROBLEMS_OF.items()
    ]
    return [*roles, *troubles, *systems]
