"""What is typed in a room and around it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.files.sniff import LARGEST
from rangkul.base.forms import SHORT, RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, moment, text
from rangkul.base.forms.widgets import PicturedRadio, attached
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.frame import PlaceMixin
from rangkul.entry.intake.states import LANGUAGES, Safe
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.queries import INDONESIAN, Burden, burdened, holders, name_of
from rangkul.support.counselling.states import (
    LONGEST_CODE,
    LONGEST_MESSAGE,
    LONGEST_SEALED,
    SHORTEST_CODE,
    Ending,
    RoomKind,
)


class SayForm(RangkulForm):
    """`once` is the number under which a message that is sent again stays the same one."""

    text = forms.CharField(
        label=_("Pesan Anda"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "enterkeyhint": "enter"}),
    )


class EncloseForm(RangkulForm):
    """`once` as in `SayForm`. The list of kinds is for the browser's own picker; the bytes decide."""

    prefix = "lampir"
    file = forms.FileField(
        label=_("Foto, PDF, atau rekaman suara"),
        help_text=_("Paling besar 15 MB. Tempat dan nama perangkat yang tersimpan di dalam foto dihapus."),
        widget=attached(LARGEST),
    )
    text = forms.CharField(label=_("Kata-kata untuk lampiran ini"), max_length=SHORT, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp,application/pdf,audio/*"


class SealedEncloseForm(EncloseForm):
    """As a browser sealed both: the file, and the words for it."""

    text = forms.CharField(label=EncloseForm.base_fields["text"].label, max_length=LONGEST_SEALED)


class SealedForm(SayForm):
    """A letter that only browsers read."""

    text = forms.CharField(max_length=LONGEST_SEALED, widget=SayForm.base_fields["text"].widget)


class AsideForm(SayForm):
    prefix = "samping"


class SeenToForm(RangkulForm):
    text = text(_("Sudah saya lihat. Yang saya lakukan"), rows=2, most=LONGEST_MESSAGE)


class HowForm(RangkulForm):
    kind = forms.ChoiceField(
        label=_("Pilih satu"),
        choices=RoomKind.choices[::-1],
        widget=PicturedRadio(
            pictures={RoomKind.LIVE: "message-2", RoomKind.LETTER: "mail"},
            hints={
                RoomKind.LIVE: _("Anda dan petugas menulis bergantian, sekarang."),
                RoomKind.LETTER: _("Anda menulis kapan saja, jawabannya datang kemudian."),
            },
        ),
    )


class SafeForm(RangkulForm):
    safe = forms.ChoiceField(
        label=_("Pilih satu"),
        choices=[
            (Safe.YES, _("Ya, saya bisa menulis dengan tenang")),
            (Safe.NO, _("Tidak, ada yang bisa melihat atau mengancam saya")),
            (Safe.UNKNOWN, _("Saya tidak yakin")),
        ],
        widget=PicturedRadio(
            pictures={Safe.YES: "circle-check", Safe.NO: "alert-triangle", Safe.UNKNOWN: "question-mark"}
        ),
        required=False,
    )


class WhereForm(PlaceMixin, RangkulForm):
    field_order = ["place", "meant", "region_code", "place_words"]
    place_words = forms.CharField(
        label=_("Tepatnya di mana?"),
        help_text=_("Misalnya nama jalan, dusun, RT/RW, atau gedung. Hanya dipakai bila Anda butuh pertolongan."),
        max_length=SHORT,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].help_text = _("Isi ini atau yang di bawah. Nama kota saja boleh.")

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("place") or cleaned.get("place_words")) and not self.errors:
            self.add_error("place", _("Tulis di mana Anda sekarang. Nama desa atau kota saja boleh."))
        return cleaned


class NearForm(RangkulForm):
    nearby = forms.CharField(
        label=_("Nama atau hubungannya, dan bagaimana ia dihubungi"),
        help_text=_(
            "Misalnya: kakak di rumah sebelah. Bila tidak ada, tulis “tidak ada”; boleh juga “belum mau bilang”. Kami"
            " tidak menghubunginya tanpa bertanya kepada Anda, kecuali nyawa terancam."
        ),
        max_length=SHORT,
    )


class NowForm(RangkulForm):
    place = forms.CharField(
        label=_("Di mana Anda sekarang?"),
        help_text=_("Supaya pertolongan bisa sampai bila perlu. Boleh dijawab nanti."),
        max_length=SHORT,
        required=False,
    )
    nearby = forms.CharField(
        label=_("Siapa yang bisa menemani Anda di sana?"),
        help_text=_("Kami tidak menghubunginya tanpa bertanya kepada Anda, kecuali nyawa terancam."),
        max_length=SHORT,
        required=False,
    )


class HereForm(SafeForm):
    """Asked again at the start of a session. What was said last time is not shown: somebody else may be reading."""

    prefix = "di"
    field_order = ["place", "nearby", "safe"]
    place = forms.CharField(
        label=_("Di mana Anda sekarang?"), help_text=_("Supaya pertolongan bisa sampai bila perlu."), max_length=SHORT
    )
    nearby = forms.CharField(
        label=_("Siapa yang bisa mendatangi Anda di sana?"),
        help_text=_(
            "“Tidak ada” atau “belum mau bilang” juga jawaban. Kami tidak menghubunginya tanpa bertanya kepada Anda,"
            " kecuali nyawa terancam."
        ),
        max_length=SHORT,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["safe"].label = _("Aman berbicara sekarang?")


class CodeForm(RangkulForm):
    code_word = forms.CharField(
        label=_("Kata rahasia"),
        help_text=_("Kata yang tidak biasa Anda tulis, misalnya “mangga muda”. Ingat saja; jangan dicatat."),
        min_length=SHORTEST_CODE,
        max_length=LONGEST_CODE,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class WishesMixin(forms.Form):
    """Who shall answer. Nobody who fits is there: somebody else answers."""

    language = forms.ChoiceField(label=_("Bahasa yang Anda inginkan"), choices=LANGUAGES, required=False)
    wants_sex = forms.ChoiceField(
        label=_("Anda lebih nyaman dengan petugas"),
        choices=[("", _("Siapa saja")), ("P", _("Perempuan")), ("L", _("Laki-laki"))],
        required=False,
    )


class StoryForm(WishesMixin, RangkulForm):
    field_order = ("called_name", "first_words", "language", "wants_sex")
    called_name = forms.CharField(
        label=_("Anda ingin dipanggil siapa?"),
        help_text=_("Boleh bukan nama asli, boleh kosong."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    first_words = forms.CharField(
        label=_("Apa yang ingin Anda bicarakan?"),
        help_text=_("Satu kalimat saja sudah membantu. Kalimat ini menjadi permintaan Anda dan tetap kami simpan."),
        max_length=LONGEST_MESSAGE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AgreeForm(RangkulForm):
    agreed = forms.BooleanField(
        label=_("Saya setuju berbicara lewat layar, dan permintaan saya ditangani."),
        error_messages={"required": _("Tanpa persetujuan ini percakapan tidak bisa dimulai.")},
    )
    in_file = forms.BooleanField(
        label=_("Simpan percakapan ini di berkas saya. Tanpa centang, kata-kata di ruang dihapus sesudah berakhir."),
        help_text=_("Yang sudah Anda tulis sebelum mulai juga menjadi permintaan Anda. Itu tetap kami simpan."),
        required=False,
    )


class StaffForm(RangkulForm):
    """Whom to call in or hand over to: who practises in the agency, those on duty first."""

    staff = forms.ModelChoiceField(label=_("Siapa"), queryset=Staff.objects.none())

    def __init__(self, *args, room: Room, but=None, burdens: bool = False, **kwargs):
        """`burdens`: say of each who has no place for one more conversation, or is away."""
        super().__init__(*args, **kwargs)
        here = Staff.objects.filter(agency_id=room.agency_id, is_active=True)
        here = here.filter(roles__overlap=["peksos", "junior", "supervisor"]).exclude(pk__in=[but, room.against_id])
        if room.end_to_end:
            here = here.filter(pk__in=[one.staff_id for one in holders(room)])
        field = self.fields["staff"]
        field.queryset = here.order_by("-on_duty", "full_name", "pk")
        held = burdened([one.pk for one in field.queryset], room.kind) if burdens else {}
        field.label_from_instance = lambda staff: _named(staff, held.get(staff.pk))


def _named(staff: Staff, burden: Burden | None = None) -> str:
    """With what a client may have wished: who speaks which language, and whether it is a woman or a man."""
    spoken = ", ".join(name_of(one) for one in staff.languages if one != INDONESIAN)
    words = [staff.full_name, str(staff.roles_in_words), str(staff.get_sex_display()) if staff.sex else "", spoken]
    if burden is not None:
        words.append(str(_("tidak di tempat") if burden.is_away else _("penuh")))
    elif staff.on_duty:
        words.append(str(_("bertugas")))
    return " · ".join(filter(None, words))


class RedNextMixin(forms.Form):
    """After a red conversation: a moment within 24 hours and a safe way, in place of a day."""

    next_at = moment(_("Kontak berikutnya: kapan, paling lama 24 jam lagi"))
    how = line(
        _("Bagaimana orang ini dihubungi dengan aman"),
        help_text=_("Supervisor diberi tahu sekarang; bila kontak ini terlewat, terus naik setiap 15 menit."),
    )

    def __init__(self, *args, red: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("next_on", "next_step", "no_next") if red else ("next_at", "how"):
            self.fields.pop(name, None)


class CameForm(RedNextMixin, RangkulForm):
    field_order = ("text", "next_at", "how")
    text = text(_("Apa hasil percakapan ini?"), rows=4)
    next_on = DayField(
        label=_("Kontak berikutnya"),
        help_text=_("Pada kasus menjadi tugas Anda; tanpa kasus diingatkan di halaman Konseling."),
        required=False,
    )
    next_step = line(_("Apa yang dilakukan saat itu"), required=False)
    no_next = line(_("Bila tidak perlu: mengapa"), required=False)
    ending = choice(
        _("Bagaimana berakhir"), [one for one in Ending.choices if one[0] not in (Ending.CLIENT, Ending.ABUSE)],
        initial=Ending.DONE,
    )  # fmt: skip


class BlockForm(RedNextMixin, RangkulForm):
    field_order = ("reason", "days")
    reason = line(_("Alasan, dalam kata yang boleh dibaca klien"))
    days = forms.IntegerField(label=_("Berapa hari"), min_value=1, max_value=90, initial=7)


class DeskForm(RangkulForm):
    most = forms.IntegerField(label=_("Percakapan langsung sekaligus, paling banyak"), min_value=1, max_value=10)
    away_until = moment(_("Tidak di tempat sampai"), required=False)
    away_words = line(
        _("Yang dibaca klien selama itu"), most=300, required=False, help_text=_("Misalnya: Saya kembali besok pagi.")
    )


class PreparedForm(RangkulForm):
    shortcut = line(_("Singkatan"), most=20, help_text=_("Diketik sesudah garis miring, misalnya /sapa."))
    language = forms.ChoiceField(
        label=_("Bahasa"),
        choices=LANGUAGES,
        required=False,
        help_text=_("Singkatan yang sama boleh ada dalam beberapa bahasa; ruang memakai bahasa kliennya."),
    )
    text = text(_("Jawabannya"), rows=3, most=2_000)
    for_all = forms.BooleanField(label=_("Untuk semua petugas di lembaga"), required=False)


class SlotForm(RangkulForm):
    at = moment(_("Mulai"))
    minutes = forms.IntegerField(label=_("Berapa menit tiap waktu"), min_value=15, max_value=120, initial=45)
    count = forms.IntegerField(
        label=_("Berapa waktu berturut-turut"), min_value=1, max_value=12, initial=1,
        help_text=_("Misalnya 4: empat waktu, satu sesudah yang lain."),
    )  # fmt: skip
    staff = forms.ModelChoiceField(label=_("Untuk siapa"), queryset=Staff.objects.none(), required=False)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["staff"]
        if not by.has("supervisor"):
            del self.fields["staff"]
            return
        here = Staff.objects.filter(unit_id=by.unit_id, is_active=True)
        field.queryset = here.filter(roles__overlap=["peksos", "junior", "supervisor"]).order_by("full_name", "pk")
        field.label_from_instance = lambda staff: staff.full_name
        field.empty_label = _("Saya sendiri")


class TermsForm(RangkulForm):
    keep_days = forms.IntegerField(
        label=_("Hapus kata-kata percakapan sesudah berapa hari"), min_value=1, max_value=365,
        help_text=_("Berlaku bila klien tidak meminta percakapannya disimpan."),
    )  # fmt: skip
    letter_hours = forms.IntegerField(
        label=_("Surat dijawab paling lambat dalam berapa jam"), min_value=1, max_value=168
    )
    seal_letters = forms.BooleanField(
        label=_("Klien boleh mengunci suratnya, sehingga server tidak bisa membacanya"), required=False,
        help_text=_(
            "Yang membaca hanya petugas yang memegang kunci. Tanda bahaya dalam surat terkunci tidak dikenali otomatis,"
            " dan surat tidak bisa dibuka lagi bila kata kuncinya hilang."
        ),
    )  # fmt: skip
