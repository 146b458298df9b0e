"""How a client manages in one of the three statutory dimensions, in one person's view, at one moment."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.levels import level_words
from rangkul.journey.assessment.states import Dimension, Moment, View
from rangkul.journey.cases.models import Case


class Functioning(Row):
    """`level` 1 (least) to 5 on our own scale. Appended: the newest row of a moment, dimension and view counts."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="functioning")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    dimension = models.CharField(max_length=6, choices=Dimension)
    view = models.CharField(max_length=6, choices=View)
    moment = models.CharField(max_length=8, choices=Moment)
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    words = SealedText()
    seen_on = models.DateField()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "dimension", "view", "-seen_on"], name="assessment_functioning_case")]
        constraints = [
            models.CheckConstraint(
                name="assessment_functioning_level",
                condition=models.Q(level__range=(1, 5)),
                violation_error_message=_("Pilih tingkat 1 sampai 5."),
            )
        ]

    @property
    def meaning(self) -> str:
        """What the level says of this ability, in words."""
        return level_words(self.dimension, self.level)
