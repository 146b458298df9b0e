"""A box to search in, and a reason to give."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.widgets import LongSelect
from rangkul.commons.people.models import Staff
from rangkul.commons.people.queries.reading import LONGEST_QUESTION


class SearchForm(RangkulForm):
    """Sent by POST: names and numbers of people have no place in addresses, histories and logs."""

    q = forms.CharField(
        label=_("Cari nama, NIK, KK, atau nomor telepon"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "data-rangkul-search": ""}),
    )


class DoubtForm(RangkulForm):
    owner = forms.ModelChoiceField(label=_("Siapa yang memastikan"), queryset=Staff.objects.none(), widget=LongSelect)
    why = forms.CharField(
        label=_("Apa yang membuat ragu"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dijawab dalam seminggu. Bila tidak, supervisor diberi tahu."),
    )  # fmt: skip

    def __init__(self, *args, owners: list[Staff], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = Staff.objects.filter(pk__in=[one.pk for one in owners]).order_by("full_name")
        self.fields["owner"].label_from_instance = lambda staff: staff.full_name


class AnswerForm(RangkulForm):
    """One sentence and one of two buttons: not the same, or what is still needed."""

    why = forms.CharField(label=_("Satu kalimat"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(RangkulForm):
    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
