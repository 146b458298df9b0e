"""A document of the case that goes with a referral: chosen on its own, with its reason, as every other piece."""

from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.journey.cases.models import Document
from rangkul.support.referral.models.referral import Referral


@dataclass(frozen=True)
class Bytes:
    """Where the sealed bytes lie, for whoever may read the enclosure but sees no document of the case."""

    pk: UUID
    key: DataKey
    name: str
    media_type: str
    size: int


class Enclosure(Row):
    """What the document was when it was chosen; its bytes stay where they are, under the case's key."""

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="enclosures")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = SealedText()
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.BinaryField(max_length=32)
    why = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["referral", "document"], name="referral_enclosure_once"),
            models.CheckConstraint(
                name="referral_enclosure_says_why",
                condition=models.Q(name__isnull=False, why__isnull=False),
                violation_error_message=_("Setiap berkas yang dikirim punya alasannya."),
            ),
        ]

    @property
    def bytes(self) -> Bytes:
        return Bytes(self.document_id, self.key, self.name, self.media_type, self.size)
