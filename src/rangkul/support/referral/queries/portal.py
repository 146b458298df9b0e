"""What the client follows: where their data went, what was asked there, what came of it."""

from django.db.models import Q

from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.referral.models import Referral


def of_client(case: Case | None, request: Request) -> list[Referral]:
    """From the request, and from the case that grew out of it."""
    mine = Q(request=request) | (Q(case=case) if case else Q())
    rows = Referral.objects.filter(mine, sent_at__isnull=False).select_related("key", "consent", "need")
    return list(rows.prefetch_related("items__key", "enclosures__key").order_by("-sent_at")[:20])
