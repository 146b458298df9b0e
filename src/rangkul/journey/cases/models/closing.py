"""How a case ended, and what was decided on the way in words for the client."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import DecisionKind, EndReason


class Decision(Row):
    """A sentence that the client may read: what was decided, by whom, when."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="decisions")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=DecisionKind)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    text = SealedText()

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="cases_decision_of_case")]


class Termination(Row):
    """One ending. A case that is opened again and ended again has two."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="terminations")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    reason = models.CharField(max_length=12, choices=EndReason)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    summary = SealedText()
    client_informed = models.BooleanField()
    # 1 to 5, asked of the client; empty where nobody could ask.
    satisfaction = models.PositiveSmallIntegerField(null=True, blank=True)
    satisfaction_words = SealedText()
    # The day on which the file may be erased.
    keep_until = models.DateField()
    # Codes of what stood open, and why the supervisor let the case end all the same.
    passed_over = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    passed_over_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    passed_over_reason = SealedText()
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    reopened_reason = SealedText()

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="cases_termination_of_case")]
        constraints = [
            models.CheckConstraint(
                name="cases_termination_satisfaction",
                condition=models.Q(satisfaction__isnull=True) | models.Q(satisfaction__gte=1, satisfaction__lte=5),
                violation_error_message=_("Kepuasan dinilai 1 sampai 5."),
            ),
            models.CheckConstraint(
                name="cases_termination_reopened_paired",
                condition=models.Q(reopened_at__isnull=True, reopened_by__isnull=True)
                | models.Q(reopened_at__isnull=False, reopened_by__isnull=False),
            ),
            models.CheckConstraint(
                name="cases_termination_passed_over_reasoned",
                condition=models.Q(passed_over=[], passed_over_by__isnull=True)
                | ~models.Q(passed_over=[]) & models.Q(passed_over_by__isnull=False, passed_over_reason__isnull=False),
                violation_error_message=_("Tulis mengapa kasus tetap diakhiri."),
            ),
            models.UniqueConstraint(
                name="cases_ended_once", fields=["case"], condition=models.Q(reopened_at__isnull=True)
            ),
        ]
