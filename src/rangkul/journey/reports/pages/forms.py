"""What a worker writes into a document, and what a stranger types to check one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import LONG, RangkulForm
from rangkul.journey.reports.codes import read_code
from rangkul.journey.reports.hooks import Kind


class StartForm(RangkulForm):
    """One kind of document; who reads it is asked only where there is a choice."""

    kind = forms.CharField(max_length=20, widget=forms.HiddenInput)
    reader = forms.ChoiceField(label=_("Siapa yang akan membacanya?"))
    addressee = forms.CharField(
        label=_("Kepada"),
        help_text=_("Jabatan atau lembaga, bukan alamat rumah. Misalnya: Ketua Pengadilan Negeri Bandung."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args, kind: Kind, **kwargs):
        super().__init__(*args, auto_id=f"id_{kind.code}_%s", **kwargs)
        self.kind = kind
        self.fields["kind"].initial = kind.code
        self.fields["reader"].choices = [(one.value, one.label) for one in kind.readers]
        self.fields["reader"].initial = kind.readers[0].value
        if len(kind.readers) == 1:
            self.fields["reader"].widget = forms.HiddenInput()


class PassageForm(RangkulForm):
    text = forms.CharField(
        label=_("Isi bagian ini"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 6}), required=False
    )


class PressForm(RangkulForm):
    """A button that counts once."""


class LeaveOutForm(RangkulForm):
    left_out = forms.BooleanField(required=False, widget=forms.HiddenInput)


class SignForm(RangkulForm):
    ground = forms.CharField(
        label=_("Dasar mengirim tanpa persetujuan klien"),
        help_text=_("Tulis pasal atau keadaan yang membolehkan, atau catat dulu persetujuan klien."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, asks_ground: bool, **kwargs):
        super().__init__(*args, auto_id="id_sign_%s", **kwargs)
        if not asks_ground:
            del self.fields["ground"]


class CodeForm(RangkulForm):
    code = forms.CharField(
        label=_("Kode pada dokumen"),
        help_text=_("Dua belas huruf dan angka di bagian akhir dokumen."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("Kodenya terdiri atas 12 huruf dan angka. Periksa lagi."))
        return code
