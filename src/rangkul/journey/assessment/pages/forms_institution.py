"""The form of an institution: helping and blocking are asked beside each other."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.journey.assessment.models import Institution
from rangkul.journey.assessment.pages.forms import LINE, NOTE, area
from rangkul.journey.assessment.states import Effect, InstitutionKind, Source


class InstitutionForm(RangkulForm):
    kind = forms.ChoiceField(label=_("Lembaga apa"), choices=InstitutionKind.choices)
    name = forms.CharField(
        label=_("Namanya"), help_text=_("Misalnya: SDN 3, pabrik tempat ia bekerja."), max_length=LINE, required=False
    )
    effect = forms.ChoiceField(label=_("Bagi klien, lembaga ini"), choices=Effect.choices, widget=forms.RadioSelect)
    helps = forms.CharField(label=_("Membantu dengan cara"), max_length=NOTE, widget=area(2), required=False)
    blocks = forms.CharField(label=_("Menghambat dengan cara"), max_length=NOTE, widget=area(2), required=False)
    source = forms.ChoiceField(label=_("Sumber"), choices=Source.choices, initial=Source.CLIENT)
    source_note = forms.CharField(label=_("Siapa atau dokumen apa"), max_length=LINE, required=False)
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"), initial=today)


class CorrectInstitutionForm(InstitutionForm):
    taken_back = forms.BooleanField(label=_("Tarik: tidak seharusnya ada di sini"), required=False)
    reason = forms.CharField(label=_("Mengapa dikoreksi"), max_length=LINE)

    def __init__(self, *args, row: Institution, **kwargs):
        names = ("name", "effect", "helps", "blocks", "source", "source_note", "source_date")
        super().__init__(*args, initial={name: getattr(row, name) for name in names}, **kwargs)
        del self.fields["kind"]
