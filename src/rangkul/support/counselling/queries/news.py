"""In which ways a ticket wishes to hear that something came, and which of them were lost."""

from datetime import datetime
from uuid import UUID

from rangkul.support.counselling.models import NewsWish


def news_wishes(request_id: UUID) -> list[NewsWish]:
    """For the holder of the ticket all, for whoever else sees the request the lost ones: they hold no address."""
    return list(NewsWish.objects.filter(request_id=request_id).order_by("way"))


def news_due(moment: datetime, most: int) -> list[NewsWish]:
    return list(NewsWish.objects.filter(due_at__lte=moment).order_by("due_at")[:most])
