from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.base.forms.widgets import LongSelect
from rangkul.tell.exchange.webhooks.states import CHOSEN


class WebhookForm(RangkulForm):
    name = line(_("Sistem mana yang diberi tahu"), most=80)
    address = line(
        _("Alamatnya"), most=300, help_text=_("Diawali https://, misalnya https://sistem.dinas.go.id/rangkul.")
    )
    kinds = forms.MultipleChoiceField(
        label=_("Diberi tahu tentang apa"),
        choices=[(kind.value, kind.label) for kind in CHOSEN],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih sedikitnya satu jenis kabar.")},
    )
    keeper = choice(_("Siapa diberi tahu bila kabarnya tidak sampai"), [], widget=LongSelect)

    def __init__(self, *args, keepers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keeper"].choices = [("", _("Pilih satu")), *[(str(one.pk), one.full_name) for one in keepers]]
