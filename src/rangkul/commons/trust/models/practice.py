"""How an agency works with technology, in its own words and versions, and who has read and signed which one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff


class PracticePolicy(Row):
    """One version; it never changes. `parts` is {PracticePart: words}, every part filled."""

    # An agency with a policy cannot be removed: signatures say what was agreed.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.PositiveSmallIntegerField()
    parts = models.JSONField()
    # What is other than in the version before, for whoever signs anew.
    changed = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="trust_practicepolicy_version_once",
                fields=["agency", "version"],
                violation_error_message=_("Pedoman ini baru saja diubah orang lain. Buka lagi halamannya."),
            )
        ]


class PracticeSignature(Row):
    """A worker read that version and signed it. It holds for a year, or until there is a newer version."""

    policy = models.ForeignKey(PracticePolicy, on_delete=models.PROTECT, db_index=False, related_name="signatures")
    # Signed stays signed, also by whoever left.
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["policy", "staff", "-made_at"], name="trust_practice_signed")]
