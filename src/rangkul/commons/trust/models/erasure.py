"""A decision that what names a person is destroyed, and that it was done."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Person, Staff


class Erasure(Row):
    """The row stays as the proof; the reason says why, in words that name nobody."""

    # Erasing scrubs the person's row and never removes it, so that cases keep their count.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    done_at = models.DateTimeField(null=True, blank=True)
    # How many rows were scrubbed or removed.
    rows = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="trust_erasure_once",
                fields=["person"],
                violation_error_message=_("Data orang ini sudah dihapus."),
            )
        ]
