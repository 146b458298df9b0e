"""The evidence of a case: the list, one piece, a correction, a check of everything."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import Evidence
from rangkul.journey.protection.pages.evidence_forms import CorrectForm, EvidenceForm
from rangkul.journey.protection.pages.frame import page
from rangkul.journey.protection.states import Found


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and send(
        form, request.asker, f"evidence.{case.pk}", lambda words: _keep(request, case, words)
    ):
        return redirect("protection:evidence", case_id=case.pk)
    words = {"form": form, "rows": queries.originals(queries.evidence_of(case))}
    return page(request, case, "evidence", words, title=_("Bukti"), wrong=bool(form.errors))


def _keep(request: HttpRequest, case: Case, words: dict[str, Any]) -> Evidence:
    upload = words.pop("file")
    original = {"link": words.pop("link"), "words": words.pop("words")}
    if upload is not None:
        original |= {"file": upload.file, "size": upload.size, "name": upload.name}
    return actions.keep_evidence(by=request.asker, case=case, brought=actions.Brought(**words), **original)


def evidence_or_404(request: HttpRequest, case_id: UUID, evidence_id: UUID) -> tuple[Case, Evidence]:
    case = case_or_404(request, case_id)
    try:
        return case, queries.one_evidence(case, evidence_id)
    except Evidence.DoesNotExist:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, case_id: UUID, evidence_id: UUID) -> HttpResponse:
    case, row = evidence_or_404(request, case_id, evidence_id)
    form = CorrectForm(request.POST or None)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"correct.{row.pk}",
        lambda words: actions.correct_evidence(by=request.asker, evidence=row, **words),
    ):
        return redirect("protection:piece", case_id=case.pk, evidence_id=row.pk)
    corrections = [one for one in queries.evidence_of(case) if one.corrects_id == row.pk]
    words = {"row": row, "corrections": corrections, "form": form}
    return page(request, case, "piece", words, title=_("Bukti"), wrong=bool(form.errors))


@require_GET
def check(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Everything is read and worked out again now; nothing is kept of it."""
    case = case_or_404(request, case_id)
    found = queries.checked(case)
    words = {"found": found, "whole": all(one.found == Found.WHOLE for one in found)}
    return page(request, case, "check", words, title=_("Periksa keutuhan"))
