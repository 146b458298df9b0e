"""What is asked around the questions themselves: whom it is about, who answered, on which day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.widgets import SeveralFiles, SeveralFilesField
from rangkul.commons.people.models import Person
from rangkul.journey.instruments.parcel import LARGEST
from rangkul.journey.instruments.scoring import Band
from rangkul.journey.instruments.states import BY_STAFF, AnsweredBy, Mode

LINE, NOTE = 200, 3000


class AroundForm(RangkulForm):
    """`people` of the case; where there is one alone nobody is asked whom it is about."""

    person = forms.UUIDField(label=_("Tentang siapa"), required=False)
    answered_by = forms.ChoiceField(label=_("Dijawab oleh"), choices=AnsweredBy.choices, initial=AnsweredBy.CLIENT)
    answered_by_words = forms.CharField(
        label=_("Siapa tepatnya"), help_text=_("Misalnya: nenek, guru kelas."), max_length=LINE, required=False
    )
    answered_on = DayField(label=_("Dijawab pada"), initial=today)
    retest_on = DayField(
        label=_("Tanyakan lagi pada"), help_text=_("Kosongkan bila tidak perlu diulang."), required=False
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        named = [(key, person.spoken_name) for key, person in self.people.items()]
        self.fields["person"] = forms.ChoiceField(
            label=_("Tentang siapa"),
            choices=named if len(named) > 0 else [("", _("Seluruh rumah tangga atau kelompok"))],
            required=False,
            initial=named[0][0] if named else "",
            widget=forms.Select if len(named) > 1 else forms.HiddenInput,
        )
        self._adapt(self.fields["person"])

    def clean(self) -> dict[str, Any]:
        words = super().clean() or self.cleaned_data
        words["person"] = self.people.get(words.get("person") or "")
        return words


class AnswerForm(AroundForm):
    """The answer itself comes as the XML that the browser's engine wrote."""

    answer = forms.CharField(max_length=500_000, widget=forms.HiddenInput)
    language = forms.CharField(max_length=12, widget=forms.HiddenInput)
    mode = forms.ChoiceField(choices=[(mode.value, mode.label) for mode in BY_STAFF], widget=forms.HiddenInput)


class OfferForm(RangkulForm):
    """`reason_needed`: the worker says why it may be answered with nobody there."""

    until = DayField(label=_("Bisa dijawab sampai"), help_text=_("Sampai akhir hari itu, paling lama 30 hari."))
    alone_because = forms.CharField(
        label=_("Mengapa boleh dijawab sendiri"),
        help_text=_("Misalnya: sudah dibicarakan, HP-nya hanya dipakai sendiri, ada kakak di rumah. Klien boleh tahu."),
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, reason_needed: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not reason_needed:
            del self.fields["alone_because"]


class JudgeForm(RangkulForm):
    band = forms.ChoiceField(label=_("Tingkat menurut Anda"), required=False)
    words = forms.CharField(
        label=_("Alasan Anda"),
        help_text=_(
            "Apa yang Anda lihat dan dengar, yang tidak ditangkap angka. Klien membacanya bila hasil dibagikan."
        ),
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, bands: tuple[Band, ...], language: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        named = [(band.key, band.words.said(language)) for band in bands]
        self.fields["band"].choices = [("", _("Sama dengan hasil")), *named]
        if not named:
            self.fields["band"].widget = forms.HiddenInput()


class WhyForm(RangkulForm):
    reason = forms.CharField(label=_("Alasannya"), max_length=NOTE, widget=forms.Textarea(attrs={"rows": 2}))


class RetestForm(RangkulForm):
    day = DayField(label=_("Tanyakan lagi pada"))


class UploadForm(RangkulForm):
    files = SeveralFilesField(
        label=_("Berkas XLSForm"),
        help_text=_(
            "Buku kerja .xlsx dengan lembar survey, choices, dan settings. Bila ada gambar, pilih bersama "
            "gambarnya, atau kirim satu .zip berisi semuanya."
        ),
        widget=SeveralFiles(LARGEST),
        error_messages={"required": _("Pilih berkasnya dulu."), "empty": _("Berkas ini kosong.")},
    )
    licence = forms.CharField(
        label=_("Dari mana dan atas izin siapa"),
        help_text=_("Misalnya: disusun lembaga sendiri; atau nama pemegang hak dan surat izinnya."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CutOffForm(RangkulForm):
    """`band` is fixed by the row that the form stands in."""

    band = forms.CharField(max_length=60, widget=forms.HiddenInput)
    at = forms.DecimalField(label=_("Mulai dari nilai"), max_digits=8, decimal_places=2)
    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Misalnya: klien lembaga ini remaja; keluhan ringan sudah perlu ditindaklanjuti."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.CharField(
        label=_("Sumber"), help_text=_("Penelitian, pedoman, atau keputusan yang mendasarinya."), max_length=400
    )


MODES = {mode.value: mode for mode in (Mode.INTERVIEW, Mode.SELF)}
