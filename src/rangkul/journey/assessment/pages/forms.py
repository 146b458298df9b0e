"""What a worker types into an assessment."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.seen import SeenForm
from rangkul.base.forms.widgets import PicturedRadio
from rangkul.base.taxonomy.queries import PPKS, current
from rangkul.journey.assessment.prompts import SERVICES, topic_choices
from rangkul.journey.assessment.states import FactKind, Source
from rangkul.journey.cases.states import ServiceFunction

NOTE = 4_000
LINE = 200


def area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PresentingForm(SeenForm):
    words = forms.CharField(
        label=_("Yang dihadapi, dengan kata-kata klien"),
        help_text=_("Tulis seperti yang diucapkan. Jangan diringkas menjadi istilah."),
        max_length=NOTE,
        widget=area(4),
    )
    source = forms.ChoiceField(
        label=_("Siapa yang mengatakannya"),
        choices=[
            (Source.CLIENT, Source.CLIENT.label),
            (Source.SIGNIFICANT_OTHER, Source.SIGNIFICANT_OTHER.label),
            (Source.DOCUMENT, _("Permintaan tertulis")),
        ],
    )
    said_on = DayField(label=_("Tanggal dikatakan"), initial=today)


class FactForm(RangkulForm):
    kind = forms.ChoiceField(
        label=_("Jenis"),
        help_text=_("Yang dikatakan, yang dilihat, dan yang Anda pikirkan ditulis terpisah."),
        choices=[
            (FactKind.STATEMENT, _("Pernyataan: dikatakan atau tertulis")),
            (FactKind.OBSERVATION, _("Observasi: Anda lihat atau dengar sendiri")),
            (FactKind.OPINION, _("Pendapat: pertimbangan Anda atau ahli")),
        ],
        initial=FactKind.STATEMENT,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(label=_("Isi"), max_length=NOTE, widget=area())
    source = forms.ChoiceField(
        label=_("Sumber"),
        help_text=_("Untuk observasi boleh dikosongkan."),
        choices=[("", "—"), *[(s.value, s.label) for s in Source if s != Source.OBSERVATION]],
        required=False,
        initial=Source.CLIENT,
    )
    source_note = forms.CharField(
        label=_("Siapa atau dokumen apa"),
        help_text=_("Misalnya: ibu klien, Kartu Keluarga, dokter puskesmas."),
        max_length=LINE,
        required=False,
    )
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"), initial=today)
    topic = forms.ChoiceField(label=_("Pokok"), required=False)
    is_strength = forms.BooleanField(label=_("Ini kekuatan atau sumber daya klien"), required=False)

    def __init__(self, *args, domain: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", _("Tidak khusus")), *topic_choices(domain)]

    def clean(self):
        words = super().clean()
        # The offered source is the client; for what was seen it says nothing and is not asked again.
        if words.get("kind") == FactKind.OBSERVATION:
            words["source"] = ""
        elif words.get("kind") == FactKind.OPINION and words.get("source") != Source.PROFESSIONAL:
            words["source"] = Source.WORKER
        return words


class CorrectionForm(RangkulForm):
    text = forms.CharField(
        label=_("Isi yang benar"),
        help_text=_("Kosongkan bila fakta ini ditarik. Tulisan lama tetap bisa dibaca."),
        max_length=NOTE,
        widget=area(),
        required=False,
    )
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"), required=False)
    reason = forms.CharField(label=_("Mengapa dikoreksi"), max_length=LINE)


class GapForm(RangkulForm):
    why = forms.CharField(label=_("Alasannya"), max_length=1_000, widget=area(2))


class SummaryForm(SeenForm):
    summary = forms.CharField(
        label=_("Kesimpulan Anda"),
        help_text=_("Pendapat Anda tentang keadaan orang ini di lingkungannya, terpisah dari fakta. Bukan diagnosis."),
        max_length=NOTE,
        widget=area(4),
    )


class ReassessmentForm(RangkulForm):
    why = forms.CharField(
        label=_("Mengapa dinilai ulang"),
        help_text=_("Apa yang berubah, atau apa yang belum cukup dipahami?"),
        max_length=1_000,
        widget=area(2),
    )


class SignForm(RangkulForm):
    """Only the key against a second signature."""


class CategoryForm(RangkulForm):
    code = forms.ChoiceField(
        label=_("Kelompok layanan"),
        help_text=_("Boleh lebih dari satu. Dipakai untuk mencari layanan dan dihitung, tidak ditulis di surat."),
    )
    because = forms.CharField(label=_("Fakta yang mendasarinya"), max_length=1_000, widget=area(2), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = [("", "—"), *((term.code, term.label) for term in current(PPKS))]


class ServiceForm(RangkulForm):
    function = forms.ChoiceField(
        label=_("Jenis pelayanan"),
        choices=[("", _("Belum ditentukan")), *((one.value, one.label) for one in ServiceFunction)],
        widget=PicturedRadio(hints={one.value: words for one, words in SERVICES.items()}, long=True),
        required=False,
    )


class EndCategoryForm(RangkulForm):
    reason = forms.CharField(label=_("Mengapa tidak berlaku lagi"), max_length=1_000, widget=area(2))
