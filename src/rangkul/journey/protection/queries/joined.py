"""What was kept at a request that joined a case which ran already: it stays there, with its own numbers and seals."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

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
    """Those at which something is kept; the newest first. One statement, however many joined."""
    rows = joined_to(case).annotate(
        kept_evidence=_kept(Evidence.objects.all()),
        kept_plans=_kept(SafetyPlan.objects.all(), "situation"),
        kept_running=_kept(LegalClock.objects.filter(met_at=None, stopped_at=None)),
        kept_children=_kept(Child.objects.all()),
        kept_online=_kept(Takedown.objects.all()) + _kept(Claim.objects.all()),
    )
    found = [
        Joined(row, row.kept_evidence, row.kept_plans, row.kept_running, row.kept_children, row.kept_online)
        for row in rows.order_by("-made_at")
    ]
    return [one for one in found if one.holds_any]


def _kept(rows: QuerySet, what: str = "pk") -> Coalesce:
    """How many are kept at the request itself, each `what` once."""
    here = rows.filter(request=OuterRef("pk"), case=None).order_by().values("request")
    return Coalesce(Subquery(here.annotate(n=Count(what, distinct=True)).values("n")), 0)
