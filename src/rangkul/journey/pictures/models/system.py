"""What ties a household to the world around it: one line of the ecomap, with its source and its day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.models import Institution
from rangkul.journey.assessment.states import Source
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.states import Flow, Strength, System


class SystemTie(Row):
    """Appended like a fact: a correction points at the row it replaces, and what is over is ended with a reason."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="system_ties")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    system = models.CharField(max_length=10, choices=System)
    # Its own name: "SDN 3", "Bu RT".
    name = SealedText()
    strength = models.CharField(max_length=9, choices=Strength)
    flow = models.CharField(max_length=4, choices=Flow, blank=True, default="")
    source = models.CharField(max_length=20, choices=Source)
    source_date = models.DateField()
    words = SealedText()
    # The note of the assessment that it was taken from.
    institution = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )  # fmt: skip
    correction_reason = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = SealedText()

    class Meta:
        indexes = [models.Index(fields=["case", "made_at"], name="pictures_systemtie_of_case")]
        constraints = [
            models.CheckConstraint(
                name="pictures_systemtie_other_named",
                condition=~models.Q(system=System.OTHER) | models.Q(name__isnull=False),
                violation_error_message=_("Tulis nama yang ada di ujung ikatan ini."),
            ),
            models.CheckConstraint(
                name="pictures_systemtie_end_paired",
                condition=models.Q(ended_on__isnull=True, ended_by__isnull=True, ended_because__isnull=True)
                | models.Q(ended_on__isnull=False, ended_by__isnull=False, ended_because__isnull=False),
                violation_error_message=_("Tulis mengapa ikatan ini diakhiri."),
            ),
            models.CheckConstraint(
                name="pictures_systemtie_correction_paired",
                condition=models.Q(corrects__isnull=True, correction_reason__isnull=True)
                | models.Q(corrects__isnull=False, correction_reason__isnull=False),
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="pictures_systemtie_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Catatan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
            models.UniqueConstraint(
                name="pictures_systemtie_taken_once",
                fields=["institution"],
                condition=models.Q(corrects__isnull=True),
                violation_error_message=_("Lembaga ini sudah ada di ekomap."),
            ),
        ]

    @property
    def called(self) -> str:
        """Its own name, or what kind of system it is."""
        return self.name or str(System(self.system).label)
