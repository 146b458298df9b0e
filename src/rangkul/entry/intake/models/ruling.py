"""What the rules decided, as they decided it: rule, version, facts and reasons, for showing and for replaying."""

from django.db import models

from rangkul.base.models import Row
from rangkul.base.rules import Decision as Ruled
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models.request import Request
from rangkul.entry.intake.states import Told


class Ruling(Row):
    """One decision of a named, versioned rule about one request. Append-only."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="rulings")
    rule = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    decided = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["rule", "id"], name="intake_ruling_replay")]

    @property
    def decision(self) -> Ruled:
        return Ruled.of(self.decided)


class Escalation(Row):
    """Somebody above was told: a red request at once, any request when its clock ran out.

    It ends when a person acknowledges, or with the request.
    """

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="escalations")
    why = models.CharField(max_length=8, choices=Told, default=Told.OVERDUE)
    step = models.PositiveSmallIntegerField()
    told = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    told_at = models.DateTimeField()
    # Of which clock; each clock begins again at step 1.
    due_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["told", "told_at"],
                name="intake_escalation_open",
                condition=models.Q(acknowledged_at__isnull=True),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["request", "due_at", "step"], name="intake_escalation_step_once"),
            models.CheckConstraint(
                name="intake_escalation_acknowledged_paired",
                condition=models.Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | models.Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
        ]
