"""One version of a plan: drafted with the client, agreed, and from then on unchanged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.agreeing import AgreementMode
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.plans.states import PlanState

_OPEN = models.Q(state__in=[PlanState.DRAFT, PlanState.ASKED])


class Plan(Row):
    """`wish` is what the client wants to be different, in the client's words. The database freezes agreed versions."""

    # The file keeps its plans as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    # The version this one was copied from.
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=PlanState, default=PlanState.DRAFT)
    wish = SealedText()
    resources = SealedText()
    # What the plan itself may bring about, and what is done then.
    risks = SealedText()
    change_reason = SealedText()
    review_on = models.DateField(null=True, blank=True)
    agreement = models.CharField(max_length=10, choices=AgreementMode, blank=True)
    signed_name = SealedText()
    witness = SealedText()
    # A drawn signature or a scanned thumbprint; the proof stays as long as the plan.
    evidence = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    client_words = SealedText()
    agreed_on = models.DateField(null=True, blank=True)
    drafted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="plans_plan_version_once", fields=["case", "version"]),
            models.UniqueConstraint(
                name="plans_one_open_version",
                fields=["case"],
                condition=_OPEN,
                violation_error_message=_("Masih ada rencana yang sedang disusun."),
            ),
            models.UniqueConstraint(
                name="plans_one_agreed_version",
                fields=["case"],
                condition=models.Q(state=PlanState.AGREED),
                violation_error_message=_("Sudah ada rencana yang disepakati."),
            ),
            models.CheckConstraint(
                name="plans_agreed_plan_is_signed",
                condition=_OPEN
                | (
                    models.Q(agreed_on__isnull=False, signed_by__isnull=False, signed_at__isnull=False)
                    & ~models.Q(agreement="")
                ),
                violation_error_message=_("Rencana disepakati bersama klien dan ditandatangani."),
            ),
            models.CheckConstraint(
                name="plans_spoken_agreement_has_witness",
                condition=~models.Q(agreement=AgreementMode.SPOKEN) | models.Q(witness__isnull=False),
                violation_error_message=_("Persetujuan lisan memerlukan nama saksi."),
            ),
            models.CheckConstraint(
                name="plans_signed_agreement_has_evidence",
                condition=models.Q(agreement__in=["", AgreementMode.SPOKEN]) | models.Q(evidence__isnull=False),
                violation_error_message=_("Persetujuan tertulis memerlukan tanda tangan atau cap jempol."),
            ),
        ]

    @property
    def is_draft(self) -> bool:
        return self.state == PlanState.DRAFT
