"""Letters and reports that a person gave to the client; nothing here where that module is switched off."""

from uuid import UUID

from django.apps import apps
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base.asking import Asker
from rangkul.base.typesetting import NotSet
from rangkul.entry.intake.models import Request
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part
from rangkul.web.portal.request import holding_ticket


def there() -> bool:
    return apps.is_installed("rangkul.journey.reports")


def given(request: Request, by: Asker) -> Part | None:
    case = case_of(request)
    if case is None or not there():
        return None
    from rangkul.journey.reports.drafting import spoken_name
    from rangkul.journey.reports.queries import given_to_client

    rows = [{"row": paper, "name": spoken_name(paper.kind)} for paper in given_to_client(case)]
    return Part("portal/papers.html", {"papers": rows}) if rows else None


@require_GET
def download(http: HttpRequest, pk: UUID) -> HttpResponse:
    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        case = case_of(mine)
        if case is None or not there():
            raise Http404
        from rangkul.journey.reports.models import Paper
        from rangkul.journey.reports.pages.files import file_of

        paper = get_object_or_404(Paper.objects.select_related("key", "case"), pk=pk, case=case)
        try:
            return file_of(paper, "pdf")
        except NotSet:
            messages.error(request, _("Berkasnya belum bisa dibuat. Coba lagi sebentar."))
            return redirect("portal:request")

    return run(http)
