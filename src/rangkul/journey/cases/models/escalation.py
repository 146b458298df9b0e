"""Somebody above was told that something stands open after its time: of a case, or between two people."""

from django.db import models

from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import MatterKind

_OPEN = models.Q(acknowledged_at__isnull=True, settled_at__isnull=True)


class Escalation(Row):
    """One step of the climb about one matter, known by `kind` and `matter` together: the id of the task, meeting or
    signature, of the case itself for its contract. The newest step says in `next_at` when the next person is told; a
    matter that was mended is settled, one that a person took upon themself is acknowledged.

    What belongs to no case names its `owner` instead; who is told learns what it is and whose, and never what it says.
    """

    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.CASCADE, db_index=False, related_name="escalations"
    )
    # Whoever is told without a right to read, because nobody above may be, knows the case by this alone.
    number = models.CharField(max_length=16, blank=True)
    owner = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    # One of `MatterKind`, or a kind that a later package adds.
    kind = models.CharField(max_length=11)
    matter = models.UUIDField()
    due_at = models.DateTimeField()
    step = models.PositiveSmallIntegerField()
    told = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, blank=True)
    # Rule, version, facts and reasons, for showing and for replaying; empty where the rule found nobody.
    decided = models.JSONField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    @property
    def what(self) -> str:
        """What is late, in words."""
        # The list is filled by later packages, which import these models.
        from rangkul.journey.cases.hooks import late_kinds

        return str(late_kinds[self.kind].label if self.kind in late_kinds else MatterKind(self.kind).label)

    class Meta:
        indexes = [
            models.Index(fields=["told", "told_at"], name="cases_escalation_open", condition=_OPEN),
            models.Index(fields=["next_at"], name="cases_escalation_clock", condition=models.Q(next_at__isnull=False)),
            models.Index(fields=["case", "-told_at"], name="cases_escalation_of_case"),
        ]
        constraints = [
            models.UniqueConstraint(name="cases_escalation_step_once", fields=["matter", "kind", "due_at", "step"]),
            models.CheckConstraint(
                name="cases_escalation_acknowledged_paired",
                condition=models.Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | models.Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                violation_error_message="Siapa dan kapan dicatat bersama.",
            ),
            models.CheckConstraint(
                name="cases_escalation_of_case_or_person",
                condition=models.Q(case__isnull=False, owner__isnull=True)
                | models.Q(case__isnull=True, owner__isnull=False),
                violation_error_message="Yang lewat batas waktu milik satu kasus atau satu orang.",
            ),
            models.CheckConstraint(
                name="cases_escalation_settled_rests",
                condition=models.Q(settled_at__isnull=True) | models.Q(next_at__isnull=True),
            ),
        ]
