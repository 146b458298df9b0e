"""What the receiver hands in: looked at, sealed under the case's key, a download only."""

from django.db import models

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.support.referral.models.referral import Referral


class File(Row):
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="files")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = SealedText()
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["referral", "sha256"], name="referral_file_once")]
