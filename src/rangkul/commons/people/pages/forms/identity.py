"""Who somebody is: names, how old, numbers. Nearly everything may stay empty."""

from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.wilayah.forms import PlaceForm
from rangkul.commons.people.drafts import NameDraft, PersonDraft
from rangkul.commons.people.models import Person
from rangkul.commons.people.pages.forms.details import AddressFields, PhoneFields
from rangkul.commons.people.states import PERSON_SEX, BirthPrecision, DeathPrecision

_OLDEST = 125


def _number(label: Any, low: int, high: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=low, max_value=high)


class PersonFields(RangkulForm):
    """The birth is asked as day, month and year, each optional, or as an age."""

    full_name = forms.CharField(
        label=_("Nama lengkap"), max_length=120, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    called_name = forms.CharField(
        label=_("Nama panggilan"), max_length=60, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    sex = forms.ChoiceField(label=_("Jenis kelamin"), choices=PERSON_SEX, required=False)
    birth_day = _number(_("Tanggal lahir"), 1, 31)
    birth_month = forms.TypedChoiceField(
        label=_("Bulan"), coerce=int, empty_value=None, required=False, choices=[("", "—"), *MONTHS.items()]
    )
    birth_year = _number(_("Tahun"), 1890, 2100)
    age = _number(_("Atau kira-kira umurnya"), 0, _OLDEST)
    birth_place = forms.CharField(label=_("Tempat lahir"), max_length=80, required=False)
    nik = forms.CharField(
        label=_("NIK"), max_length=24, required=False, help_text=_("Boleh kosong. Disimpan tersandi."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    kk = forms.CharField(
        label=_("Nomor KK"), max_length=24, required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        parts = {name: given.pop(name, None) for name in ("birth_day", "birth_month", "birth_year", "age")}
        given["birth_date"], given["birth_precision"] = self._birth(**parts)
        return given

    def _birth(self, birth_day, birth_month, birth_year, age) -> tuple[date | None, str]:
        if birth_year is None:
            if birth_day or birth_month:
                self.add_error("birth_year", _("Isi tahunnya, atau tulis kira-kira umurnya."))
            if age is None:
                return None, ""
            return date(days.today().year - age, 1, 1), BirthPrecision.ABOUT
        try:
            born = date(birth_year, birth_month or 1, birth_day or 1)
        except ValueError:
            self.add_error("birth_day", _("Tanggal ini tidak ada di kalender."))
            return None, ""
        if birth_month and birth_day:
            return born, BirthPrecision.DAY
        return born, BirthPrecision.MONTH if birth_month else BirthPrecision.YEAR


class PersonForm(PersonFields):
    """What is known of a registered person. The numbers are asked anew: they are not shown for correcting."""

    died_on = forms.DateField(
        label=_("Meninggal pada"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    died_precision = forms.ChoiceField(label=_("Kapan meninggal"), choices=DeathPrecision.choices, required=False)
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    drop_nik = forms.BooleanField(label=_("Hapus NIK yang tersimpan"), required=False)
    drop_kk = forms.BooleanField(label=_("Hapus nomor KK yang tersimpan"), required=False)

    @classmethod
    def initial_of(cls, person: Person) -> dict[str, Any]:
        names = ("full_name", "called_name", "sex", "birth_place", "died_on", "died_precision")
        known = {name: getattr(person, name) for name in names}
        return {**known, "edition": person.edition, **_birth_parts(person)}

    def changes(self) -> dict[str, Any]:
        """What `correct` takes: a number left empty stays as it is."""
        given = dict(self.cleaned_data)
        for name in ("nik", "kk"):
            if given.pop(f"drop_{name}"):
                given[name] = ""
            elif not given[name].strip():
                given.pop(name)
        given.pop("once", None)
        return given


def _birth_parts(person: Person) -> dict[str, Any]:
    born, precision = person.birth_date, person.birth_precision
    if born is None:
        return {}
    if precision == BirthPrecision.ABOUT:
        return {"age": days.today().year - born.year}
    parts = {"birth_year": born.year}
    if precision in (BirthPrecision.MONTH, BirthPrecision.DAY):
        parts["birth_month"] = born.month
    return {**parts, "birth_day": born.day} if precision == BirthPrecision.DAY else parts


class NewPersonForm(PersonFields, PhoneFields, AddressFields, PlaceForm):
    """A first registration on one page: who, one telephone, one address."""

    also_named = forms.CharField(label=_("Nama lain"), max_length=120, required=False)
    sure = forms.BooleanField(
        label=_("Sudah saya periksa: ini orang baru, bukan salah satu dari mereka."), required=False
    )

    def draft(self) -> PersonDraft:
        """Also of a form that is not complete yet: what could be read so far."""
        given = getattr(self, "cleaned_data", {})
        known = {
            name: given.get(name) or "" for name in ("full_name", "called_name", "sex", "birth_place", "nik", "kk")
        }
        other = given.get("also_named")
        phone, address = self.phone(given), self.address(given)
        return PersonDraft(
            **known,
            birth_date=given.get("birth_date"),
            birth_precision=given.get("birth_precision", ""),
            region_code=given.get("region_code", ""),
            other_names=(NameDraft(other),) if other else (),
            phones=(phone,) if phone else (),
            addresses=(address,) if address else (),
        )
