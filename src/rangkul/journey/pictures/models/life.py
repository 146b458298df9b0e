"""What happened in a life, as somebody told it: with its source, and with how exactly the day is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.states import Source
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.states import Exactness


class LifeEvent(Row):
    """Appended like a fact: a correction points at the row it replaces, and what was not so is taken back with why.

    `happened_on` is the first day of what is known: of the month, or of the year, where no more was told.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="life_events")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    words = SealedText()
    happened_on = models.DateField()
    exactness = models.CharField(max_length=5, choices=Exactness)
    source = models.CharField(max_length=20, choices=Source)
    source_date = models.DateField()
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )  # fmt: skip
    correction_reason = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = SealedText()

    class Meta:
        indexes = [models.Index(fields=["case", "happened_on"], name="pictures_lifeevent_of_case")]
        constraints = [
            models.CheckConstraint(
                name="pictures_lifeevent_said",
                condition=models.Q(words__isnull=False),
                violation_error_message=_("Tulis apa yang terjadi."),
            ),
            models.CheckConstraint(
                name="pictures_lifeevent_no_more_than_told",
                condition=models.Q(exactness=Exactness.DAY)
                | models.Q(exactness=Exactness.MONTH, happened_on__day=1)
                | models.Q(exactness__in=[Exactness.YEAR, Exactness.ABOUT], happened_on__day=1, happened_on__month=1),
                violation_error_message=_("Simpan tanggal hanya sejauh yang diketahui."),
            ),
            models.CheckConstraint(
                name="pictures_lifeevent_end_paired",
                condition=models.Q(ended_on__isnull=True, ended_by__isnull=True, ended_because__isnull=True)
                | models.Q(ended_on__isnull=False, ended_by__isnull=False, ended_because__isnull=False),
                violation_error_message=_("Tulis mengapa peristiwa ini ditarik kembali."),
            ),
            models.CheckConstraint(
                name="pictures_lifeevent_correction_paired",
                condition=models.Q(corrects__isnull=True, correction_reason__isnull=True)
                | models.Q(corrects__isnull=False, correction_reason__isnull=False),
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="pictures_lifeevent_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
        ]
