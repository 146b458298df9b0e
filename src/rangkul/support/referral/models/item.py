"""One piece of what goes: chosen on its own, with its reason, in the words in which it was sent."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.support.referral.models.referral import Referral


class Item(Row):
    """`name` is a field of `dataset.FIELDS`. The client reads these in their portal, and the receiver nothing else."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="items")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = models.CharField(max_length=20)
    value = SealedText()
    why = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "name"], name="referral_item_once"),
            models.CheckConstraint(
                name="referral_item_says_why",
                condition=models.Q(value__isnull=False, why__isnull=False),
                violation_error_message=_("Setiap data yang dikirim punya alasannya."),
            ),
        ]
