"""Requests to platforms and claims, of a request or a case."""

from uuid import UUID

from rangkul.journey.protection.models import Claim, Folder, Takedown, within


def takedowns_of(folder: Folder) -> list[Takedown]:
    """What is open first, by the day on which somebody looks again."""
    rows = Takedown.objects.filter(**within(folder)).select_related("key", "asked_by", "answered_by")
    return sorted(rows.order_by("next_look", "asked_at"), key=lambda row: row.next_look is None)


def claims_of(folder: Folder) -> list[Claim]:
    rows = Claim.objects.filter(**within(folder)).select_related("key", "by", "looked_by")
    return list(rows.order_by("-seen_on", "-made_at"))


def takedown_of(folder: Folder, row_id: UUID) -> Takedown:
    """Raises Takedown.DoesNotExist where there is none that the asker sees."""
    return Takedown.objects.select_related("case", "request", "key").get(pk=row_id, **within(folder))


def claim_of(folder: Folder, row_id: UUID) -> Claim:
    """Raises Claim.DoesNotExist where there is none that the asker sees."""
    return Claim.objects.select_related("case", "request", "key").get(pk=row_id, **within(folder))
