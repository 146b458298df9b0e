"""What was kept at a request that joined a case which ran already: it stays there, with its own numbers and seals."""

from dataclasses import dataclass

from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import TicketWay
from rangkul.journey.protection.models import Evidence, LegalClock, SafetyPlan


@dataclass(frozen=True)
class Joined:
    """`running`: legal clocks that are neither met nor stopped."""

    request: Request
    evidence: int
    plans: int
    running: int


def joined(case: Case) -> list[Joined]:
    """Of the requests that joined, those that the asker sees and at which something is kept; the newest first."""
    requests = Request.objects.filter(case_tickets__case=case, case_tickets__way=TicketWay.JOINED).distinct()
    found = [_kept_at(one) for one in requests.order_by("-made_at")]
    return [one for one in found if one.evidence or one.plans or one.running]


def _kept_at(request: Request) -> Joined:
    plans = SafetyPlan.objects.filter(request=request, case=None).values("situation").distinct()
    running = LegalClock.objects.filter(request=request, case=None, met_at=None, stopped_at=None)
    return Joined(
        request, Evidence.objects.filter(request=request, case=None).count(), plans.count(), running.count()
    )  # fmt: skip
