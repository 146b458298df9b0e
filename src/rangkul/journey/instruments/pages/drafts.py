"""What is being typed, kept while it is typed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from rangkul.base.actions import Refused
from rangkul.journey.instruments.actions import keep_draft
from rangkul.journey.instruments.pages.frame import case_or_404, version_or_404


@require_POST
def keep(request: HttpRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    version = version_or_404(request, version_id)
    try:
        keep_draft(by=request.asker, case=case, version=version, answer=request.POST.get("answer", ""))
    except Refused as refused:
        return HttpResponse(refused.message, status=422, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)
