"""What happened in a life, as somebody told it: with its source, and with how exactly the day is known."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.models.appended import Appended, appended
from rangkul.journey.pictures.states import Exactness


class LifeEvent(Appended):
    """Appended like a fact: a correction points at the row it replaces, and what was not so is taken back with why.

    `happened_on` is the first day of what is known: of the month, or of the year, where no more was told.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="life_events")
    happened_on = models.DateField()
    exactness = models.CharField(max_length=5, choices=Exactness)

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
            *appended("pictures_lifeevent", ended=_("Tulis mengapa peristiwa ini ditarik kembali.")),
        ]
