"""Somebody above was told that something of supervision stands open after its time, and not what it says."""

from django.db import models
from django.db.models import Q

from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.sustain.workforce.models.contract import Contract
from rangkul.sustain.workforce.states import MatterKind

_OTHER = {"on_delete": models.PROTECT, "db_index": False, "related_name": "+"}


class Overdue(Row):
    """One step of the climb about one matter: `matter` is the id of the follow-up or session, of the contract where
    no session was held in its rhythm. The newest step says in `next_at` when the next person is told."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, db_index=False, related_name="overdue")
    kind = models.CharField(max_length=9, choices=MatterKind)
    matter = models.UUIDField()
    due_at = models.DateTimeField()
    owner = models.ForeignKey(Staff, **_OTHER)
    step = models.PositiveSmallIntegerField()
    told = models.ForeignKey(Staff, **_OTHER)
    told_at = models.DateTimeField()
    next_at = models.DateTimeField(null=True, blank=True)
    # Rule, version, facts and reasons; empty where the rule found nobody.
    decided = models.JSONField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(Staff, null=True, blank=True, **_OTHER)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["told", "told_at"],
                name="workforce_overdue_open",
                condition=Q(acknowledged_at__isnull=True, settled_at__isnull=True),
            ),
            models.Index(fields=["next_at"], name="workforce_overdue_clock", condition=Q(next_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(name="workforce_overdue_step_once", fields=["matter", "due_at", "step"]),
            models.CheckConstraint(
                name="workforce_overdue_acknowledged_paired",
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
            ),
            models.CheckConstraint(
                name="workforce_overdue_settled_rests", condition=Q(settled_at__isnull=True) | Q(next_at__isnull=True)
            ),
        ]
