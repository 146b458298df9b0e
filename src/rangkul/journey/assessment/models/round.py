"""One round of assessment: begun, filled, signed, and from then on unchanged."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.states import RoundKind, RoundState, Source
from rangkul.journey.cases.models import Case

_OPEN = models.Q(state__in=[RoundState.DRAFT, RoundState.ASKED])


class Assessment(Row):
    """`presenting` is the issue in the client's own words. A signed round is frozen by the database; what is learned
    later stands in the next round."""

    # The file keeps its rounds as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assessments")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=RoundKind)
    state = models.CharField(max_length=6, choices=RoundState, default=RoundState.DRAFT)
    # Why the client is assessed again.
    why = SealedText()
    presenting = SealedText()
    presenting_source = models.CharField(max_length=20, choices=Source, blank=True)
    presenting_on = models.DateField(null=True, blank=True)
    # Said openly where something could not be asked: both views of functioning, a category.
    functioning_gap = SealedText()
    category_gap = SealedText()
    # The worker's own conclusion; shown as an opinion, apart from the facts.
    summary = SealedText()
    begun_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="assessment_round_number_once", fields=["case", "number"]),
            models.UniqueConstraint(
                name="assessment_one_open_round",
                fields=["case"],
                condition=_OPEN,
                violation_error_message=_("Asesmen yang sekarang belum ditandatangani."),
            ),
            models.CheckConstraint(
                name="assessment_signed_paired",
                condition=models.Q(_OPEN, signed_by__isnull=True, signed_at__isnull=True)
                | models.Q(state=RoundState.SIGNED, signed_by__isnull=False, signed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="assessment_presenting_has_source",
                condition=models.Q(presenting__isnull=True)
                | (models.Q(presenting_on__isnull=False) & ~models.Q(presenting_source="")),
                violation_error_message=_("Tulis siapa yang mengatakannya dan kapan."),
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.state != RoundState.SIGNED
