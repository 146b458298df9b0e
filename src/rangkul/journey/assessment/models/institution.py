"""Institutions around a client: which of them help, which stand in the way, and how (A36)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.models.round import Assessment
from rangkul.journey.assessment.states import Effect, InstitutionKind, Source
from rangkul.journey.cases.models import Case

_HELPS = models.Q(helps__isnull=False)
_BLOCKS = models.Q(blocks__isnull=False)


class Institution(Row):
    """Appended like a fact: a correction points at the row it replaces. `helps` and `blocks` say in which way."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="institutions")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="institutions")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=InstitutionKind)
    # Its own name: "SDN 3", "Gereja di ujung jalan".
    name = SealedText()
    effect = models.CharField(max_length=8, choices=Effect)
    helps = SealedText()
    blocks = SealedText()
    source = models.CharField(max_length=20, choices=Source)
    source_note = SealedText()
    source_date = models.DateField()
    taken_back = models.BooleanField(default=False)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    correction_reason = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "kind"], name="assessment_institution_of_case")]
        constraints = [
            models.CheckConstraint(
                name="assessment_institution_says_how",
                condition=(models.Q(effect=Effect.HELPS) & _HELPS & ~_BLOCKS)
                | (models.Q(effect=Effect.BLOCKS) & _BLOCKS & ~_HELPS)
                | (models.Q(effect=Effect.BOTH) & _HELPS & _BLOCKS)
                | (models.Q(effect=Effect.UNKNOWN) & ~_HELPS & ~_BLOCKS),
                violation_error_message=_("Tulis dengan cara apa lembaga ini membantu atau menghambat."),
            ),
            models.CheckConstraint(
                name="assessment_institution_other_named",
                condition=~models.Q(kind=InstitutionKind.OTHER) | models.Q(name__isnull=False),
                violation_error_message=_("Tulis nama lembaganya."),
            ),
            models.CheckConstraint(
                name="assessment_institution_correction_paired",
                condition=models.Q(corrects__isnull=True, correction_reason__isnull=True)
                | models.Q(corrects__isnull=False, correction_reason__isnull=False),
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="assessment_institution_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
        ]
