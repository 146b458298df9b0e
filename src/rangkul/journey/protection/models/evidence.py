"""What may have to be proved later: brought by somebody, kept as it came, never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Document
from rangkul.journey.protection.models.folder import Kept, said_by, somewhere
from rangkul.journey.protection.states import Basis, EvidenceKind


class Evidence(Kept):
    """`sha256` is over the original bytes of the file, else over the words; `seal` over this row and the seal before it
    in the same folder (`sealing.py`). `came_at`: when it reached us. A correction is one more row."""

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=EvidenceKind)
    title = SealedText()
    # The original itself: one of these three.
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link = SealedText()
    words = SealedText()
    brought_by = SealedText()
    basis = models.CharField(max_length=9, choices=Basis)
    # When it happened, as it was told; people rarely know the minute.
    happened = SealedText()
    came_at = models.DateTimeField()
    # Empty where the client handed it in through the ticket.
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="corrections"
    )
    sha256 = models.BinaryField(max_length=32)
    # Random words in the seal, so that nobody who sees a seal can try out what it was made of.
    salt = SealedText()
    seal = models.BinaryField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["corrects"], name="protection_evidence_mends")]
        constraints = [
            somewhere("protection_evidence_somewhere"),
            models.UniqueConstraint(
                name="protection_evidence_numbered_early",
                fields=["request", "number"],
                violation_error_message=_("Nomor bukti ini sudah dipakai."),
            ),
            models.UniqueConstraint(
                name="protection_evidence_numbered",
                fields=["case", "number"],
                violation_error_message=_("Nomor bukti ini sudah dipakai."),
            ),
            models.CheckConstraint(
                name="protection_evidence_has_its_original",
                condition=models.Q(kind__in=["document", "chat"], document__isnull=False)
                | models.Q(kind="link", document__isnull=True, link__isnull=False)
                | models.Q(kind__in=["spoken", "correction"], document__isnull=True, words__isnull=False),
                violation_error_message=_("Bukti perlu berkas, tautan, atau keterangan."),
            ),
            models.CheckConstraint(
                name="protection_evidence_correction_names_what",
                condition=models.Q(kind="correction", corrects__isnull=False)
                | ~models.Q(kind="correction") & models.Q(corrects__isnull=True),
                violation_error_message=_("Koreksi menyebut bukti yang dikoreksi."),
            ),
        ]

    @property
    def who(self) -> str:
        return said_by(self.by)

    @property
    def sha(self) -> str:
        return bytes(self.sha256).hex()
