"""What people decided, and what the asker and the office wrote to each other. Append-only."""

from datetime import timedelta

from django.db import models

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models.request import Request
from rangkul.entry.intake.states import MOST_WAITING, WEIGHED, DeclineReason, Fit, Level, Outcome


class Decision(Row):
    """One decision with the words that the asker reads; `note` is for the office alone."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=12, choices=Outcome)
    before = models.CharField(max_length=12)
    decline_reason = models.CharField(max_length=20, choices=DeclineReason, blank=True)
    # The other side of a referral, as the asker should know it.
    partner = models.CharField(max_length=160, blank=True)
    text = SealedText()
    note = SealedText()
    # When the office looks again: the waiting list, an unanswered question, an unconfirmed referral.
    again_at = models.DateTimeField(null=True, blank=True)
    # The decider said that nothing ties them to this person; empty for a decision that does not ask it.
    no_conflict = models.BooleanField(null=True, blank=True)
    # How the unit fitted the request then, and that it was decided otherwise, for the reason in `note`.
    fit = models.CharField(max_length=7, choices=Fit, blank=True, default="", db_default="")
    against_fit = models.BooleanField(default=False, db_default=False)
    # Empty: the asker themself (withdrawn).
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="intake_decision_declined_with_reason",
                condition=~models.Q(outcome="declined") | ~models.Q(decline_reason=""),
                violation_error_message="Penolakan memerlukan alasan.",
            ),
            models.CheckConstraint(
                name="intake_decision_by_a_person",
                condition=models.Q(by__isnull=False) | models.Q(outcome="withdrawn"),
                violation_error_message="Keputusan selalu diambil oleh seseorang.",
            ),
            models.CheckConstraint(
                name="intake_decision_against_fit_with_reason",
                condition=models.Q(against_fit=False) | models.Q(note__isnull=False),
                violation_error_message="Memutuskan lain daripada kecocokan unit memerlukan satu kalimat alasan.",
            ),
            # The way out is to say what it is, not to decide.
            models.CheckConstraint(
                name="intake_decision_without_conflict",
                condition=models.Q(no_conflict__isnull=True) | models.Q(no_conflict=True),
                violation_error_message="Siapa yang punya hubungan pribadi tidak memutuskan.",
            ),
            models.CheckConstraint(
                name="intake_decision_conflict_asked",
                condition=~models.Q(outcome__in=WEIGHED) | models.Q(no_conflict__isnull=False),
                violation_error_message="Nyatakan dulu bahwa tidak ada hubungan pribadi.",
            ),
            # A day more than the verb allows: that one counts in days of the place, until nine in the morning.
            models.CheckConstraint(
                name="intake_decision_wait_ends",
                condition=~models.Q(outcome="waitlisted")
                | models.Q(again_at__lte=models.F("made_at") + timedelta(days=MOST_WAITING + 1)),
                violation_error_message="Ditinjau lagi paling lambat 90 hari dari sekarang.",
            ),
        ]


class Message(Row):
    """Between the asker and the office. `by` is empty where the asker wrote."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="messages")
    from_asker = models.BooleanField()
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    text = SealedText()
    sent_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["request", "sent_at"], name="intake_message_thread")]


class LevelChange(Row):
    """A level was raised, or lowered by a person with a reason. The first level is a ruling, not a change."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="level_changes")
    before = models.CharField(max_length=6, choices=Level)
    after = models.CharField(max_length=6, choices=Level)
    lowers = models.BooleanField()
    reason = SealedText()
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="intake_levelchange_lowered_by_a_person",
                condition=models.Q(lowers=False) | models.Q(by__isnull=False, reason__isnull=False),
                violation_error_message="Hanya seseorang, dengan alasan, yang boleh menurunkan tingkat.",
            )
        ]
