"""What workers fill in about a request."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.forms import LONG, RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.widgets import LongSelect
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.entry.intake import queries
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import MOST_WAITING, ClientKind, ConflictKind, DeclineReason, Level


class DecideForm(RangkulForm):
    """The words that the asker reads, prepared and free to change, and a note that stays in the office."""

    text = forms.CharField(
        label=_("Yang dibaca pemohon"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Bahasa sederhana. Sebut langkah berikutnya dan kapan."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Catatan kantor"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Tidak terlihat oleh pemohon."),
    )  # fmt: skip
    # The newest decision that stood on this page when it was opened.
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)


class UntiedForm(DecideForm):
    """The four decisions on whether the unit takes it on; one press says that nothing ties the decider to the person.
    Where something does, another page is the way."""

    no_conflict = forms.BooleanField(
        label=_("Saya tidak punya hubungan pribadi dengan orang ini"),
        help_text=_("Bukan keluarga, tetangga, teman dekat, atau rekan usaha."),
        error_messages={
            "required": _("Centang bila tidak ada hubungan. Bila ada, tekan “Saya punya hubungan pribadi”.")
        },
    )


class ConflictForm(RangkulForm):
    kind = forms.ChoiceField(
        label=_("Hubungan apa"), choices=ConflictKind.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Pilih hubungannya.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Satu kalimat, bila perlu"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dibaca oleh yang memegang permintaan ini, tidak oleh pemohon."),
    )  # fmt: skip


class AcceptForm(UntiedForm):
    client_kind = forms.ChoiceField(
        label=_("Kasus ini untuk"), choices=ClientKind.choices, initial=ClientKind.PERSON, widget=forms.RadioSelect
    )
    who = forms.ChoiceField(
        label=_("Siapa orangnya"), widget=forms.RadioSelect,
        error_messages={"required": _("Pilih siapa orangnya, atau orang baru.")},
    )  # fmt: skip
    new_name = forms.CharField(
        label=_("Nama orang baru"), max_length=120,
        error_messages={"required": _("Tulis nama, atau nama panggilan yang dikenal.")},
    )  # fmt: skip
    # Beside it stand only the questions of the kind that was chosen; without scripts too, by the style sheet.
    client_name = forms.CharField(
        label=_("Nama kelompok atau komunitas"), max_length=120, required=False,
        help_text=_("Misalnya “Ibu-ibu penjahit RW 04”. Kosong: disebut menurut desanya."),
    )  # fmt: skip
    # Asked only where something runs already for who was chosen.
    running = forms.ChoiceField(
        label=_("Sudah ada kasus yang berjalan"), widget=forms.RadioSelect,
        help_text=_("Satu orang, satu jalan: biasanya permintaan baru digabungkan."),
        error_messages={"required": _("Pilih: gabungkan ke kasus yang berjalan, atau buka kasus kedua.")},
    )  # fmt: skip
    second = forms.CharField(
        label=_("Mengapa perlu kasus kedua"), max_length=500,
        help_text=_("Misalnya: orang lain yang mendampingi, karena keduanya tidak boleh saling tahu."),
        error_messages={"required": _("Tulis mengapa perlu kasus kedua.")},
    )  # fmt: skip
    field_order = ("client_kind", "who", "new_name", "client_name", "running", "second", "text", "note", "no_conflict")

    NEW, SECOND = "new", "second"

    def __init__(self, *args, people=(), name="", running=(), **kwargs):
        super().__init__(*args, **kwargs)
        if running:
            joining = [(str(one.id), _("Gabungkan ke %(case)s") % {"case": one.words}) for one in running]
            self.fields["running"].choices = [*joining, (self.SECOND, _("Buka kasus kedua"))]
        else:
            del self.fields["running"], self.fields["second"]
        self.fields["who"].choices = [*people, (self.NEW, _("Orang baru, belum terdaftar"))]
        self.fields["new_name"].initial = name
        if len(people) == 0:
            self.fields["who"].initial = self.NEW

    def clean(self):
        cleaned = super().clean()
        personal = cleaned.get("client_kind") in (ClientKind.PERSON, ClientKind.HOUSEHOLD)
        # What does not stand on the page for this choice is not asked.
        for name in ("new_name",) if personal else ("who", "new_name", "running", "second"):
            if not personal or cleaned.get("who") != self.NEW:
                self.errors.pop(name, None)
                cleaned.setdefault(name, "")
        return self._with_answer(cleaned)

    def _with_answer(self, cleaned):
        chosen, second = cleaned.get("running") or "", cleaned.pop("second", "")
        if chosen != self.SECOND:
            self.errors.pop("second", None)
        joins = UUID(chosen) if chosen not in ("", self.SECOND) else None
        cleaned["running"] = Answer(joins, second if chosen == self.SECOND else "")
        return cleaned


class ReferForm(UntiedForm):
    partner = forms.CharField(label=_("Dirujuk ke lembaga"), max_length=160)
    field_order = ("partner", "text", "note", "no_conflict")


class DeclineForm(UntiedForm):
    reason = forms.ChoiceField(label=_("Alasan"), choices=DeclineReason.choices, widget=forms.RadioSelect)
    field_order = ("reason", "text", "note", "no_conflict")


class WaitForm(UntiedForm):
    again_on = DayField(label=_("Ditinjau lagi tanggal"), help_text=_("Paling lambat 90 hari dari sekarang."))
    field_order = ("again_on", "text", "note", "no_conflict")

    def __init__(self, *args, region_code="", **kwargs):
        super().__init__(*args, **kwargs)
        self.zone = clock.zone(region_code)
        today = clock.now().astimezone(self.zone).date()
        self.fields["again_on"].initial = today + timedelta(days=14)
        self.fields["again_on"].widget.attrs["max"] = (today + timedelta(days=MOST_WAITING)).isoformat()

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.pop("again_on", None):
            cleaned["again_at"] = datetime.combine(day, time(9), self.zone)
        return cleaned


class LevelForm(RangkulForm):
    level = forms.ChoiceField(label=_("Tingkat"), choices=Level.choices)
    reason = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    same_for_all = frozenset({"reason"})


class AssignForm(RangkulForm):
    owner = forms.ModelChoiceField(
        label=_("Serahkan kepada"), queryset=Staff.objects.none(), empty_label=_("Pilih petugas"), widget=LongSelect
    )

    def __init__(self, *args, request: Request, **kwargs):
        super().__init__(*args, **kwargs)
        able = Staff.objects.filter(
            agency_id=request.agency_id,
            is_active=True,
            roles__overlap=[Role.SOCIAL_WORKER, Role.JUNIOR, Role.SUPERVISOR],
        )
        able = able.exclude(pk__in=[*queries.conflicted(request.pk), *({request.against_id} - {None})])
        named = able.select_related("unit").only("full_name", "unit__name")
        self.fields["owner"].queryset = named.order_by("unit__name", "full_name")
        self.fields["owner"].label_from_instance = lambda staff: f"{staff.full_name} · {staff.unit or ''}"


class MessageForm(RangkulForm):
    text = forms.CharField(
        label=_("Pesan untuk pemohon"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca dengan tiket. Tidak ada yang dikirim ke teleponnya."),
    )  # fmt: skip

    same_for_all = frozenset({"text"})


class RegisterForm(RangkulForm):
    full_name = forms.CharField(label=_("Nama"), max_length=120)
    called_name = forms.CharField(label=_("Nama panggilan"), max_length=60, required=False)
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"), required=False,
        choices=[("", _("Belum diketahui")), ("P", _("Perempuan")), ("L", _("Laki-laki"))],
    )  # fmt: skip

    same_for_all = frozenset({"called_name", "sex"})
