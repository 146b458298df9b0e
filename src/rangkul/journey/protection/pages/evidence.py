"""The evidence of a request or a case: the list, one piece, a correction, a check of everything."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.models import Evidence, Folder
from rangkul.journey.protection.pages.evidence_forms import CorrectForm, EvidenceForm
from rangkul.journey.protection.pages.frame import folder_or_404, go, page
from rangkul.journey.protection.states import Found


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and send(
        form, request.asker, f"evidence.{folder.pk}", lambda words: _keep(request, folder, words)
    ):
        return go(folder, "evidence")
    words = {"form": form, "rows": queries.originals(queries.evidence_of(folder))}
    return page(request, folder, "evidence", words, title=_("Bukti"), wrong=bool(form.errors))


def _keep(request: HttpRequest, folder: Folder, words: dict[str, Any]) -> Evidence:
    upload = words.pop("file")
    original = {"link": words.pop("link"), "words": words.pop("words")}
    if upload is not None:
        original |= {"file": upload.file, "size": upload.size, "name": upload.name}
    return actions.keep_evidence(by=request.asker, folder=folder, brought=actions.Brought(**words), **original)


def evidence_or_404(request: HttpRequest, evidence_id: UUID, **whose: UUID) -> tuple[Folder, Evidence]:
    folder = folder_or_404(request, **whose)
    try:
        return folder, queries.one_evidence(folder, evidence_id)
    except Evidence.DoesNotExist:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, evidence_id: UUID, **whose: UUID) -> HttpResponse:
    folder, row = evidence_or_404(request, evidence_id, **whose)
    form = CorrectForm(request.POST or None)
    if request.method == "POST" and send(
        form,
        request.asker,
        f"correct.{row.pk}",
        lambda words: actions.correct_evidence(by=request.asker, evidence=row, **words),
    ):
        return go(folder, "piece", row.pk)
    corrections = [one for one in queries.evidence_of(folder) if one.corrects_id == row.pk]
    words = {"row": row, "corrections": corrections, "form": form}
    return page(request, folder, "piece", words, title=_("Bukti"), wrong=bool(form.errors))


@require_GET
def check(request: HttpRequest, **whose: UUID) -> HttpResponse:
    """Everything is read and worked out again now; nothing is kept of it."""
    folder = folder_or_404(request, **whose)
    found = queries.checked(folder)
    words = {"found": found, "whole": all(one.found == Found.WHOLE for one in found)}
    return page(request, folder, "check", words, title=_("Periksa keutuhan"))
