"""Fields that several pages of supervision ask for."""

from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, workdays
from rangkul.base.forms.widgets import LongSelect


def minutes(label, **more) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=480, required=False, **more)


class CaseChoice(forms.ChoiceField):
    """One of the worker's running cases, or none."""

    def __init__(self, **more):
        super().__init__(
            label=_("Tentang kasus"), required=False, choices=[("", _("Bukan tentang satu kasus"))], widget=LongSelect,
            **more,
        )  # fmt: skip

    def offer(self, cases) -> None:
        self.known = {str(case.pk): case for case in cases}
        self.choices = [*self.choices[:1], *[(pk, case.client_name) for pk, case in self.known.items()]]

    def clean(self, value):
        return getattr(self, "known", {}).get(super().clean(value))


def again_after(at: datetime, weeks: int) -> datetime:
    """The same hour so many weeks later, on a working day and never in the past."""
    day = clock.local(at) + timedelta(weeks=weeks)
    today = clock.local(clock.now())
    while day <= today or not workdays.is_workday(day.date()):
        day += timedelta(days=1)
    return day.replace(second=0, microsecond=0)
