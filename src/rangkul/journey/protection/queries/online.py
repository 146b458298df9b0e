"""Requests to platforms and claims of a case."""

from uuid import UUID

from rangkul.journey.cases.models import Case
from rangkul.journey.protection.models import Claim, Takedown


def takedowns_of(case: Case) -> list[Takedown]:
    """What is open first, by the day on which somebody looks again."""
    rows = Takedown.objects.filter(case=case).select_related("key", "asked_by", "answered_by")
    return sorted(rows.order_by("next_look", "asked_at"), key=lambda row: row.next_look is None)


def claims_of(case: Case) -> list[Claim]:
    return list(
        Claim.objects.filter(case=case).select_related("key", "by", "looked_by").order_by("-seen_on", "-made_at")
    )


def takedown_of(case: Case, row_id: UUID) -> Takedown:
    """Raises Takedown.DoesNotExist where there is none that the asker sees."""
    return Takedown.objects.select_related("case", "key").get(pk=row_id, case=case)


def claim_of(case: Case, row_id: UUID) -> Claim:
    """Raises Claim.DoesNotExist where there is none that the asker sees."""
    return Claim.objects.select_related("case", "key").get(pk=row_id, case=case)
