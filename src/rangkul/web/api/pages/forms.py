"""What a key is called, what it opens, and until when."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.web.api.states import HOURLY, MOST_HOURLY, OF_PARTNER, OF_WORKER, Scope

_BETWEEN = _("Isi angka antara 1 dan 5.000.")


def _choices(scopes: tuple[Scope, ...]) -> list[tuple[str, str]]:
    return [(scope.value, scope.label) for scope in scopes]


class KeyForm(RangkulForm):
    label = forms.CharField(
        label=_("Nama kunci"),
        help_text=_("Agar nanti Anda tahu kunci ini dipakai di mana, misalnya “Buku kunjungan di laptop kantor”."),
        max_length=80,
    )
    scopes = forms.MultipleChoiceField(
        label=_("Yang boleh dilakukan dengan kunci ini"),
        choices=_choices(OF_WORKER),
        initial=list(OF_WORKER),
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedChoiceField(
        label=_("Berlaku selama"),
        coerce=int,
        initial=90,
        choices=[(30, _("30 hari")), (90, _("90 hari")), (180, _("180 hari")), (365, _("1 tahun"))],
    )

    def values(self) -> dict:
        """As the verbs take them."""
        given = self.cleaned_data
        words = {name: given[name] for name in ("label", "hourly") if name in given}
        return words | {"scopes": tuple(given["scopes"]), "lifetime": timedelta(days=given["days"])}


class PartnerKeyForm(KeyForm):
    hourly = forms.IntegerField(
        label=_("Paling banyak permintaan per jam"),
        help_text=_("Di atas ini situs mitra diminta menunggu. Menjaga antrean bila situs itu disalahgunakan."),
        min_value=1,
        max_value=MOST_HOURLY,
        initial=HOURLY,
        error_messages={"min_value": _BETWEEN, "max_value": _BETWEEN},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["label"].help_text = _("Nama mitra dan situsnya, misalnya “Puskesmas Cibiru, formulir rujukan”.")
        self.fields["scopes"].choices = _choices(OF_PARTNER)
        self.fields["scopes"].initial = list(OF_PARTNER)
