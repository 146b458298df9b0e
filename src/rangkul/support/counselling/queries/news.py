"""Which ways of hearing that something came a ticket has turned on."""

from datetime import datetime
from uuid import UUID

from rangkul.support.counselling.models import NewsWish
from rangkul.support.counselling.states import NewsWay


def news_ways(request_id: UUID) -> list[NewsWay]:
    found = NewsWish.objects.filter(request_id=request_id).order_by("way").values_list("way", flat=True)
    return [NewsWay(way) for way in found]


def news_due(moment: datetime, most: int) -> list[NewsWish]:
    return list(NewsWish.objects.filter(due_at__lte=moment).order_by("due_at")[:most])
