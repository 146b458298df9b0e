"""What ties a household to the world around it: one line of the ecomap, with its source and its day."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.sealed import SealedText
from rangkul.journey.assessment.models import Institution
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.models.appended import Appended, appended
from rangkul.journey.pictures.states import Flow, Strength, System


class SystemTie(Appended):
    """Appended like a fact: a correction points at the row it replaces, and what is over is ended with a reason."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="system_ties")
    system = models.CharField(max_length=10, choices=System)
    # Its own name: "SDN 3", "Bu RT".
    name = SealedText()
    strength = models.CharField(max_length=9, choices=Strength)
    flow = models.CharField(max_length=4, choices=Flow, blank=True, default="")
    # The note of the assessment that it was taken from.
    institution = models.ForeignKey(Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "made_at"], name="pictures_systemtie_of_case")]
        constraints = [
            models.CheckConstraint(
                name="pictures_systemtie_other_named",
                condition=~models.Q(system=System.OTHER) | models.Q(name__isnull=False),
                violation_error_message=_("Tulis nama yang ada di ujung ikatan ini."),
            ),
            *appended("pictures_systemtie", ended=_("Tulis mengapa ikatan ini diakhiri.")),
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
