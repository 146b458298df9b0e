"""The tab of a case: what can be asked, what was answered, how it moved."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rangkul.journey.instruments import alone, chart, queries
from rangkul.journey.instruments.pages.frame import case_or_404, page

# Older offers stand in the timeline.
_OFFERS = 6


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    found = queries.of_case(case)
    counting = [one for one in found if not one.administration.is_wrong]
    words = {
        "choices": queries.choices(request.asker) if case.is_open else [],
        "results": found,
        "offers": queries.offers(case)[:_OFFERS],
        "by_ticket": alone.holder_of(case).allowed,
        "promised": [
            one for one in counting if one.administration.retest and one.administration.retest.state == "open"
        ],
        "charts": [drawing for measure in queries.series(case, counting) if (drawing := chart.draw(measure))],
    }
    return page(request, case, "case", words)
