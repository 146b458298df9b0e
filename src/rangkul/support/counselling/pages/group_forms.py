"""What is typed for a group."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line, moment, text
from rangkul.commons.people.models import Staff
from rangkul.support.counselling.actions import Purpose, Times
from rangkul.support.counselling.group_states import (
    LEAST_MINUTES,
    LEAST_PLACES,
    LONGEST_NAME,
    MOST_MEETINGS,
    MOST_MINUTES,
    MOST_PLACES,
    ZONES,
    Zone,
)
from rangkul.support.counselling.models import Group, GroupSeat
from rangkul.support.counselling.pages.forms import AsideForm

_RULES = _(
    "Yang dibicarakan di sini tinggal di sini.\nPakai nama panggilan. Jangan menyebut alamat, sekolah, atau nomor siapa"
    " pun.\nBicara bergantian; boleh hanya mendengarkan.\nTidak menghakimi dan tidak menyuruh.\nPetugas boleh menarik"
    " pesan yang menyakiti, dan meminta seseorang keluar dengan alasan."
)
_WEEKS = [(1, _("Setiap minggu")), (2, _("Dua minggu sekali")), (4, _("Empat minggu sekali"))]


class AboutForm(RangkulForm):
    """What anybody may read of it."""

    title = line(_("Tentang apa"), most=80, help_text=_("Dibaca siapa saja, misalnya: Orang tua anak remaja."))
    for_whom = text(_("Untuk siapa"), rows=2, most=300)
    rules = text(_("Aturan kelompok"), rows=6, most=1200, help_text=_("Setiap orang menyetujuinya sebelum ikut."))
    places = forms.IntegerField(
        label=_("Paling banyak berapa anggota"), min_value=LEAST_PLACES, max_value=MOST_PLACES, initial=8
    )
    listed = forms.BooleanField(
        label=_("Tampilkan di halaman umum"), required=False, initial=True,
        help_text=_("Tanpa centang, hanya pemegang tiket lembaga ini yang menemukannya."),
    )  # fmt: skip

    def purpose(self, zone: str) -> Purpose:
        names = ("title", "for_whom", "rules", "places", "listed")
        return Purpose(**{name: self.cleaned_data[name] for name in names}, zone=zone)


class TimesMixin(forms.Form):
    at = moment(_("Pertemuan pertama"))
    minutes = forms.IntegerField(label=_("Berapa menit"), min_value=LEAST_MINUTES, max_value=MOST_MINUTES, initial=90)
    weeks = forms.TypedChoiceField(label=_("Berulang"), choices=_WEEKS, coerce=int, initial=1)
    count = forms.IntegerField(label=_("Berapa pertemuan"), min_value=1, max_value=MOST_MEETINGS, initial=6)

    def times(self, zone: str) -> Times:
        """What was typed is the hour on the wall where the group's clock hangs."""
        typed: datetime = timezone.localtime(self.cleaned_data["at"])
        words: dict[str, Any] = {name: self.cleaned_data[name] for name in ("minutes", "weeks", "count")}
        return Times(typed.replace(tzinfo=ZONES[zone]), **words)


class GroupForm(TimesMixin, AboutForm):
    zone = choice(_("Menurut jam"), Zone.choices, initial=Zone.WIB)
    second = forms.ModelChoiceField(label=_("Pendamping kedua"), queryset=Staff.objects.none(), required=False)
    field_order = (
        "title", "for_whom", "rules", "places", "at", "zone", "minutes", "weeks", "count", "second", "listed",
    )  # fmt: skip

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["rules"].initial = _RULES
        here = Staff.objects.filter(agency_id=by.agency_id, is_active=True).exclude(pk=by.staff_id)
        field = self.fields["second"]
        field.queryset = here.filter(roles__overlap=["peksos", "junior", "supervisor"]).order_by("full_name", "pk")
        field.label_from_instance = lambda staff: staff.full_name
        field.empty_label = _("Saya sendiri saja")


class PlanForm(TimesMixin, RangkulForm):
    prefix = "rencana"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].label = _("Mulai")
        self.fields["count"].initial = 1


class JoinForm(RangkulForm):
    name = line(
        _("Nama panggilan di kelompok ini"), most=LONGEST_NAME,
        help_text=_("Boleh nama samaran. Hanya kelompok ini yang melihatnya."),
    )  # fmt: skip
    agreed = forms.BooleanField(label=_("Saya sudah membaca aturannya dan setuju."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agreed"].error_messages["required"] = _("Baca dulu aturannya, lalu setujui.")


class RemoveForm(RangkulForm):
    reason = text(_("Alasan, dalam kata yang dibaca anggota ini"), rows=3, most=300)


class ToForm(AsideForm):
    """A leader's private words to one member."""

    to = choice(_("Kepada"), [])
    field_order = ("to", "text")

    def __init__(self, *args, seats: list[GroupSeat], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(str(one.pk), one.name) for one in seats]
        self.fields["to"].widget.attrs["data-room-more"] = ""


class EndForm(RangkulForm):
    """The group's note, and a line for each who was there."""

    text = text(
        _("Apa hasil pertemuan ini bagi kelompok?"), rows=4,
        help_text=_("Masuk ke berkas setiap anggota yang hadir: jangan menyebut nama siapa pun."),
    )  # fmt: skip

    def __init__(self, *args, seats: list[GroupSeat], **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = seats
        for one in seats:
            label = _("Khusus %(who)s") % {"who": one.name}
            self.fields[f"own_{one.pk.hex}"] = text(label, rows=2, most=1000, required=False)

    def own(self) -> dict:
        return {one.pk: self.cleaned_data.get(f"own_{one.pk.hex}", "") for one in self.seats}


def about_of(group: Group) -> dict[str, Any]:
    return {name: getattr(group, name) for name in ("title", "for_whom", "rules", "places", "listed")}
