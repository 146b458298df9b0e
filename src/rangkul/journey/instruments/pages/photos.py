"""A photo or file that a question asks for: kept sealed with the documents of the case, and named in the answer."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.base.actions import Refused
from rangkul.base.xforms import Question
from rangkul.base.xforms.questions import FILES
from rangkul.journey.cases.actions import attach_document
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import InstrumentVersion
from rangkul.journey.instruments.pages.frame import case_or_404, language_of, version_or_404

_LABEL = 60


@require_POST
def attach(request: HttpRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    """`question` is the path of the question in the form, `file` what was chosen. Answers with {name, url, preview}."""
    case, version = case_or_404(request, case_id), version_or_404(request, version_id)
    upload, question = request.FILES.get("file"), _asked(request, version)
    wants = question is not None and question.kind == "image"
    try:
        if upload is None:
            raise Refused(_("Pilih berkasnya dulu."), field="file")
        row = attach_document(
            by=request.asker, case=case, file=upload.file, size=upload.size,
            name=_name(question, version, upload), kind="photo" if wants else "other", only_pictures=wants,
        )  # fmt: skip
    except Refused as refused:
        return HttpResponse(refused.message, status=422, content_type="text/plain; charset=utf-8")
    return JsonResponse(card(case, row))


def _asked(request: HttpRequest, version: InstrumentVersion) -> Question | None:
    path = request.POST.get("question", "")
    return next(
        (one for one in reading.form_of(version).all_questions() if one.path == path and one.kind in FILES), None
    )


def _name(question: Question | None, version: InstrumentVersion, upload: UploadedFile) -> str:
    """After the question, and unlike any other: the answer finds the file by its name."""
    label = question.label(language_of(version, "")) if question else version.instrument.short_name
    upload.seek(0)
    digest = sha256(upload.read()).hexdigest()
    upload.seek(0)
    # What stands behind a dot is taken for the kind of the file.
    return f"{label[:_LABEL].replace('.', '').strip()} {digest[:8]}.{upload.name.rpartition('.')[2][:5]}"


def card(case: Case, row: Document) -> dict[str, str]:
    """What a page shows of it to who sees the case; the bytes themselves ask again."""
    return {
        "name": row.name,
        "url": reverse("cases:document", args=[case.pk, row.pk]),
        "preview": reverse("cases:preview", args=[case.pk, row.pk]) if row.has_preview else "",
    }


def cards(case: Case) -> dict[str, dict[str, str]]:
    """By the names of the documents; of two with one name the newer."""
    return {row.name: card(case, row) for row in case.documents.select_related("key").order_by("made_at", "id")}
