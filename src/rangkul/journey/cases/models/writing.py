"""What was written and what was done. Both are append-only: a correction is one more row that says what it mends."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import Channel, Method, NoteKind, PracticeLevel, WorkerRole


class Activity(Row):
    """One piece of practice (A26). `at` is when it took place, `made_at` when it was written down."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="activities")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField(default=now)
    method = models.CharField(max_length=10, choices=Method, default=Method.CASEWORK)
    level = models.CharField(max_length=6, choices=PracticeLevel, default=PracticeLevel.MICRO)
    channel = models.CharField(max_length=8, choices=Channel)
    minutes = models.PositiveSmallIntegerField()
    worker_role = models.CharField(max_length=12, choices=WorkerRole, blank=True)
    # A goal of the plan, which a later package keeps.
    goal_id = models.UUIDField(null=True, blank=True)
    result = SealedText()
    next_step = SealedText()
    # Help given before the assessment stood.
    emergency = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["case", "-at"], name="cases_activity_of_case"),
            models.Index(fields=["goal_id"], name="cases_activity_of_goal", condition=models.Q(goal_id__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="cases_activity_minutes",
                condition=models.Q(minutes__gte=1, minutes__lte=1440),
                violation_error_message=_("Lama kegiatan antara 1 menit dan satu hari."),
            )
        ]


class Note(Row):
    """A note, or the correction of a note or an activity, or a remark beside one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="notes")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Empty where somebody wrote through a ticket; then `request` is that of the ticket.
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=12, choices=NoteKind, default=NoteKind.PROGRESS)
    request = models.ForeignKey(Request, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField(default=now)
    text = SealedText()
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    activity = models.ForeignKey(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="cases_note_of_case")]
        constraints = [
            models.CheckConstraint(
                name="cases_note_mends_one",
                condition=models.Q(corrects__isnull=True) | models.Q(activity__isnull=True),
            )
        ]
