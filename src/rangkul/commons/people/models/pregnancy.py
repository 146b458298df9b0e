"""A child who is expected, or who was lost before or at birth: remembered in a family without being a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models.person import Person
from rangkul.commons.people.states import Outcome


class Pregnancy(Row):
    """`on` is the day it ended, or the day on which the birth is expected; a year alone is its first day."""

    # Health data of two people: it goes with either of them.
    mother = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="pregnancies")
    father = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.EXPECTED)
    on = models.DateField(null=True, blank=True)
    year_only = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_pregnancy_of_two",
                condition=models.Q(father__isnull=True) | ~models.Q(mother=models.F("father")),
                violation_error_message=_("Pilih orang lain sebagai ayahnya."),
            ),
            models.UniqueConstraint(
                name="people_pregnancy_one_expected",
                fields=["mother"],
                condition=models.Q(outcome="expected"),
                violation_error_message=_("Kehamilan ini sudah tercatat."),
            ),
        ]
