"""One thing that is known, with who said it and when. Facts are added and corrected, never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.models.round import Assessment
from rangkul.journey.assessment.states import SOURCES_OF, Domain, FactKind, Source
from rangkul.journey.cases.models import Case


class Fact(Row):
    """`source_date` is the day on which it was said, read or seen. A correction is a fact that points at another;
    one without text takes the other back."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="facts")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="facts")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    domain = models.CharField(max_length=10, choices=Domain)
    topic = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=12, choices=FactKind)
    source = models.CharField(max_length=20, choices=Source)
    # Which person or paper: "ibu klien", "Kartu Keluarga".
    source_note = SealedText()
    source_date = models.DateField()
    text = SealedText()
    is_strength = models.BooleanField(default=False)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    correction_reason = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "domain", "-source_date"], name="assessment_fact_of_case")]
        constraints = [
            # What was seen and what is thought can never be stored as one thing (A19).
            models.CheckConstraint(
                name="assessment_fact_source_fits_kind",
                condition=models.Q(
                    *[models.Q(kind=kind, source__in=sources) for kind, sources in SOURCES_OF.items()],
                    _connector=models.Q.OR,
                ),
                violation_error_message=_("Sumber ini tidak cocok dengan jenis faktanya."),
            ),
            models.CheckConstraint(
                name="assessment_fact_correction_paired",
                condition=models.Q(corrects__isnull=True, correction_reason__isnull=True, text__isnull=False)
                | models.Q(corrects__isnull=False, correction_reason__isnull=False),
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="assessment_fact_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Fakta ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
        ]
