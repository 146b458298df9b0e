"""Widgets of our own. They stand here so that every package may use them; how they look is the design system's."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join


class _Pictured:
    """Choices as cards. `pictures` and `hints` map a choice's value to an icon name and a line of words."""

    template_name = "look/forms/choices.html"

    def __init__(self, *args, pictures=None, hints=None, long=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.pictures, self.hints, self.long = pictures or {}, hints or {}, long

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "picture": self.pictures.get(str(value), ""), "hint": self.hints.get(str(value), "")}

    def get_context(self, name, value, attrs):
        return {**super().get_context(name, value, attrs), "long": self.long}


class PicturedRadio(_Pictured, forms.RadioSelect):
    """One pictured choice."""


class PicturedCheckboxes(_Pictured, forms.CheckboxSelectMultiple):
    """Several pictured choices."""


class Scale(forms.RadioSelect):
    """A short scale as a row of large buttons, with what its two ends mean. An empty choice stands below as the way to
    leave it out."""

    template_name = "look/forms/scale.html"

    def __init__(self, *args, low="", high="", **kwargs):
        super().__init__(*args, **kwargs)
        self.low, self.high = low, high

    def get_context(self, name, value, attrs):
        given = super().get_context(name, value, attrs)
        steps = [str(step) for step, _words in self.choices if step not in ("", None)]
        ends = [(steps[0], self.low), (steps[-1], self.high)] if steps and (self.low or self.high) else []
        return {**given, "ends": ends}


class SignaturePad(forms.HiddenInput):
    """A drawn signature as a `data:image/png;base64,` text; without scripts the form offers its other ways."""

    input_type = "hidden"
    template_name = "look/forms/signature.html"

    # Hidden inputs lose their label in forms; this one is drawn on.
    @property
    def is_hidden(self):
        return False


def suggest(url, code_field):
    """Attributes that turn a text input into a suggesting box.

    `url` answers `?q=` with a JSON list of {code, name, hint}; the chosen code lands in the input
    named `code_field`. Without scripts the text is sent as typed and the server resolves it.
    """
    return {"data-rangkul-suggest": url, "data-rangkul-code": code_field, "autocomplete": "off"}


def counted(most):
    """Attributes of a text field that says how many characters are left."""
    return {"maxlength": most, "data-rangkul-count": ""}


# The largest file that may be attached anywhere, in bytes.
LARGEST_FILE = 15 * 1024 * 1024


def attached(most):
    """A file input that says at once, before a slow line carries it, that a file has more than `most` bytes."""
    return forms.FileInput(attrs={"data-rangkul-most": most})


class SeveralFiles(forms.FileInput):
    """As `attached`, for files that belong together."""

    allow_multiple_selected = True

    def __init__(self, most):
        super().__init__(attrs={"data-rangkul-most": most, "multiple": True})


class SeveralFilesField(forms.FileField):
    """A list of uploaded files; each is cleaned as one file is."""

    def clean(self, data, initial=None):
        several = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFilesField, self).clean(one, initial) for one in several]


class LongSelect(forms.Select):
    """A select with hundreds of names: its options are drawn in one piece instead of by a template each."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(value) if value is not None else ""}
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, " selected" if str(key) in chosen else "", words) for key, words in self.choices),
        )
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(given), options)
