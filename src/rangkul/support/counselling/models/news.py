"""How a client wishes to hear that there is an answer: never what, never from whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.news.wishes import Wish
from rangkul.entry.intake.models import Request


class NewsWish(Wish):
    """One way of one ticket, sealed with the request's key. `due_at`: something waits to be told. `known_at`: it was
    lost, and a worker takes care that the client hears all the same."""

    # Says nothing without its request.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, db_index=False, related_name="news_wishes")
    known_at = models.DateTimeField(null=True, blank=True)

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
            *Wish.Meta.constraints,
        ]
