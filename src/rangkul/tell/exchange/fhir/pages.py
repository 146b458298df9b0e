"""The referral as a file that another system reads. It is taken out by the team, and that is an event."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from rangkul.base import clock, readings
from rangkul.support.referral import policy, queries
from rangkul.support.referral.frame import referral_or_404
from rangkul.support.referral.models import Referral
from rangkul.tell.exchange.fhir.bundle import Sent, bundle_of


def _sent(row: Referral) -> Sent:
    return Sent(row, queries.items(row), row.agency.name, queries.steps(row), queries.enclosures(row))


@require_GET
def bundle(request: HttpRequest, case_id: UUID, referral_id: UUID) -> HttpResponse:
    """While it runs, and after its end for the own file; what was withdrawn, or never sent, leaves the house in no
    shape."""
    file, row = referral_or_404(request, case_id, referral_id)
    if not row.may_travel or not policy.may_lead(by=request.asker, referral=row):
        raise Http404
    readings.read_file("case" if row.case_id else "request", file.pk, name="referral.exported", agency_id=row.agency_id)
    answer = JsonResponse(
        bundle_of(_sent(row), clock.now()),
        content_type="application/fhir+json; charset=utf-8",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    answer["Content-Disposition"] = f'attachment; filename="rujukan-{row.code}.fhir.json"'
    answer["Cache-Control"] = "no-store"
    return answer
