"""A plan for staying safe, made together, in versions; and how a version was given."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.protection.models.folder import Kept, said_by, somewhere
from rangkul.journey.protection.states import GivenBy, Situation


class SafetyPlan(Kept):
    """One version: `answers` is a JSON object from the names in `safety_words.py` to words. Never changed; what is
    otherwise is the next version. `given` says how the person has it: nothing is ever sent."""

    situation = models.CharField(max_length=5, choices=Situation)
    version = models.PositiveSmallIntegerField()
    answers = SealedText()
    # The person's own word that they made it together.
    together = models.BooleanField()
    alone_because = SealedText()
    # Empty where the client wrote it through the ticket, behind which the version before it was given.
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    given = models.CharField(max_length=6, choices=GivenBy, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            somewhere("protection_safetyplan_somewhere"),
            models.UniqueConstraint(
                name="protection_safetyplan_version_once_early",
                fields=["request", "situation", "version"],
                violation_error_message=_("Versi rencana ini sudah ada."),
            ),
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
                | ~models.Q(given="") & models.Q(given_at__isnull=False, given_by__isnull=False)
                | models.Q(given="ticket", given_at__isnull=False, by__isnull=True),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]

    @property
    def who(self) -> str:
        return said_by(self.by)
