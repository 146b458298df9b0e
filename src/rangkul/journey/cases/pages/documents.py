"""Attached files. They leave as downloads that no browser may run; only pictures drawn anew are shown."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from rangkul.base.files.leaving import bytes_of
from rangkul.base.forms.sending import send
from rangkul.journey.cases import actions
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.cases.pages.forms.tasks import DocumentForm
from rangkul.journey.cases.pages.frame import page


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and send(
        form, request.asker, f"document.{case.pk}", lambda words: _attach(request, case, words)
    ):
        return redirect("cases:documents", case_id=case.pk)
    rows = case.documents.select_related("key", "by").order_by("-made_at")
    words = {"form": form, "files": [_card(case, row) for row in rows]}
    return page(request, case, "documents", words, wrong=bool(form.errors))


def _attach(request: HttpRequest, case: Case, words: dict[str, Any]) -> Document:
    upload = words["file"]
    return actions.attach_document(
        by=request.asker,
        case=case,
        file=upload.file,
        size=upload.size,
        name=words["name"] or upload.name,
        kind=words["kind"],
    )


def _card(case: Case, row: Document) -> dict[str, Any]:
    return {
        "name": row.name,
        "url": reverse("cases:document", args=[case.pk, row.pk]),
        "size": row.size,
        "kind": "photo" if row.is_image else "",
        "when": row.made_at,
        "who": row.by.called_name if row.by else "",
        "preview": reverse("cases:preview", args=[case.pk, row.pk]) if row.has_preview else "",
    }


@require_GET
def download(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    return bytes_of(request, _document(request, case_id, document_id))


@require_GET
def preview(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    return bytes_of(request, _document(request, case_id, document_id, fragment=True), "preview")


def _document(request: HttpRequest, case_id: UUID, document_id: UUID, *, fragment: bool = False) -> Document:
    case = case_or_404(request, case_id, fragment=fragment)
    return get_object_or_404(case.documents.select_related("key"), pk=document_id)
