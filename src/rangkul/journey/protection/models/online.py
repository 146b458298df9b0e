"""What was asked of a platform, and what is claimed in public."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.protection.models.folder import Kept, kept_in, somewhere
from rangkul.journey.protection.states import ClaimStanding, TakedownState


class Takedown(Kept):
    """A platform was asked to take something down. `next_look`: when somebody looks again, while it is open."""

    platform = models.CharField(max_length=60)
    what = SealedText()
    link = SealedText()
    reference = SealedText()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    next_look = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=TakedownState, default=TakedownState.OPEN)
    answer = SealedText()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        indexes = [
            *kept_in("takedown"),
            models.Index(
                fields=["next_look"],
                name="protection_takedown_promised",
                condition=models.Q(case__isnull=True, state="open"),
            ),
        ]
        constraints = [
            somewhere("protection_takedown_somewhere"),
            models.CheckConstraint(
                name="protection_takedown_open_is_looked_at",
                condition=models.Q(state="open", next_look__isnull=False)
                | ~models.Q(state="open") & models.Q(next_look__isnull=True),
                violation_error_message=_("Selama belum dijawab, ada hari untuk melihatnya lagi."),
            ),
            models.CheckConstraint(
                name="protection_takedown_answered_by_somebody",
                condition=models.Q(answered_at__isnull=True, answered_by__isnull=True, answer__isnull=True)
                | models.Q(answered_at__isnull=False, answered_by__isnull=False, answer__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]


class Claim(Kept):
    """Something that is said in public. It is never a fact of the file: `standing` says how far somebody looked into
    it, and `because` on what that rests."""

    words = SealedText()
    where = SealedText()
    seen_on = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    standing = models.CharField(max_length=9, choices=ClaimStanding, default=ClaimStanding.UNCHECKED)
    because = SealedText()
    looked_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        indexes = kept_in("claim")
        constraints = [
            somewhere("protection_claim_somewhere"),
            models.CheckConstraint(
                name="protection_claim_looked_into_says_why",
                condition=models.Q(standing="unchecked", because__isnull=True, looked_by__isnull=True)
                | ~models.Q(standing="unchecked") & models.Q(because__isnull=False, looked_by__isnull=False),
                violation_error_message=_("Tulis atas dasar apa."),
            ),
        ]
