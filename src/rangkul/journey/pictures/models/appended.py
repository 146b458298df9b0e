"""What is told on a picture is appended: corrected by a further row, and ended or taken back with a reason."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.states import Source


class Appended(Row):
    """A correction points at the row that it replaces; who ends a row says when and why."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    words = SealedText()
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
        abstract = True


def appended(table: str, *, ended: Promise) -> list[models.BaseConstraint]:
    """What always holds of an appended row; `ended` is said where an end has no reason."""
    return [
        models.CheckConstraint(
            name=f"{table}_end_paired",
            condition=models.Q(ended_on__isnull=True, ended_by__isnull=True, ended_because__isnull=True)
            | models.Q(ended_on__isnull=False, ended_by__isnull=False, ended_because__isnull=False),
            violation_error_message=ended,
        ),
        models.CheckConstraint(
            name=f"{table}_correction_paired",
            condition=models.Q(corrects__isnull=True, correction_reason__isnull=True)
            | models.Q(corrects__isnull=False, correction_reason__isnull=False),
            violation_error_message=_("Koreksi memerlukan alasan."),
        ),
        models.UniqueConstraint(
            name=f"{table}_corrected_once",
            fields=["corrects"],
            violation_error_message=_("Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
        ),
    ]
