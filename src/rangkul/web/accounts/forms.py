"""The form of the login page, and the admin's form for one account."""

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.forms import ReauthenticateForm as PasswordAgainForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.asking import Asker
from rangkul.base.forms import SHORT, RangkulForm
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.people.states import Role, Sex
from rangkul.entry.intake.pages.staff.enter_form import LANGUAGES
from rangkul.web.accounts.lockout import CountedCode


class SignInForm(LoginForm):
    """The library's form with the words that the rest of the house uses."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Nama masuk")
        self.fields["password"].label = _("Kata sandi")
        # A label stands above each field already.
        for name in ("login", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)


class AgainByPasswordForm(PasswordAgainForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Kata sandi")
        self.fields["password"].widget.attrs.pop("placeholder", None)


class OwnPasswordForm(ChangePasswordForm):
    """One sentence on what a good one is, instead of a list of what is not."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {"oldpassword": _("Kata sandi sekarang"), "password1": _("Kata sandi baru"),
                  "password2": _("Kata sandi baru, sekali lagi")}  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password1"].help_text = _(
            "Paling sedikit 12 huruf. Tiga kata yang tidak berhubungan mudah diingat."
        )


class PasskeyForm(AddWebAuthnForm):
    """A passkey that also signs in alone is what most people expect of one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nama kunci sandi")
        self.fields["name"].help_text = _("Agar Anda tahu perangkat mana, misalnya “Ponsel saya”.")
        self.fields["passwordless"].label = _("Boleh masuk tanpa kata sandi")
        self.fields["passwordless"].help_text = _("Perangkat meminta sidik jari, wajah, atau kunci layar.")
        self.fields["passwordless"].initial = True


class CodeForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _code_field(self)


class SecondStepForm(CountedCode, AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _code_field(self)


class AgainForm(CountedCode, ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _code_field(self)


def _code_field(form: forms.Form) -> None:
    """A recovery code has letters, so the field takes more than numbers."""
    field = form.fields["code"]
    field.label = _("Kode")
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= {"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}


class UnitForm(RangkulForm):
    name = forms.CharField(label=_("Nama unit"), max_length=120)
    areas = forms.CharField(
        label=_("Wilayah"), max_length=SHORT * 10, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Satu per baris: nama kabupaten, kota, atau kecamatan, atau kodenya."
            " Permintaan dari wilayah ini masuk ke unit ini."
        ),
    )  # fmt: skip
    parent = forms.ModelChoiceField(
        label=_("Unit di atasnya"), queryset=Unit.objects.none(), required=False, empty_label=_("Tidak ada"),
        help_text=_("Yang diberi tahu bila tidak ada yang menjawab di unit ini."),
    )  # fmt: skip

    def __init__(self, *args, by: Asker, unit: Unit | None = None, **kwargs):
        if unit is not None:
            areas = "\n".join(wilayah.paths(unit.areas).get(code, code) for code in unit.areas)
            kwargs["initial"] = {"name": unit.name, "areas": areas, "parent": unit.parent_id}
        super().__init__(*args, **kwargs)
        others = Unit.objects.filter(agency_id=by.agency_id).order_by("name")
        self.fields["parent"].queryset = others.exclude(pk=unit.pk) if unit else others

    def clean_areas(self) -> list[str]:
        """The codes; the line that names no place, or more than one, is said."""
        found = []
        for line in filter(None, map(str.strip, self.cleaned_data["areas"].splitlines())):
            code = _area(line)
            if not code:
                raise forms.ValidationError(
                    _("“%(line)s” belum jelas: tulis lengkap, atau pakai kodenya.") % {"line": line}
                )
            found.append(code)
        return list(dict.fromkeys(found))


def _area(line: str) -> str:
    """The code of the one place that is called so; "" where there is none, or several."""
    if wilayah.path(line):
        return line
    likely = wilayah.suggest(line)
    written = line.lower().replace("kabupaten ", "kab. ").replace("kecamatan ", "kec. ")
    exact = [one for one in likely if written in (one.label.lower(), one.short.lower())]
    return exact[0].code if len(exact) == 1 else ""


class StaffForm(RangkulForm):
    username = forms.SlugField(label=_("Nama masuk"), max_length=60, help_text=_("Huruf, angka, dan tanda hubung."))
    full_name = forms.CharField(label=_("Nama lengkap"), max_length=120)
    called_name = forms.CharField(label=_("Nama panggilan"), max_length=60, help_text=_("Dilihat klien."))
    email = forms.EmailField(label=_("Surel"), max_length=SHORT, required=False)
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=Sex.choices, required=False)
    unit = forms.ModelChoiceField(
        label=_("Unit"),
        help_text=_("Pekerja sosial dan supervisor perlu unit."),
        queryset=Unit.objects.none(),
        required=False,
    )
    supervisor = forms.ModelChoiceField(
        label=_("Supervisor"),
        help_text=_("Pekerja sosial perlu supervisor: yang terlambat naik kepadanya."),
        queryset=Staff.objects.none(),
        required=False,
    )
    roles = forms.MultipleChoiceField(label=_("Peran"), choices=Role.choices, widget=forms.CheckboxSelectMultiple)
    languages = forms.MultipleChoiceField(
        label=_("Bahasa yang dikuasai"), choices=[("id", _("Indonesia")), *LANGUAGES[1:]], required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Permintaan dalam bahasa ini lebih dulu diberikan kepadanya."),
    )  # fmt: skip
    trained_violence = forms.BooleanField(
        label=_("Terlatih mendampingi korban kekerasan"), required=False,
        help_text=_("Permintaan karena kekerasan lebih dulu diberikan kepada petugas yang terlatih."),
    )  # fmt: skip
    on_duty = forms.BooleanField(label=_("Sedang bertugas menerima permintaan"), required=False)
    is_active = forms.BooleanField(label=_("Akun aktif"), required=False, initial=True)

    def __init__(self, *args, by: Asker, staff: Staff | None = None, **kwargs):
        if staff is not None:
            kwargs["initial"] = {name: getattr(staff, name) for name in self.base_fields if name != "once"}
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(agency_id=by.agency_id)
        self.fields["supervisor"].queryset = Staff.objects.filter(
            agency_id=by.agency_id, roles__contains=["supervisor"], is_active=True
        )
        if staff is not None:
            del self.fields["username"]
        if staff is None or staff.is_active:
            # An account is closed by a form of its own, with whoever goes on.
            del self.fields["is_active"]

    def values(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}


class CloseForm(RangkulForm):
    successor = forms.ModelChoiceField(
        label=_("Siapa yang meneruskan"), queryset=Staff.objects.none(), required=False,
        empty_label=_("Pilih petugas"),
        help_text=_("Ia menerima semua yang tersebut di atas pada saat akun ini ditutup."),
    )  # fmt: skip

    def __init__(self, *args, staff: Staff, held: bool, **kwargs):
        if staff.supervisor_id:
            kwargs.setdefault("initial", {"successor": staff.supervisor_id})
        super().__init__(*args, **kwargs)
        others = Staff.objects.filter(agency_id=staff.agency_id, is_active=True).exclude(pk=staff.pk)
        able = others.filter(roles__overlap=["supervisor", "peksos", "pimpinan"])
        self.fields["successor"].queryset = able.order_by("full_name")
        if not held:
            del self.fields["successor"]
