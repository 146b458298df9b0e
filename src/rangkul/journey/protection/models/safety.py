"""A plan for staying safe, made together, in versions; and how a version was given."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.protection.states import GivenBy, Situation


class SafetyPlan(Row):
    """One version: `answers` is a JSON object from the names in `safety_words.py` to words. Never changed; what is
    otherwise is the next version. `given` says how the person has it: nothing is ever sent."""

    # The file keeps what was done on it as long as it lives; who acted is never forgotten.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="safety_plans")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    situation = models.CharField(max_length=5, choices=Situation)
    version = models.PositiveSmallIntegerField()
    answers = SealedText()
    # The person's own word that they made it together.
    together = models.BooleanField()
    alone_because = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    given = models.CharField(max_length=6, choices=GivenBy, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="protection_safetyplan_version_once",
                fields=["case", "situation", "version"],
                violation_error_message=_("Versi rencana ini sudah ada."),
            ),
            models.CheckConstraint(
                name="protection_safetyplan_together_or_says_why",
                condition=models.Q(together=True) | models.Q(alone_because__isnull=False),
                violation_error_message=_("Rencana dibuat bersama; bila belum, tulis sebabnya."),
            ),
            models.CheckConstraint(
                name="protection_safetyplan_given_by_somebody",
                condition=models.Q(given="", given_at__isnull=True, given_by__isnull=True)
                | ~models.Q(given="") & models.Q(given_at__isnull=False, given_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]
