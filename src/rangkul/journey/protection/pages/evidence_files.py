"""The original of a piece, and the list on paper. Both leave as downloads and are noted."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import readings, typesetting
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import queries
from rangkul.journey.protection.paper import list_of_evidence

# Nothing may load, run or be framed from a document, whatever its bytes say.
SEALED_OFF = "default-src 'none'; sandbox; frame-ancestors 'none'"


@require_GET
def paper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    rows = queries.evidence_of(case)
    if not rows or case.key.wrapped is None:
        raise Http404
    document = list_of_evidence(case, rows, language=get_language() or "id")
    try:
        made = typesetting.pdf(document)
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat. Daftar buktinya aman; coba lagi sebentar."))
        return redirect("protection:evidence", case_id=case.pk)
    # The name of the file lies open in a folder of downloads: it names no person.
    return pdf_answer(case, made, f"Daftar {case.number.replace('/', '-')}.pdf", "evidence.pdf")


def pdf_answer(case: Case, made: bytes, name: str, why: str) -> HttpResponse:
    """A PDF as a download, noted in the log."""
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["Content-Security-Policy"] = SEALED_OFF
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    readings.read_file("case", case.pk, why=why, name="document.downloaded")
    return answer
