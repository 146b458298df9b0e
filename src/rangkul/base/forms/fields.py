"""The fields that forms are made of, so that a line, a note and a time look the same wherever they are asked for."""

from django import forms

from rangkul.base import clock
from rangkul.base.phones import parse_phone

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


def local_now():
    """Now, to the minute, for a picker that has no seconds."""
    return clock.local(clock.now()).replace(second=0, microsecond=0)


class PhoneField(forms.CharField):
    """A personal number, kept as E.164."""

    def __init__(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})
        super().__init__(max_length=40, required=False, widget=widget, **kwargs)

    def to_python(self, value):
        typed = super().to_python(value)
        if not typed:
            return ""
        phone = parse_phone(typed)
        if not phone.valid:
            raise forms.ValidationError([finding.message for finding in phone.errors])
        return phone.e164
