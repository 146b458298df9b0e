"""How a client wishes to hear that there is an answer: never what, never from whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.states import NewsWay


class NewsWish(Row):
    """One way of one ticket; it ends by one press, and with that the address is gone. `due_at`: something waits to be
    told, and from when on it may be; `tries` counts what failed since."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Says nothing without its request.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, db_index=False, related_name="news_wishes")
    way = models.CharField(max_length=4, choices=NewsWay)
    # An e-mail address, or the address that a browser gave for pushing to it.
    reach_at = SealedText()
    due_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], name="counselling_newswish_due", condition=models.Q(due_at__isnull=False))
        ]
        constraints = [
            models.UniqueConstraint(
                name="counselling_newswish_one_way_once",
                fields=["request", "way"],
                violation_error_message=_("Pemberitahuan ini sudah dinyalakan."),
            ),
            models.CheckConstraint(
                name="counselling_newswish_reaches_somewhere", condition=models.Q(reach_at__isnull=False)
            ),
        ]
