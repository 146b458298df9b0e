"""The contract in the words of worker and client."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms.agreeing import AgreementForm
from rangkul.base.forms.fields import text
from rangkul.base.forms.seen import SeenForm, seen_field
from rangkul.journey.cases.states import WITHOUT_CLIENT, Channel

_MOST = 3_000


class ContractForm(SeenForm):
    purpose = text(_("Tujuan layanan"), most=_MOST)
    worker_role = text(_("Yang kami lakukan"), most=_MOST)
    client_role = text(_("Yang Anda lakukan"), most=_MOST)
    rights = text(_("Hak Anda"), most=_MOST)
    confidentiality = text(_("Kerahasiaan dan batasnya"), most=_MOST)
    fee = forms.IntegerField(
        label=_("Biaya (rupiah)"), min_value=0, max_value=100_000_000, help_text=_("0 berarti gratis.")
    )
    contact_days = forms.IntegerField(
        label=_("Bertemu atau bicara paling jarang setiap berapa hari"), min_value=1, max_value=366
    )
    modality = forms.MultipleChoiceField(
        label=_("Dengan cara"),
        choices=[one for one in Channel.choices if one[0] not in WITHOUT_CLIENT],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    complaint_route = text(_("Bila ada keluhan"), most=_MOST)
    end_conditions = text(_("Kapan layanan berakhir"), most=_MOST)


class ContractAgreementForm(AgreementForm):
    """Carries the marks of the words that are read out."""

    seen = seen_field()
