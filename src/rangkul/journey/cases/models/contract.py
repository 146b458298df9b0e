"""What worker and client agreed on, version by version, in the words that the client gets to keep."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.agreeing import AgreementMode
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.models.document import Document
from rangkul.journey.cases.states import Channel, ContractState

TEXTS = (
    "purpose",
    "worker_role",
    "client_role",
    "rights",
    "confidentiality",
    "complaint_route",
    "end_conditions",
)
NUMBERS = ("fee", "contact_days", "modality")


class Contract(Row):
    """An agreed version is not changed again: a new one replaces it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="contracts")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=ContractState, default=ContractState.DRAFT)
    purpose = SealedText()
    worker_role = SealedText()
    client_role = SealedText()
    rights = SealedText()
    confidentiality = SealedText()
    complaint_route = SealedText()
    end_conditions = SealedText()
    # Rupiah; 0 means that the service costs nothing.
    fee = models.PositiveIntegerField(default=0)
    # Longest time without contact, in days.
    contact_days = models.PositiveSmallIntegerField(default=14)
    modality = ArrayField(models.CharField(max_length=8, choices=Channel), default=list, blank=True)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    mode = models.CharField(max_length=10, choices=AgreementMode, blank=True)
    signed_name = SealedText()
    witness = SealedText()
    # A drawn signature or a scanned thumbprint; the paper stays as long as the contract.
    evidence = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_before = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="cases_contract_version", fields=["case", "version"]),
            models.UniqueConstraint(
                name="cases_one_agreed_contract", fields=["case"], condition=models.Q(state="agreed")
            ),
            models.UniqueConstraint(
                name="cases_one_draft_contract", fields=["case"], condition=models.Q(state="draft")
            ),
            models.CheckConstraint(
                name="cases_contract_agreed_paired",
                condition=models.Q(state="draft", agreed_at__isnull=True, mode="", agreed_before__isnull=True)
                | ~models.Q(state="draft")
                & ~models.Q(mode="")
                & models.Q(agreed_at__isnull=False, agreed_before__isnull=False),
                violation_error_message=_("Catat bagaimana kontrak ini disepakati."),
            ),
            models.CheckConstraint(
                name="cases_contract_has_evidence",
                condition=models.Q(mode="", evidence__isnull=True)
                | models.Q(mode__in=["signature", "thumbprint"], evidence__isnull=False)
                | models.Q(mode="spoken", witness__isnull=False),
                violation_error_message=_("Kontrak perlu tanda tangan, cap jempol, atau nama saksi."),
            ),
        ]

    def __str__(self) -> str:
        return f"v{self.version}"

    def said(self) -> dict[str, object]:
        """What both agree to, by the names of the columns."""
        return {name: getattr(self, name) for name in (*TEXTS, *NUMBERS)}
