"""The end of a case, and its new beginning."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.journey.cases.actions import Ending
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.fields import StaffChoice
from rangkul.journey.cases.pages.forms.steps import ReasonForm
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.states import EndReason

AFTERCARE_LINES = 3
_SATISFACTION = [
    ("", _("Belum sempat ditanyakan")),
    ("5", _("5: sangat terbantu")),
    ("4", _("4: terbantu")),
    ("3", _("3: cukup")),
    ("2", _("2: kurang terbantu")),
    ("1", _("1: tidak terbantu")),
]


class EndingForm(RangkulForm):
    reason = choice(_("Mengapa layanan berakhir?"), EndReason.choices, empty=_("Pilih alasan"))
    summary = text(_("Ringkasan"), rows=5, help_text=_("Apa yang berubah, apa yang belum, apa yang membantu."))
    client_words = text(
        _("Yang dibaca klien"), rows=3, most=2_000, help_text=_("Kalimat pendek dan hangat, tanpa istilah.")
    )
    client_informed = forms.BooleanField(
        label=_("Klien sudah diberi tahu dan diajak bicara tentang pengakhiran ini"), required=False,
        help_text=_("Wajib, kecuali klien meninggal atau hilang kontak."),
    )  # fmt: skip
    # Needed for most reasons, so it does not say that it may stay empty.
    client_informed.when_chosen = True
    satisfaction = choice(_("Menurut klien, seberapa terbantu?"), _SATISFACTION, required=False)
    satisfaction_words = text(_("Kata-kata klien"), rows=2, most=1_000, required=False)
    all_the_same = text(_("Mengapa tetap diakhiri"), rows=2, most=1_000, required=False)

    def __init__(self, *args, may_pass_over: bool = False, of_many: bool = False, **kwargs):
        """`of_many`: the client is a household, a group or a community, which cannot die."""
        super().__init__(*args, **kwargs)
        if of_many:
            chosen = [one for one in self.fields["reason"].choices if one[0] != EndReason.DIED]
            self.fields["reason"].choices = chosen
            self.fields["client_informed"].help_text = _("Wajib, kecuali hilang kontak.")
        for number in range(AFTERCARE_LINES):
            self.fields[f"aftercare_{number}"] = line(_("Bimbingan lanjut: apa"), required=False)
            self.fields[f"aftercare_due_{number}"] = DayField(label=_("Pada tanggal"), required=False)
        if not may_pass_over:
            del self.fields["all_the_same"]

    def clean(self):
        words = super().clean()
        for number in range(AFTERCARE_LINES):
            if bool(words.get(f"aftercare_{number}")) != bool(words.get(f"aftercare_due_{number}")):
                self.add_error(f"aftercare_{number}", _("Isi apa dan tanggalnya, atau kosongkan keduanya."))
        return words

    @property
    def aftercare_rows(self):
        return [(self[f"aftercare_{number}"], self[f"aftercare_due_{number}"]) for number in range(AFTERCARE_LINES)]


class ReopenForm(ReasonForm):
    """Asks for another worker where whoever held the case stepped aside from it meanwhile."""

    worker = StaffChoice(
        _("Penanggung jawab baru"), help_text=_("Penanggung jawab sebelumnya punya hubungan pribadi dengan orang ini.")
    )

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        tied = tied_to(case)
        if case.worker_id in tied:
            self.fields["worker"].offer(case.agency_id, without=[case.against_id, *tied])
        else:
            del self.fields["worker"]


def ending_of(words: dict) -> Ending:
    rows = [(words[f"aftercare_{number}"], words[f"aftercare_due_{number}"]) for number in range(AFTERCARE_LINES)]
    return Ending(
        reason=words["reason"],
        summary=words["summary"],
        client_words=words["client_words"],
        client_informed=words["client_informed"],
        aftercare=tuple(row for row in rows if row[0]),
        satisfaction=int(words["satisfaction"]) if words["satisfaction"] else None,
        satisfaction_words=words["satisfaction_words"],
        all_the_same=words.get("all_the_same", ""),
    )
