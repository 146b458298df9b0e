"""A duty to keep what is known of a person: a court asks, a complaint runs. Until it ends, nothing is erased."""

from django.db import models

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Person, Staff


class LegalHold(Row):
    """`reason` names the duty and nobody; the row stays when the hold has ended."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    reason = models.CharField(max_length=300)
    # The last day; empty: until somebody ends it.
    until = models.DateField(null=True, blank=True)
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trust_hold_ended_paired",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by__isnull=False),
            )
        ]
