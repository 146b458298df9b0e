"""What was kept at a request that joined a case which ran already: it stays there, with its own numbers and seals."""

from dataclasses import dataclass

from django.db.models import QuerySet

from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import TicketWay
from rangkul.journey.protection.models import Child, Claim, Evidence, LegalClock, SafetyPlan, Takedown


@dataclass(frozen=True)
class Joined:
    """`running`: legal clocks that are neither met nor stopped. `online`: what was asked of platforms, and claims."""

    request: Request
    evidence: int
    plans: int
    running: int
    children: int
    online: int

    @property
    def holds_any(self) -> bool:
        return any((self.evidence, self.plans, self.running, self.children, self.online))


def joined_to(case: Case) -> QuerySet[Request]:
    """The requests that joined, as far as the asker sees them."""
    return Request.objects.filter(case_tickets__case=case, case_tickets__way=TicketWay.JOINED).distinct()


def joined(case: Case) -> list[Joined]:
    """Those at which something is kept; the newest first."""
    found = [_kept_at(one) for one in joined_to(case).order_by("-made_at")]
    return [one for one in found if one.holds_any]


def _kept_at(request: Request) -> Joined:
    here = {"request": request, "case": None}
    return Joined(
        request,
        evidence=Evidence.objects.filter(**here).count(),
        plans=SafetyPlan.objects.filter(**here).values("situation").distinct().count(),
        running=LegalClock.objects.filter(**here, met_at=None, stopped_at=None).count(),
        children=Child.objects.filter(**here).count(),
        online=Takedown.objects.filter(**here).count() + Claim.objects.filter(**here).count(),
    )
