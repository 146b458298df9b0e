"""What a referral asks of a worker, and of whoever receives it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.widgets import LongSelect
from rangkul.commons.directory.states import Help
from rangkul.commons.trust.states import ConsentMode
from rangkul.support.referral.states import FINAL, Ground, Refusal, Way, WhyDropped, WhyUnmet

TOGETHER = "semua"
_GROUP, _FOR_COUNTING = _("Kelompok layanan"), _("Hanya untuk statistik.")
_SPOKEN_FIRST = [(mode.value, mode.label) for mode in (ConsentMode.SPOKEN, ConsentMode.SCREEN)]


def group(label=_GROUP, help_text=_FOR_COUNTING):
    return choice(label, [], required=False, widget=LongSelect, help_text=help_text)


def groups(terms):
    return [("", _("Belum tahu")), *[(one.code, one.label) for one in terms]]


class NeedForm(RangkulForm):
    kind = choice(_("Bantuan apa yang dibutuhkan"), Help.choices, empty=_("Pilih satu"), widget=LongSelect)
    words = text(
        _("Dengan kata klien"),
        rows=2,
        most=1_000,
        required=False,
        help_text=_("Ini tetap di kasus, tidak ikut dikirim."),
    )
    category = group()

    def __init__(self, *args, terms=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = groups(terms)


class ReceiverForm(RangkulForm):
    name = line(_("Nama lembaga atau layanan"), most=160)
    contact = line(_("Nomor atau surel yang dituju"), help_text=_("Ke sini tautannya Anda kirim."))
    link_by = choice(_("Tautan dikirim lewat"), Way.choices, initial=Way.EMAIL)
    code_by = choice(
        _("Kode disebutkan lewat"), Way.choices, initial=Way.PHONE, help_text=_("Jalan yang lain dari tautannya.")
    )
    code_contact = line(
        _("Nomor atau surel untuk kodenya"),
        required=False,
        help_text=_("Bukan yang dipakai tautannya. Kosongkan bila Anda sendiri yang membacakan kodenya."),
    )
    because = line(_("Mengapa penerima ini"), most=300, required=False)
    order = choice(_("Urutan"), [], required=False)

    same_for_all = frozenset({"name", "contact", "link_by", "code_by", "code_contact", "because"})

    def __init__(self, *args, places=(), doubt="", **kwargs):
        """`places`: (place, whose) of those that were prepared and not sent; without any no order is asked.
        `doubt`: what speaks against this receiver; then it must be said why they are asked."""
        super().__init__(*args, **kwargs)
        if doubt:
            self.fields["because"].required = True
            self.fields["because"].error_messages["required"] = doubt
        if not places:
            del self.fields["order"]
            return
        before = [(str(place), _("Sebelum %(who)s") % {"who": who}) for place, who in places]
        self.fields["order"].choices = [("", _("Sesudah yang lain")), *before, (TOGETHER, _("Semua sekaligus"))]


class DataForm(RangkulForm):
    """One box for each piece, none ticked; each ticked one carries its reason."""

    asked = text(
        _("Apa yang Anda minta dari mereka"),
        rows=3,
        most=2_000,
        help_text=_("Cukup yang perlu mereka ketahui. Jangan tulis cerita kasusnya."),
    )

    def __init__(self, *args, pieces=(), chosen=None, documents=(), enclosed=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.pieces, chosen = list(pieces), chosen or {}
        self.documents, enclosed = list(documents), enclosed or {}
        for one in self.pieces:
            self._offer(one.name, one.label, one.name in chosen, chosen.get(one.name, one.why))
        for one in self.documents:
            self._offer(f"file_{one.pk.hex}", one.name, one.pk in enclosed, enclosed.get(one.pk, ""))

    def _offer(self, name, label, ticked, reason):
        go = forms.BooleanField(label=label, required=False, initial=ticked)
        why = line(
            _("Mengapa perlu"), most=200, required=False, initial=reason,
            widget=forms.TextInput(attrs={"class": "input"}),
        )  # fmt: skip
        self.fields |= {f"go_{name}": go, f"why_{name}": why}
        self._adapt(why)

    def rows(self):
        """(what would go, its box, its reason) for the page."""
        return [(one, self[f"go_{one.name}"], self[f"why_{one.name}"]) for one in self.pieces]

    def file_rows(self):
        return [(one, self[f"go_file_{one.pk.hex}"], self[f"why_file_{one.pk.hex}"]) for one in self.documents]

    def clean(self):
        words = super().clean()
        chosen = {one.name: words.get(f"why_{one.name}", "") for one in self.pieces if words.get(f"go_{one.name}")}
        if not chosen and not self.errors:
            raise forms.ValidationError(_("Pilih sedikitnya satu data, supaya mereka tahu siapa yang dirujuk."))
        enclosed = {
            one.pk: words.get(f"why_file_{one.pk.hex}", "")
            for one in self.documents
            if words.get(f"go_file_{one.pk.hex}")
        }
        return {"asked": words.get("asked", ""), "chosen": chosen, "enclosed": enclosed, "once": words.get("once")}


class SendForm(RangkulForm):
    ground = choice(_("Dengan dasar apa"), Ground.choices, widget=forms.RadioSelect)
    mode = choice(_("Bagaimana klien menyetujui"), _SPOKEN_FIRST, initial=ConsentMode.SPOKEN)
    witness = line(_("Nama saksi"), most=120, required=False, help_text=_("Wajib untuk persetujuan lisan."))
    words = line(
        _("Keterangan dasar"),
        most=300,
        required=False,
        help_text=_("Wajib bila bukan persetujuan: pasal atau bahayanya."),
    )
    last_day = DayField(
        label=_("Penerima boleh membaca sampai"), required=False, help_text=_("Kosongkan untuk 30 hari.")
    )
    anyway = line(_("Mengapa tetap ditanyakan"), most=300, required=False)

    def __init__(self, *args, changed: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not changed:
            del self.fields["anyway"]


class ToldForm(RangkulForm):
    """What a receiver said by telephone or in person."""

    said = choice(
        _("Apa yang mereka katakan"),
        [("accept", _("Diterima")), ("begin", _("Sudah mulai dilayani")), ("decline", _("Ditolak")),
         ("complete", _("Selesai, ada hasilnya")), ("onward", _("Dirujuk lagi ke tempat lain"))],
    )  # fmt: skip
    why = choice(_("Bila ditolak, mengapa"), Refusal.choices, empty=_("Tidak ditolak"), required=False)
    outcome = choice(_("Bila selesai, hasilnya"), FINAL, empty=_("Belum selesai"), required=False)
    onward_to = line(_("Bila dirujuk lagi, ke mana"), most=160, required=False)
    words = text(_("Keterangan mereka"), rows=2, most=1_000, required=False)
    told_by = line(_("Siapa yang mengatakan"), most=120)
    queue_place = forms.IntegerField(
        label=_("Bila menunggu giliran: urutan ke"), min_value=1, max_value=999, required=False
    )
    queue_because = line(_("Urutannya menurut apa"), most=200, required=False)


class LearnForm(RangkulForm):
    """What came of it where the receiver referred on to."""

    outcome = choice(_("Apa hasil akhirnya"), FINAL, widget=forms.RadioSelect)
    words = text(_("Apa yang terjadi"), rows=2, most=1_000)
    told_by = line(_("Siapa yang mengatakan"), most=120)


class QueueForm(RangkulForm):
    place = forms.IntegerField(label=_("Urutan ke"), min_value=1, max_value=999)
    because = line(_("Urutannya menurut apa"), most=200)


class ReplyForm(RangkulForm):
    words = text(_("Jawaban untuk penerima"), rows=2, most=2_000)


class BecauseForm(RangkulForm):
    because = line(_("Mengapa"), most=300)


class DropForm(RangkulForm):
    why = choice(_("Mengapa tidak diperlukan lagi"), WhyDropped.choices, widget=forms.RadioSelect)
    because = line(_("Keterangan"), most=300)

    same_for_all = frozenset({"why", "because"})


class ExtendForm(RangkulForm):
    last_day = DayField(label=_("Sampai hari apa"))
    because = line(_("Mengapa perlu lebih lama"), most=300)


class StopForm(RangkulForm):
    told_by = line(_("Siapa di pihak penerima yang memastikan"), most=120)


class CodeToldForm(RangkulForm):
    told_to = line(_("Siapa di pihak penerima yang mendapat kodenya"), most=120)


class MeetForm(RangkulForm):
    outcome = text(_("Apa hasilnya bagi klien"), rows=2, most=1_000)

    same_for_all = frozenset({"outcome"})


class UnmetForm(RangkulForm):
    why = choice(_("Mengapa belum bisa dipenuhi"), WhyUnmet.choices, empty=_("Pilih satu"))
    words = line(_("Keterangan untuk kasus ini"), most=300, required=False)
    category = group()

    same_for_all = frozenset({"why", "words"})

    def __init__(self, *args, terms=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = groups(terms)


class CallForm(RangkulForm):
    due = DayField(label=_("Kapan Anda menelepon"))


# What follows is asked of the receiver, on a telephone; what they answer stands in `base.forms.answers`.


class CodeForm(RangkulForm):
    pin = forms.CharField(
        label=_("Kode"),
        help_text=_("Enam angka, dari orang yang mengirim rujukan ini."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class AcceptForm(RangkulForm):
    words = text(
        _("Pesan untuk pengirim"), rows=2, most=1_000, required=False,
        help_text=_("Misalnya kapan orangnya bisa datang, dan apa yang dibawa."),
    )  # fmt: skip
    queue_place = forms.IntegerField(
        label=_("Bila menunggu giliran: urutan ke"), min_value=1, max_value=999, required=False
    )
    queue_because = line(_("Urutannya menurut apa"), most=200, required=False)


class DeclineForm(RangkulForm):
    why = choice(_("Mengapa belum bisa"), Refusal.choices, widget=forms.RadioSelect)
    words = text(_("Keterangan"), rows=2, most=1_000, required=False)
