"""What the client follows: where their data went, what was asked there, what came of it."""

from rangkul.journey.cases.models import Case
from rangkul.support.referral.models import Referral


def of_client(case: Case) -> list[Referral]:
    rows = Referral.objects.filter(case=case, sent_at__isnull=False).select_related("key", "consent", "need")
    return list(rows.prefetch_related("items__key").order_by("-sent_at")[:20])
