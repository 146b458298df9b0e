"""A box to search in, and a reason to give."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.commons.people.queries.reading import LONGEST_QUESTION


class SearchForm(RangkulForm):
    """Sent by POST: names and numbers of people have no place in addresses, histories and logs."""

    q = forms.CharField(
        label=_("Cari nama, NIK, KK, atau nomor telepon"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "data-rangkul-search": ""}),
    )


class ReasonForm(RangkulForm):
    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
