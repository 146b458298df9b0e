"""What is said in a room. Append-only: a message is never edited; one that is withdrawn is followed by that fact."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.support.counselling.models.room import Room, Seat
from rangkul.support.counselling.states import Lane, Line


class Message(Row):
    """`number` counts within one lane of one room, without a gap: it is given under the room's row lock, so that who
    has read up to a number has missed nothing before it. Each lane has numbers of its own, because a gap would tell
    the client that something was said beside the room.

    `client_id` is drawn by the writer's browser: sent again, it is the same message. What the house writes has a `line`
    and no words of anybody.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, db_index=False, related_name="messages")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Who says it; of a line, whom it is about.
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, db_index=False, related_name="messages")
    lane = models.CharField(max_length=5, choices=Lane, default=Lane.ROOM)
    # Not "positive" to the ORM, which leaves a comparison with a mark of `base.ready`, a number below zero, out.
    number = models.IntegerField()
    client_id = models.UUIDField(null=True, blank=True)
    line = models.CharField(max_length=11, choices=Line, blank=True)
    body = SealedText()
    # In which format a browser sealed the words; 0: the server reads them.
    cipher = models.PositiveSmallIntegerField(default=0, db_default=0)
    # Which message was withdrawn.
    about = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="withdrawals")
    at = models.DateTimeField(default=now)

    class Meta:
        indexes = [
            models.Index(fields=["about"], name="counselling_message_about", condition=models.Q(line="withdrawn"))
        ]
        constraints = [
            models.UniqueConstraint(fields=["room", "lane", "number"], name="counselling_message_in_order"),
            models.CheckConstraint(name="counselling_message_counts_from_one", condition=models.Q(number__gte=1)),
            models.UniqueConstraint(
                fields=["seat", "client_id"],
                name="counselling_message_once",
                condition=models.Q(client_id__isnull=False),
            ),
            models.CheckConstraint(
                name="counselling_message_words_or_line",
                condition=models.Q(line="", body__isnull=False) | (~models.Q(line="") & models.Q(body__isnull=True)),
                violation_error_message=_("Tulis dulu pesannya."),
            ),
            models.CheckConstraint(
                name="counselling_message_sealed_has_number",
                condition=models.Q(cipher=0) | models.Q(line="", lane="room", client_id__isnull=False),
            ),
            models.CheckConstraint(
                name="counselling_message_withdrawn_names_one",
                condition=models.Q(line="withdrawn", about__isnull=False)
                | (~models.Q(line="withdrawn") & models.Q(about__isnull=True)),
            ),
        ]


class Draft(Row):
    """What somebody is writing and has not sent; nothing of it lies in a browser."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, db_index=False, related_name="drafts")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Empty: the client.
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    lane = models.CharField(max_length=5, choices=Lane, default=Lane.ROOM)
    body = SealedText()
    cipher = models.PositiveSmallIntegerField(default=0, db_default=0)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["room", "staff", "lane"], name="counselling_draft_once", nulls_distinct=False
            )
        ]
