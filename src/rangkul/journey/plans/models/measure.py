"""Something that is counted again and again, in phases, so that client and worker can see how it goes."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.states import CountedBy, Direction, PhaseLetter

_FIRST_OR_CORRECTION = models.Q(corrects__isnull=True, correction_reason__isnull=True) | models.Q(
    corrects__isnull=False, correction_reason__isnull=False
)


class Measure(Row):
    """A measure of the case's own, with points here; or, where `series` is set, scores of an instrument, whose points
    stay with the instrument and whose phases stand here. `thread` is its goal, `strand` its hypothesis."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="measures")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=120, blank=True)
    name = SealedText()
    unit = SealedText()
    direction = models.CharField(max_length=6, choices=Direction)
    # The ends of the scale, where it has any: a week has no more than seven days.
    least = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    most = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    counted_by = models.CharField(max_length=8, choices=CountedBy)
    # How it is counted, so that the next worker counts the same; and where, for a design over several settings.
    how = SealedText()
    setting = SealedText()
    thread: UUID | None = models.UUIDField(null=True, blank=True)
    strand: UUID | None = models.UUIDField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end_reason = SealedText()
    begun_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "ended_on"], name="plans_measure_of_case")]
        constraints = [
            models.CheckConstraint(
                name="plans_measure_is_named",
                condition=models.Q(name__isnull=False, unit__isnull=False) | ~models.Q(series=""),
                violation_error_message=_("Tulis apa yang dihitung dan satuannya."),
            ),
            models.CheckConstraint(
                name="plans_measure_ends_of_scale",
                condition=models.Q(least__isnull=True)
                | models.Q(most__isnull=True)
                | models.Q(least__lt=models.F("most")),
                violation_error_message=_("Nilai paling kecil harus di bawah nilai paling besar."),
            ),
            models.CheckConstraint(
                name="plans_measure_end_paired",
                condition=models.Q(ended_on__isnull=True, end_reason__isnull=True)
                | models.Q(ended_on__isnull=False, end_reason__isnull=False),
                violation_error_message=_("Tulis alasan pengukuran ini dihentikan."),
            ),
            models.UniqueConstraint(
                name="plans_measure_series_once",
                fields=["case", "series"],
                condition=~models.Q(series="") & models.Q(ended_on__isnull=True),
                violation_error_message=_("Alat ukur ini sudah diikuti."),
            ),
        ]


class MeasurePoint(Row):
    """One value on one day. Appended: a correction points at the row it replaces, `taken_back` takes it off the line.
    `recalled`: told from memory, not written down at the time."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="points")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    value = models.DecimalField(max_digits=10, decimal_places=2)
    note = SealedText()
    recalled = models.BooleanField(default=False)
    taken_back = models.BooleanField(default=False)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    correction_reason = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "on"], name="plans_point_of_case")]
        constraints = [
            models.CheckConstraint(
                name="plans_point_correction_paired",
                condition=_FIRST_OR_CORRECTION,
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="plans_point_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Titik ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
        ]


class MeasurePhase(Row):
    """From which day a phase counts: A without, B with what was planned. Appended and corrected like points."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="phases")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    letter = models.CharField(max_length=1, choices=PhaseLetter)
    starts_on = models.DateField()
    name = SealedText()
    taken_back = models.BooleanField(default=False)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    correction_reason = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "starts_on"], name="plans_phase_of_case")]
        constraints = [
            models.CheckConstraint(
                name="plans_phase_is_named",
                condition=models.Q(name__isnull=False, letter__in=PhaseLetter.values),
                violation_error_message=_("Beri nama fase ini."),
            ),
            models.CheckConstraint(
                name="plans_phase_correction_paired",
                condition=_FIRST_OR_CORRECTION,
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="plans_phase_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Fase ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
        ]
