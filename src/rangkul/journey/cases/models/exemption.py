"""What is written about the client and held back from them for a while: why, until when, by whom (A37)."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.models.writing import Activity, Note
from rangkul.journey.cases.states import ExemptionReason


class Exemption(Row):
    """One note or activity, with what corrects it, that the client does not read before `until`. It ends by itself;
    held back longer is one more row. The client is told of it, unless `untold_because` says why that would endanger."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="exemptions")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # What was written stays for good, and so does what was held back of it.
    note = models.ForeignKey(Note, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    reason = models.CharField(max_length=11, choices=ExemptionReason)
    why = SealedText()
    told = models.BooleanField(default=True)
    untold_because = SealedText()
    until = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["case", "until"], name="cases_exemption_of_case")]
        constraints = [
            models.CheckConstraint(
                name="cases_exemption_of_one",
                condition=models.Q(note__isnull=True, activity__isnull=False)
                | models.Q(note__isnull=False, activity__isnull=True),
                violation_error_message=_("Yang ditahan adalah satu catatan atau satu kegiatan."),
            ),
            models.CheckConstraint(
                name="cases_exemption_bounded",
                condition=models.Q(until__gt=models.F("made_at"))
                & models.Q(until__lte=models.F("made_at") + timedelta(days=91)),
                violation_error_message=_("Sebuah tulisan ditahan paling lama 90 hari."),
            ),
            models.CheckConstraint(
                name="cases_exemption_silence_reasoned",
                condition=models.Q(told=True, untold_because__isnull=True)
                | models.Q(told=False, untold_because__isnull=False),
                violation_error_message=_("Tulis mengapa klien tidak diberi tahu, atau beri tahu klien."),
            ),
            models.CheckConstraint(
                name="cases_exemption_ended_paired",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.UniqueConstraint(
                name="cases_exemption_once_a_note",
                fields=["note"],
                condition=models.Q(ended_at__isnull=True),
                violation_error_message=_("Catatan ini sudah ditahan."),
            ),
            models.UniqueConstraint(
                name="cases_exemption_once_an_activity",
                fields=["activity"],
                condition=models.Q(ended_at__isnull=True),
                violation_error_message=_("Kegiatan ini sudah ditahan."),
            ),
        ]
