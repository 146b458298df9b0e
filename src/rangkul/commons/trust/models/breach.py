"""A failure to protect personal data, and the clock within which the people concerned and the authority are told."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.commons.trust.states import DataKind


class Breach(Row):
    """Written notice goes out within 3×24 hours after it was noticed (UU 27/2022 Pasal 46). Its words name nobody."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    reported_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    noticed_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    what = models.CharField(max_length=2000)
    kinds = ArrayField(models.CharField(max_length=10, choices=DataKind), default=list)
    # How many persons, as well as one knows.
    persons = models.PositiveIntegerField(null=True, blank=True)
    handling = models.CharField(max_length=2000, blank=True)
    persons_told_at = models.DateTimeField(null=True, blank=True)
    authority_told_at = models.DateTimeField(null=True, blank=True)
    # Why somebody need not be told, where that is so.
    not_told_because = models.CharField(max_length=1000, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    raised_to = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    raised_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "due_at"], name="trust_breach_of_agency")]
        constraints = [
            models.CheckConstraint(
                name="trust_breach_told_before_closed",
                condition=models.Q(closed_at__isnull=True)
                | models.Q(persons_told_at__isnull=False, authority_told_at__isnull=False)
                | ~models.Q(not_told_because=""),
                violation_error_message=_("Sebelum ditutup: beri tahu orangnya dan lembaga, atau tulis mengapa tidak."),
            ),
            models.CheckConstraint(
                name="trust_breach_raised_paired",
                condition=models.Q(raised_at__isnull=True, raised_to__isnull=True)
                | models.Q(raised_at__isnull=False, raised_to__isnull=False),
            ),
        ]

    @property
    def told(self) -> bool:
        return bool(self.persons_told_at and self.authority_told_at)
