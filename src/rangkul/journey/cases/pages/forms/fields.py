"""Fields that several pages ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.forms.widgets import LongSelect
from rangkul.commons.people.models import Staff

LINE, NOTE = 200, 10_000


def area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def text(label, *, rows: int = 3, most: int = NOTE, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=area(rows), **more)


def line(label, *, most: int = LINE, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, **more)


def choice(label, words, *, empty: str | None = None, **more) -> forms.ChoiceField:
    first = [("", empty)] if empty is not None else []
    return forms.ChoiceField(label=label, choices=[*first, *words], **more)


def moment(label, **more) -> forms.DateTimeField:
    """A time of the worker's own place, as the browser's picker gives it."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(label=label, widget=widget, input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"], **more)


class StaffChoice(forms.ModelChoiceField):
    """One of the colleagues of a case's agency who practise."""

    def __init__(self, label, **more):
        more.setdefault("empty_label", _("Pilih petugas"))
        more.setdefault("widget", LongSelect)
        super().__init__(Staff.objects.none(), label=label, **more)

    def offer(self, agency_id, *, without=()) -> None:
        rows = Staff.objects.filter(
            agency_id=agency_id, is_active=True, roles__overlap=["peksos", "junior", "supervisor"]
        )
        self.queryset = rows.exclude(pk__in=[one for one in without if one]).order_by("full_name")

    def label_from_instance(self, staff: Staff) -> str:
        return staff.full_name


def local_now():
    """Now, to the minute, for a picker that has no seconds."""
    return clock.local(clock.now()).replace(second=0, microsecond=0)
