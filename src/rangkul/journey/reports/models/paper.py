"""One version of one document: drafted from the record, signed, and from then on unchanged."""

from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base.ids import new_id
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.reports.states import FINAL, OPEN, PaperState, Reader

_OPEN = models.Q(state__in=OPEN)
_FINAL = models.Q(state__in=FINAL)


class Paper(Row):
    """`thread` stays the same through the versions. `frozen` is the document as it was signed, in values that make the
    same file again; the database lets nobody change it."""

    # The file keeps its documents as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="papers")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    thread: UUID = models.UUIDField(default=new_id)
    version = models.PositiveSmallIntegerField(default=1)
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    # A kind of hooks.kinds; a package that is switched off leaves its documents readable.
    kind = models.CharField(max_length=20)
    reader = models.CharField(max_length=6, choices=Reader)
    state = models.CharField(max_length=8, choices=PaperState, default=PaperState.DRAFT)
    # Title, notice and greeting as JSON.
    opening = SealedText()
    # To whom it goes, by name and place.
    addressee = SealedText()
    # By what right it leaves without the client's consent.
    ground = SealedText()
    drafted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    # Where this installation checks documents, as it was called on the day of signing.
    check_at = models.CharField(max_length=200, blank=True)
    signed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(null=True, blank=True)
    cosigned_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    frozen = SealedText()
    sha256 = models.BinaryField(null=True, max_length=32)
    code_blind = models.BinaryField(null=True, max_length=32)
    # A person gave it to the client; from then on the holder of the ticket reads it.
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-made_at"], name="reports_paper_of_case")]
        constraints = [
            models.UniqueConstraint(name="reports_paper_version_once", fields=["thread", "version"]),
            models.UniqueConstraint(name="reports_paper_code_once", fields=["code_blind"]),
            models.UniqueConstraint(
                name="reports_paper_one_open",
                fields=["case", "kind", "reader"],
                condition=_OPEN,
                violation_error_message=_("Dokumen ini masih disusun; lanjutkan di sana."),
            ),
            models.CheckConstraint(
                name="reports_paper_signed_is_frozen",
                condition=~_FINAL
                | models.Q(
                    signed_by__isnull=False,
                    signed_on__isnull=False,
                    frozen__isnull=False,
                    sha256__isnull=False,
                    code_blind__isnull=False,
                ),
                violation_error_message=_("Dokumen yang ditandatangani disimpan utuh dengan kodenya."),
            ),
            models.CheckConstraint(
                name="reports_paper_given_paired",
                condition=models.Q(given_at__isnull=True, given_by__isnull=True)
                | _FINAL & models.Q(given_at__isnull=False, given_by__isnull=False),
                violation_error_message=_("Hanya dokumen yang sudah ditandatangani bisa diberikan kepada klien."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reports:paper", args=[self.case_id, self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == PaperState.DRAFT

    @property
    def is_final(self) -> bool:
        return self.state in FINAL
