"""A day as people pick it: the browser's own calendar, and years that somebody alive can have meant."""

from datetime import date

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


class DayField(forms.DateField):
    """A date between 1900 and 2100; the verbs refuse days that are over or have not come."""

    def __init__(self, **given):
        given.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        super().__init__(**given)
        said = _("Tahunnya belum cocok. Periksa lagi.")
        self.validators += [MinValueValidator(FIRST, said), MaxValueValidator(LAST, said)]
