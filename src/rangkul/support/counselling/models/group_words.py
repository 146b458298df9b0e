"""What is said in a meeting of a group, who was there, and what came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Activity
from rangkul.support.counselling.group_states import GroupLine
from rangkul.support.counselling.models.group import GroupSeat, Meeting
from rangkul.support.counselling.states import Lane


class Attendance(Row):
    """Somebody came to a meeting. What they say there is sealed with the key of this row: it goes with the words of the
    meeting, and the words of one who is erased go without those of the others."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, db_index=False, related_name="attendances")
    seat = models.ForeignKey(GroupSeat, on_delete=models.PROTECT, related_name="attendances")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    came_at = models.DateTimeField(default=now)
    # The last number of the meeting that this seat's browser has shown.
    read_to = models.IntegerField(default=0, db_default=0)

    class Meta:
        constraints = [models.UniqueConstraint(name="counselling_attendance_once", fields=["meeting", "seat"])]


class GroupMessage(Row):
    """`number` counts without a gap: in the meeting, and apart from that in each private line (`beside`: the member
    whose line it is), so that no gap tells the others that something was said there. Append-only, like `Message`."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, db_index=False, related_name="messages")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Who says it; of a line, whom it is about.
    seat = models.ForeignKey(GroupSeat, on_delete=models.PROTECT, db_index=False, related_name="messages")
    beside = models.ForeignKey(
        GroupSeat, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    number = models.IntegerField()
    client_id = models.UUIDField(null=True, blank=True)
    line = models.CharField(max_length=9, choices=GroupLine, blank=True)
    body = SealedText()
    # Which message was withdrawn.
    about = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="withdrawals")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="counselling_groupmessage_in_order", fields=["meeting", "beside", "number"], nulls_distinct=False
            ),
            models.CheckConstraint(name="counselling_groupmessage_counts_from_one", condition=models.Q(number__gte=1)),
            models.UniqueConstraint(
                name="counselling_groupmessage_once",
                fields=["seat", "client_id"],
                condition=models.Q(client_id__isnull=False),
            ),
            models.CheckConstraint(
                name="counselling_groupmessage_words_or_line",
                condition=models.Q(line="", body__isnull=False) | (~models.Q(line="") & models.Q(body__isnull=True)),
                violation_error_message=_("Tulis dulu pesannya."),
            ),
            models.CheckConstraint(
                name="counselling_groupmessage_withdrawn_one",
                condition=models.Q(line="withdrawn", about__isnull=False)
                | (~models.Q(line="withdrawn") & models.Q(about__isnull=True)),
            ),
        ]


class GroupDraft(Row):
    """What somebody is writing in a meeting and has not said; sealed with the key of their attendance, and gone with
    it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, db_index=False, related_name="drafts")
    seat = models.ForeignKey(GroupSeat, on_delete=models.PROTECT, related_name="drafts")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    lane = models.CharField(max_length=5, choices=Lane, default=Lane.ROOM)
    body = SealedText()
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(name="counselling_groupdraft_once", fields=["meeting", "seat", "lane"])]


class GroupNote(Row):
    """What came of a meeting, about the group as a whole; it names nobody and stays."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="note")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    text = SealedText()
    minutes = models.PositiveSmallIntegerField()
    came = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="counselling_groupnote_words",
                condition=models.Q(text__isnull=False),
                violation_error_message=_("Tulis apa hasil pertemuan ini."),
            )
        ]


class GroupOutcome(Row):
    """What came of a meeting for one who was there: the activity of their case, or the words where there is none."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, db_index=False, related_name="outcomes")
    seat = models.ForeignKey(GroupSeat, on_delete=models.PROTECT, related_name="outcomes")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    text = SealedText()
    activity = models.OneToOneField(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="counselling_groupoutcome_once", fields=["meeting", "seat"]),
            models.CheckConstraint(
                name="counselling_groupoutcome_words_or_activity",
                condition=models.Q(text__isnull=False, activity__isnull=True)
                | models.Q(text__isnull=True, activity__isnull=False),
            ),
        ]
