"""Who takes part in the help beside the team: the map of stakeholders of a case (A72)."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.journey.cases.models.case import Case, CasePerson
from rangkul.journey.cases.states import NameLeave, Sector, Sway

LONGEST_NAME = 120
_ACTIVE = models.Q(until__isnull=True)


class Partner(Row):
    """An organisation by its `name`, or a private person of the case (`near`), whose name stands with the person
    alone. Neither reads the file."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="partners")
    # Empty until something is written about them.
    key = models.ForeignKey(DataKey, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME, blank=True, default="")
    near = models.ForeignKey(
        CasePerson, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # Empty in rows from before sectors were asked.
    sector = models.CharField(max_length=10, choices=Sector, blank=True, default="", db_default="")
    # What they bring or do.
    part = models.CharField(max_length=200, blank=True)
    # What they want of it themselves.
    interest = SealedText()
    sway = models.CharField(max_length=7, choices=Sway, default=Sway.UNKNOWN, db_default="unknown")
    named = models.CharField(max_length=7, choices=NameLeave, default=NameLeave.UNASKED, db_default="unasked")
    # In which list the house knew them already, and their id there; a package that may be switched off keeps it.
    source = models.CharField(max_length=12, blank=True, default="", db_default="")
    source_id = models.UUIDField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="cases_partner_is_one",
                condition=models.Q(near__isnull=True) & ~models.Q(name="") | models.Q(near__isnull=False, name=""),
                violation_error_message=gettext_lazy("Pilih orang dari kasus ini, atau tulis nama lembaganya."),
            ),
            models.CheckConstraint(
                name="cases_partner_source_paired",
                condition=models.Q(source="", source_id__isnull=True)
                | ~models.Q(source="") & models.Q(source_id__isnull=False),
            ),
            models.UniqueConstraint(
                name="cases_partner_near_once",
                fields=["near"],
                condition=_ACTIVE,
                violation_error_message=gettext_lazy("Pihak ini sudah ada di peta."),
            ),
            models.UniqueConstraint(
                name="cases_partner_source_once",
                fields=["case", "source", "source_id"],
                condition=_ACTIVE,
                violation_error_message=gettext_lazy("Pihak ini sudah ada di peta."),
            ),
        ]

    def __str__(self) -> str:
        """For the team; for lists give `select_related("near__person")`."""
        return self.name or self.near.person.full_name

    @property
    def called_outside(self) -> str:
        """On paper, which others may see."""
        told = self.near is None or self.named == NameLeave.AGREED
        return str(self) if told else _("Seseorang yang namanya tidak ditulis")
