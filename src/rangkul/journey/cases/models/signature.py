"""A supervisor's signature under what a junior worker wrote, or under any red case (A55); or their decision where goals
or rules stand against each other (A83)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import DECIDED_IN_WORDS, SignatureState, SignatureSubject


class Signature(Row):
    """`subject_id` is the assessment, plan or other row that is signed; empty where the case itself is meant."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="signatures")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    # The unit whose supervisors sign: a queue reads it without opening the cases.
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    subject_kind = models.CharField(max_length=12, choices=SignatureSubject)
    subject_id = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=SignatureState, default=SignatureState.ASKED)
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    asked_at = models.DateTimeField(default=now)
    asked_note = SealedText()
    decided_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    comment = SealedText()

    @property
    def in_words(self) -> bool:
        """Whether a decision is asked for, and not a signature."""
        return self.subject_kind in DECIDED_IN_WORDS

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "asked_at"], name="cases_signature_waiting", condition=models.Q(state="asked")
            ),
            models.Index(fields=["case", "subject_kind", "-asked_at"], name="cases_signature_of_case"),
            models.Index(
                fields=["asked_by", "decided_at"], name="cases_signature_back", condition=models.Q(state="sent_back")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="cases_never_signs_own",
                condition=models.Q(decided_by__isnull=True) | ~models.Q(decided_by=models.F("asked_by")),
                violation_error_message=_("Pekerjaan sendiri ditandatangani oleh orang lain."),
            ),
            models.CheckConstraint(
                name="cases_signature_decided_paired",
                condition=models.Q(state="asked", decided_at__isnull=True, decided_by__isnull=True)
                | ~models.Q(state="asked") & models.Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.UniqueConstraint(
                name="cases_signature_asked_once",
                fields=["case", "subject_kind"],
                condition=models.Q(state="asked"),
                violation_error_message=_("Tanda tangan ini sudah diminta."),
            ),
        ]
