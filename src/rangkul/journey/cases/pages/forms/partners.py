"""Who takes part, and with what."""

from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.journey.cases.actions import Stake
from rangkul.journey.cases.models import Partner
from rangkul.journey.cases.models.partner import LONGEST_NAME
from rangkul.journey.cases.states import NameLeave, Sector, Sway


class StakeForm(RangkulForm):
    """`known`: their name is not asked again. `private`: somebody who may not want to be named."""

    name = line(
        _("Nama lembaga atau kelompok"),
        most=LONGEST_NAME,
        help_text=_("Misalnya puskesmas, sekolah, LBH. Nama orang tidak ditulis di sini."),
    )
    sector = choice(_("Dari pihak mana"), Sector.choices, empty=_("Belum dipilih"))
    part = line(_("Apa yang dibawa atau dilakukannya"), required=False)
    interest = line(_("Apa yang diharapkannya sendiri"), most=1_000, required=False)
    sway = choice(_("Seberapa banyak bergantung padanya"), Sway.choices, initial=Sway.UNKNOWN, required=False)
    named = choice(
        _("Bolehkah namanya dibaca klien dan ditulis di kertas?"),
        NameLeave.choices,
        initial=NameLeave.UNASKED,
        required=False,
        help_text=_("Tanyakan kepada orangnya sendiri."),
    )

    def __init__(self, *args, known: bool = False, private: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["name"]
        if not private:
            del self.fields["named"]

    @classmethod
    def of(cls, partner: Partner, given=None) -> "StakeForm":
        said = {name: getattr(partner, name) for name in cls.base_fields if name not in ("name", "once")}
        return cls(given, initial=said, known=True, private=partner.near is not None)

    @property
    def stake(self) -> Stake:
        words = self.cleaned_data
        return Stake(
            words["sector"], words["part"], words["interest"], words["sway"] or Sway.UNKNOWN,
            words.get("named") or NameLeave.UNASKED,
        )  # fmt: skip
