"""What is written about the client, in a page of its own: on the first one somebody may look over the shoulder."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.base.asking import Asker
from rangkul.base.paging import page_number
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom
from rangkul.journey.cases import queries as cases
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.parts import Part
from rangkul.web.portal.request import holding_ticket

_ON_A_PAGE = 20


def way_to_it(request: Request, by: Asker) -> Part | None:
    """The link alone, and nothing for who asked for somebody else."""
    case = case_of(request)
    if case is None or request.for_whom != ForWhom.SELF:
        return None
    own = cases.reads_own(case)
    return Part("portal/written_way.html", {"own": own}) if own or not cases.reads_all(case) else None


@require_safe
@holding_ticket
def written(http: HttpRequest, mine: Request) -> HttpResponse:
    case = case_of(mine)
    if case is None or not cases.reads_own(case):
        raise Http404
    number = page_number(http)
    rows, more = cases.told_of(case, _ON_A_PAGE, (number - 1) * _ON_A_PAGE)
    words = {
        "rows": [_as_event(one) for one in rows],
        "held": cases.held_back(case) if number == 1 else [],
        "supervised_at": case.supervised_at if number == 1 else None,
        "older": number + 1 if more else 0,
        "newer": number - 1,
        "quick_exit": True,
    }
    return render(http, "portal/written.html", words)


def _as_event(one: cases.Told) -> dict:
    corrections = [{"when": at, "who": "", "text": text} for at, text in one.corrections]
    return {"title": one.title, "when": one.at, "icon": "notes", "who": one.who, "text": one.text, "tags": [],
            "corrections": corrections}  # fmt: skip
