"""PDF and DOCX, made when somebody asks; each download is an event."""

import json
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import readings, typesetting
from rangkul.journey.reports import queries
from rangkul.journey.reports.drafting import spoken_name
from rangkul.journey.reports.freezing import document_of, number_of
from rangkul.journey.reports.models import Paper
from rangkul.journey.reports.pages.frame import paper_or_404

MAKERS = {
    "pdf": (typesetting.pdf, "application/pdf"),
    "docx": (typesetting.docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
# Nothing may load, run or be framed from a document, whatever its bytes say.
SEALED_OFF = "default-src 'none'; sandbox; frame-ancestors 'none'"


@require_GET
def download(request: HttpRequest, case_id: UUID, paper_id: UUID, form: str) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    if form not in MAKERS or paper.key.wrapped is None:
        raise Http404
    try:
        return file_of(paper, form)
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat. Dokumennya aman; coba lagi sebentar."))
        return redirect(paper)


def _values(paper: Paper) -> dict:
    if paper.is_final:
        return json.loads(paper.frozen)
    return document_of(paper, queries.passages_of(paper), draft=True).values()


def file_of(paper: Paper, form: str) -> HttpResponse:
    """The file as a download, noted in the log. Raises NotSet."""
    make, media_type = MAKERS[form]
    answer = HttpResponse(make(_values(paper)), content_type=media_type)
    # The name of the file lies open in a folder of downloads: it names no person.
    name = f"{spoken_name(paper.kind)} {number_of(paper).replace('/', '-')}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    answer["Content-Security-Policy"] = SEALED_OFF
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    readings.read_file("case", paper.case_id, why=f"{paper.kind}.{form}", name="document.downloaded")
    return answer
