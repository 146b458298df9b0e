"""A decision that two registrations are one person. Nothing is moved, so undoing it loses nothing."""

from django.db import models

from rangkul.base.models import Row
from rangkul.commons.people.models.person import Person
from rangkul.commons.people.models.staff import Staff


class Merge(Row):
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges")
    absorbed = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merged_by")
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    undone_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_merge_undone_paired",
                condition=models.Q(undone_at__isnull=True, undone_by__isnull=True)
                | models.Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
            models.UniqueConstraint(
                name="people_merge_absorbed_once", fields=["absorbed"], condition=models.Q(undone_at__isnull=True)
            ),
        ]
