"""What a question, an answer and an article ask of a worker."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.fields import choice, line, text
from rangkul.base.forms.widgets import LongSelect
from rangkul.support.consultation.states import Audience, Body, Topic


class QuestionWords(RangkulForm):
    title = line(_("Pertanyaan Anda dalam satu baris"), most=160)
    text = text(
        _("Ceritakan secukupnya"),
        rows=6,
        most=4_000,
        help_text=_(
            "Nama, tempat, tanggal, dan nomor yang dikenal dari berkas diganti kata umum. Anda memeriksanya dulu."
        ),
    )
    facts = forms.MultipleChoiceField(
        label=_("Gambaran kasus yang ikut"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, facts=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["facts"].choices = [(name, f"{name}: {value}") for name, value in facts]
        if not facts:
            del self.fields["facts"]


class AskForm(QuestionWords):
    topic = choice(_("Tentang apa"), Topic.choices, empty=_("Pilih satu"))
    audience = choice(_("Kepada siapa"), Audience.choices, widget=forms.RadioSelect, initial=Audience.UNIT)
    staff_id = choice(_("Rekan"), [], required=False, widget=LongSelect)
    unit_id = choice(_("Unit"), [], required=False)
    agency_id = choice(_("Lembaga"), [], required=False, widget=LongSelect)
    answer_by = DayField(label=_("Jawaban diharapkan sebelum"))
    field_order = (
        "title",
        "text",
        "facts",
        "topic",
        "audience",
        "staff_id",
        "unit_id",
        "agency_id",
        "answer_by",
        "once",
    )

    def __init__(self, *args, staff=(), units=(), agencies=(), **kwargs):
        super().__init__(*args, **kwargs)
        none = [("", _("Pilih bila perlu"))]
        self.fields["staff_id"].choices = [*none, *[(str(one.pk), one.full_name) for one in staff]]
        self.fields["unit_id"].choices = [*none, *[(str(one.pk), one.name) for one in units]]
        self.fields["agency_id"].choices = [*none, *[(str(one.pk), one.name) for one in agencies]]


class SendForm(RangkulForm):
    read = forms.BooleanField(
        label=_("Sudah saya baca. Tidak ada yang menunjuk orangnya."), required=False, widget=forms.CheckboxInput
    )


class AnswerForm(RangkulForm):
    text = text(
        _("Jawaban Anda"),
        rows=5,
        most=4_000,
        help_text=_("Dari pengalaman atau sumber yang Anda kenal. Jangan menulis nama siapa pun."),
    )


class ArticleForm(RangkulForm):
    title = line(_("Judul"), most=160, help_text=_("Seperti orang menanyakannya."))
    topic = choice(_("Tentang apa"), Topic.choices, empty=_("Pilih satu"))
    body = choice(_("Termasuk"), Body.choices, widget=forms.RadioSelect, initial=Body.KNOWLEDGE)
    text = text(_("Isi"), rows=10, most=10_000, help_text=_("Pendek dan bisa langsung dipakai. Tanpa nama siapa pun."))
    source = line(_("Sumber"), most=300, help_text=_("Peraturan, buku, atau pengalaman siapa; dengan tahunnya."))
    categories = forms.MultipleChoiceField(
        label=_("Kelompok layanan"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Artikel ini muncul di samping kasus kelompok itu."),
    )

    def __init__(self, *args, groups=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["categories"].choices = groups


class ReviewForm(RangkulForm):
    review_on = DayField(label=_("Ditinjau lagi pada"), help_text=_("Paling lama dua tahun."))


class BecauseForm(RangkulForm):
    because = text(_("Mengapa"), rows=2, most=500)


class SeekForm(forms.Form):
    """A GET: what one seeks is not kept."""

    q = forms.CharField(
        label=_("Cari di pustaka"), max_length=120, required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    topik = forms.ChoiceField(label=_("Tentang"), choices=[("", _("Semua")), *Topic.choices], required=False)
