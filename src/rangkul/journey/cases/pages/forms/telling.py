"""Why one entry is held back from the client, and until when."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, text
from rangkul.journey.cases.states import ExemptionReason

_USUAL = timedelta(days=30)


class HoldBackForm(RangkulForm):
    reason = choice(_("Alasan"), ExemptionReason.choices, help_text=_("Klien membaca alasan umum ini."))
    why = text(
        _("Mengapa belum boleh dibaca klien sekarang?"),
        rows=3,
        most=1_000,
        help_text=_("Dibaca tim dan supervisor, bukan klien."),
    )
    until = DayField(
        label=_("Ditahan sampai"), help_text=_("Paling lama 90 hari. Sesudah itu terbuka dengan sendirinya.")
    )
    untold_because = text(
        _("Bila klien tidak boleh tahu bahwa ada yang ditahan: mengapa itu pun berbahaya?"),
        rows=2,
        most=1_000,
        required=False,
        help_text=_("Biasanya kosong: klien melihat bahwa ada yang ditahan dan sampai kapan, tanpa isinya."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = timezone.localdate() + _USUAL
