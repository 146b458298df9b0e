"""The form that changes what stands, and knows what stood there when it was opened."""

from typing import Any

from django import forms

from rangkul.base.forms.kit import RangkulForm
from rangkul.base.seen import marks


def seen_field() -> forms.CharField:
    """Holds the marks; comes back with what the person sends."""
    return forms.CharField(widget=forms.HiddenInput, required=False, max_length=2_000)


class SeenForm(RangkulForm):
    """`initial` holds what stands, by the names of the fields."""

    seen = seen_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = [name for name in self.fields if name not in ("once", "seen")]
        self.fields["seen"].initial = marks({name: self.initial.get(name) for name in parts})
