"""What runs between two people of a family: a fact with its source and its day, never an opinion of the drawing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Person, Staff
from rangkul.journey.assessment.states import Source
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.states import TieKind


class FamilyTie(Row):
    """`one` and `other` feel or do this; violence goes from `one` to `other`. A line is ended, never changed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="family_ties")
    # It goes with the erasure of either, before the person's own row.
    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=TieKind)
    source = models.CharField(max_length=20, choices=Source)
    source_date = models.DateField()
    words = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    ended_because = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pictures_tie_of_two",
                condition=~models.Q(one=models.F("other")),
                violation_error_message=_("Pilih orang lain di ujung garis ini."),
            ),
            models.UniqueConstraint(
                name="pictures_tie_once",
                fields=["case", "one", "other", "kind"],
                condition=models.Q(ended_on__isnull=True),
                violation_error_message=_("Garis ini sudah ada."),
            ),
            models.CheckConstraint(
                name="pictures_tie_end_paired",
                condition=models.Q(ended_on__isnull=True, ended_by__isnull=True)
                | models.Q(ended_on__isnull=False, ended_by__isnull=False),
            ),
        ]

    @property
    def key(self) -> DataKey:
        """The case's, and no column: erasing a relative takes the line, never the key of somebody else's file."""
        return self.case.key
