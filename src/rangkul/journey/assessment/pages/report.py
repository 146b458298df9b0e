"""The narrative report, made from the record and ready for paper."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rangkul.base import readings
from rangkul.journey.assessment import queries
from rangkul.journey.assessment.pages.frame import case_or_404


@require_GET
def show(request: HttpRequest, case_id: UUID, number: int | None = None) -> HttpResponse:
    """The report of the newest round, or of the round with this number."""
    case = case_or_404(request, case_id)
    rounds = queries.rounds(case)
    round_ = next((one for one in rounds if number is None or one.number == number), None)
    if number is not None and round_ is None:
        raise Http404
    readings.read_file("case", case.pk, why="report", name="assessment.report_opened")
    words = {"case": case, "round": round_, "sections": queries.report_of(case, round_)}
    return render(request, "assessment/report.html", words)
