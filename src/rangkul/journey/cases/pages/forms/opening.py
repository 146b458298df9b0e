"""A case opened by a worker, for somebody who is known already."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.commons.people.models import Household, Person
from rangkul.entry.intake.states import ClientKind, Level
from rangkul.journey.cases.states import Programme, ServiceFunction


class OpenForm(RangkulForm):
    """`person` and `household` arrive by the address: the page was opened from theirs."""

    client_kind = forms.ChoiceField(
        label=_("Untuk siapa"), choices=ClientKind.choices, widget=forms.RadioSelect, initial=ClientKind.PERSON
    )
    name = line(_("Nama kelompok atau komunitas"), most=120)
    concern = line(
        _("Mengapa kasus ini dibuka"), help_text=_("Satu kalimat, sedapatnya dengan kata-kata klien."), most=500
    )
    level = choice(_("Tingkat risiko"), Level.choices, initial=Level.HIJAU)
    service_function = choice(
        _("Jenis pelayanan"), ServiceFunction.choices, empty=_("Belum ditentukan"), required=False
    )

    programme = choice(_("Templat program"), Programme.choices, empty=_("Jalur umum"), required=False)

    def __init__(self, *args, person: Person | None = None, household: Household | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [ClientKind.GROUP, ClientKind.COMMUNITY]
        if person or household:
            # A group or community is nobody's page.
            kinds = [ClientKind.PERSON, ClientKind.HOUSEHOLD] if person else [ClientKind.HOUSEHOLD]
            del self.fields["name"]
        self.fields["client_kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["client_kind"].initial = kinds[0]
