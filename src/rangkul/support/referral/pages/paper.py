"""The letter of a referral that started from a request, as PDF or DOCX; each is an event."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base import readings, typesetting
from rangkul.support.referral import policy, queries
from rangkul.support.referral.behind import RequestFile
from rangkul.support.referral.frame import referral_or_404
from rangkul.support.referral.paper import letter

_MAKERS = {
    "pdf": (typesetting.pdf, "application/pdf"),
    "docx": (typesetting.docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@require_GET
def download(request: HttpRequest, case_id: UUID, referral_id: UUID, form: str) -> HttpResponse:
    """Only while it runs: what was withdrawn, or never sent, leaves the house in no shape."""
    file, row = referral_or_404(request, case_id, referral_id)
    if not isinstance(file, RequestFile) or not row.is_living or not policy.may_lead(by=request.asker, referral=row):
        raise Http404
    make, media_type = _MAKERS[form]
    link = request.build_absolute_uri(reverse("receivers:door", args=[row.code]))
    try:
        with translation.override("id"):
            answer = HttpResponse(make(letter(row, queries.items(row), link).values()), content_type=media_type)
    except typesetting.NotSet:
        messages.error(request, _("Berkasnya belum bisa dibuat; coba lagi sebentar."))
        return redirect("referrals:referral", case_id=case_id, referral_id=row.pk)
    readings.read_file("request", file.pk, why=f"letter.{form}", name="referral.printed", agency_id=row.agency_id)
    # The name of the file lies open in a folder of downloads: it names no person.
    answer["Content-Disposition"] = content_disposition_header(True, f"Surat rujukan {row.code}.{form}")
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox; frame-ancestors 'none'"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
