"""The original of a piece, and the list on paper. Both leave as downloads and are noted."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import readings, typesetting
from rangkul.base.files.leaving import bytes_of
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import queries
from rangkul.journey.protection.models import Folder
from rangkul.journey.protection.pages.evidence import evidence_or_404
from rangkul.journey.protection.pages.frame import folder_or_404, go
from rangkul.journey.protection.paper import list_of_evidence

# Nothing may load, run or be framed from a document, whatever its bytes say.
SEALED_OFF = "default-src 'none'; sandbox; frame-ancestors 'none'"


@require_GET
def paper(request: HttpRequest, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    rows = queries.evidence_of(folder)
    if not rows or folder.key.wrapped is None:
        raise Http404
    document = list_of_evidence(folder, rows, language=get_language() or "id")
    try:
        made = typesetting.pdf(document)
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat. Daftar buktinya aman; coba lagi sebentar."))
        return go(folder, "evidence")
    # The name of the file lies open in a folder of downloads: it names no person.
    named = f"Daftar {folder.number.replace('/', '-')}.pdf" if isinstance(folder, Case) else "Daftar.pdf"
    return pdf_answer(folder, made, named, "evidence.pdf")


@require_GET
def original(request: HttpRequest, evidence_id: UUID, **whose: UUID) -> HttpResponse:
    """The file as it came."""
    _folder, row = evidence_or_404(request, evidence_id, **whose)
    if row.document is None:
        raise Http404
    return bytes_of(request, row.document)


def pdf_answer(folder: Folder, made: bytes, name: str, why: str) -> HttpResponse:
    """A PDF as a download, noted in the log."""
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["Content-Security-Policy"] = SEALED_OFF
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    kind = "case" if isinstance(folder, Case) else "request"
    readings.read_file(kind, folder.pk, why=why, name="document.downloaded")
    return answer
