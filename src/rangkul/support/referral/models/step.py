"""Everything that happened with a referral, by whose hand, with what was said. Only ever added."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.support.referral.models.referral import Referral
from rangkul.support.referral.states import Hand, State, Verb


class Step(Row):
    """`state` is the one it led to. Where a worker writes down what the receiver told them, the hand is the worker's
    and `told_by` says who told it."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    verb = models.CharField(max_length=8, choices=Verb)
    state = models.CharField(max_length=11, choices=State)
    at = models.DateTimeField(default=now)
    hand = models.CharField(max_length=8, choices=Hand)
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_by = SealedText()
    words = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="referral_step_has_its_hand",
                condition=models.Q(hand=Hand.STAFF, by__isnull=False)
                | (~models.Q(hand=Hand.STAFF) & models.Q(by__isnull=True)),
                violation_error_message=_("Langkah petugas dicatat atas namanya."),
            ),
        ]

    @property
    def whose_words(self) -> str:
        """By whose hand, in words; where the house followed the client's wish, the wish is named."""
        if self.told_by:
            return gettext("%(who)s, dicatat petugas") % {"who": self.told_by}
        if self.by is not None:
            return self.by.called_name
        if self.verb == Verb.CANCEL and self.hand == Hand.HOUSE:
            return gettext("Karena persetujuannya dicabut")
        return self.get_hand_display()
