"""What is asked about somebody in the family: a name is enough, the rest as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.days import DayField
from rangkul.commons.people.actions import PersonDraft
from rangkul.commons.people.models import Person
from rangkul.commons.people.states import (
    KINDS_OF,
    PARTED,
    PERSON_SEX,
    BirthPrecision,
    DeathPrecision,
    Outcome,
    Relation,
    Standing,
)
from rangkul.journey.assessment.states import Source
from rangkul.journey.pictures.states import Bond, TieKind

_NOT_KNOWN = ("", _("Belum diketahui"))
Choices = Iterable[tuple[str, Any]]


def _year(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=1890, max_value=2100, **more)


def first_day(year: int | None) -> date | None:
    return date(year, 1, 1) if year else None


def _pick(label: Any, choices: Choices, *, required: bool = False, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices), required=required, **more)


class MemberForm(RangkulForm):
    """Who somebody is, as far as the picture shows it."""

    full_name = forms.CharField(
        label=_("Nama"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )  # fmt: skip
    sex = _pick(_("Jenis kelamin"), PERSON_SEX)
    birth_year = _year(_("Tahun lahir"))
    age = forms.IntegerField(label=_("Atau kira-kira umurnya"), required=False, min_value=0, max_value=125)
    died = forms.BooleanField(label=_("Sudah meninggal"), required=False)
    died_year = _year(_("Tahun meninggal, bila diketahui"))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name in ("birth_year", "died_year"):
            if (given.get(name) or 0) > today().year:
                self.add_error(name, _("Tahun ini belum tiba. Periksa lagi."))
        if given.get("birth_year") and given.get("died_year") and given["died_year"] < given["birth_year"]:
            self.add_error("died_year", _("Tahun meninggal tidak bisa sebelum tahun lahir."))
        return given

    def birth(self) -> tuple[date | None, str]:
        given = getattr(self, "cleaned_data", {})
        if given.get("birth_year"):
            return first_day(given["birth_year"]), BirthPrecision.YEAR
        if given.get("age") is not None:
            return date(today().year - given["age"], 1, 1), BirthPrecision.ABOUT
        return None, ""

    def death(self) -> dict[str, Any]:
        """What `correct` takes: a year, or only that it happened."""
        given = self.cleaned_data
        if given.get("died_year"):
            return {"died_on": first_day(given["died_year"]), "died_precision": DeathPrecision.YEAR}
        unknown = DeathPrecision.UNKNOWN if given.get("died") else DeathPrecision.DAY
        return {"died_on": None, "died_precision": unknown}


class RelativeForm(MemberForm):
    """Somebody new. `beside` asks who stands there with them; `sure` is asked beside likely twins of the record."""

    kind = _pick(_("Jenis hubungan"), [])
    since_year = _year(_("Sejak tahun"))
    beside = forms.MultipleChoiceField(label="", choices=[], required=False, widget=forms.CheckboxSelectMultiple)
    twin = _pick(_("Kembar?"), [("", _("Tidak kembar")), ("twin", _("Kembar")), ("identical", _("Kembar identik"))])
    sure = forms.BooleanField(label=_("Sudah saya periksa: ini orang baru."), required=False)
    existing = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, what: str, beside: Choices = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.what = what
        self.fields["kind"].choices = _kinds(what)
        beside = list(beside)
        self.fields["beside"].choices = beside
        self.fields["beside"].label = _BESIDE.get(what, "")
        gone = {"since_year"} if what != Bond.PARTNER else set()
        gone |= {"beside"} if what not in _BESIDE or not beside else set()
        gone |= {"kind"} if what == Bond.SIBLING else {"twin"}
        for name in gone:
            del self.fields[name]
        # The parents of a child, and those whom brothers and sisters share, are the usual answer.
        if "beside" in self.fields and what != Bond.PARENT:
            self.fields["beside"].initial = [
                value for value, _label in (beside if what == Bond.SIBLING else beside[:1])
            ]

    def draft(self) -> PersonDraft:
        given = getattr(self, "cleaned_data", {})
        birth_date, precision = self.birth()
        name, sex = given.get("full_name") or "", given.get("sex") or ""
        return PersonDraft(full_name=name, sex=sex, birth_date=birth_date, birth_precision=precision)

    def chosen_kind(self) -> str:
        return self.cleaned_data.get("kind") or self.cleaned_data.get("twin") or ""


_BESIDE = {
    Bond.PARENT: _("Pasangan dari"),
    Bond.CHILD: _("Orang tua yang lain"),
    Bond.SIBLING: _("Orang tua yang sama"),
}


def _kinds(what: str) -> list[tuple[str, Any]]:
    if what == Bond.CARER:
        kinds = [(one.value, one.label) for one in KINDS_OF[Relation.CAREGIVER]]
        return [*kinds, ("guardian", _("wali")), ("", _("pengasuh"))]
    if what == Bond.PARTNER:
        return [*((one.value, one.label) for one in KINDS_OF[Relation.SPOUSE]), _NOT_KNOWN]
    return [(one.value, one.label) for one in KINDS_OF[Relation.PARENT]]


class LinkForm(RangkulForm):
    """`other` is <bond> of the chosen person; both stand on the picture."""

    other = _pick(_("Siapa"), [], required=True)
    bond = _pick(_("Menjadi apanya"), [], required=True)
    since_year = _year(_("Sejak tahun, bila diketahui"))

    def __init__(self, *args: Any, others: Choices, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [("", _now("Pilih orangnya")), *others]
        self.fields["bond"].choices = [("", _now("Pilih hubungannya")), *_bonds()]


def _bonds() -> list[tuple[str, str]]:
    """`parent:adopted` → `orang tua angkat`; in the order in which families are told."""
    found = []
    for bond, relation in (
        (Bond.PARENT, Relation.PARENT),
        (Bond.CHILD, Relation.CHILD),
        (Bond.PARTNER, Relation.SPOUSE),
    ):
        found += [(f"{bond.value}:{kind.value}", f"{bond.label} ({kind.label})") for kind in KINDS_OF[relation]]
    found.append(("sibling:", str(Bond.SIBLING.label)))
    found += [(f"sibling:{kind.value}", f"{Bond.SIBLING.label} ({kind.label})") for kind in KINDS_OF[Relation.SIBLING]]
    found.append(("carer:placed", _now("tempat ia dititipkan")))
    found.append(("carer:ngenger", _now("tempat ia ngenger")))
    found.append(("carer:guardian", _now("wali")))
    found.append(("carer:", _now("pengasuh")))
    return found


class LineForm(RangkulForm):
    """A recorded relation: its kind, and for partners how it stands."""

    kind = _pick(_("Jenis hubungan"), [])
    since_year = _year(_("Sejak tahun"))
    standing = _pick(_("Keadaan sekarang"), [(one.value, one.label) for one in (Standing.IN_FORCE, *PARTED)])
    until_year = _year(_("Berpisah atau bercerai pada tahun"))

    def __init__(self, *args: Any, relation: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        kinds = [(one.value, one.label) for one in KINDS_OF.get(Relation(relation), ())]
        self.fields["kind"].choices = [*kinds, ("", _now("Belum dibedakan"))]
        if relation != Relation.SPOUSE:
            for name in ("since_year", "standing", "until_year"):
                del self.fields[name]
        if not kinds:
            del self.fields["kind"]


class TieForm(RangkulForm):
    """What runs between the chosen person and another, who said so and when."""

    other = _pick(_("Dengan siapa"), [], required=True)
    kind = _pick(_("Hubungannya"), [("", _("Pilih hubungannya")), *TieKind.choices], required=True)
    direction = _pick(_("Untuk kekerasan: siapa terhadap siapa"), [("from", _("melakukan")), ("to", _("mengalami"))])
    source = _pick(_("Menurut siapa"), [("", _("Pilih sumbernya")), *Source.choices], required=True)
    source_date = DayField(label=_("Tanggal dikatakan atau dilihat"))
    words = forms.CharField(
        label=_("Kata-katanya, bila ada"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, others: Choices, name: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [("", _now("Pilih orangnya")), *others]
        self.fields["source_date"].initial = today
        self.fields["direction"].choices = [
            ("from", _now("%(name)s melakukannya") % {"name": name}),
            ("to", _now("%(name)s mengalaminya") % {"name": name}),
        ]


class EndTieForm(RangkulForm):
    because = forms.CharField(label=_("Mengapa garis ini diakhiri?"), max_length=1_000)


class HomeForm(RangkulForm):
    home = _pick(_("Tinggal di"), [])
    name = forms.CharField(label=_("Nama rumah tangga baru"), max_length=120, required=False)

    def __init__(self, *args: Any, homes: Choices, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["home"].choices = [*homes, ("", _now("Rumah tangga baru"))]


class CorrectForm(MemberForm):
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @classmethod
    def initial_of(cls, person: Person) -> dict[str, Any]:
        about = person.birth_precision == BirthPrecision.ABOUT
        born = person.birth_date.year if person.birth_date else None
        return {
            "full_name": person.full_name,
            "sex": person.sex,
            "birth_year": None if about else born,
            "age": today().year - born if about and born else None,
            "died": person.has_died,
            "died_year": person.died_on.year if person.died_on else None,
            "edition": person.edition,
        }

    def changes(self) -> dict[str, Any]:
        """Only what was changed: an exact day of birth is not made a year by somebody who mends the name."""
        found = {name: self.cleaned_data[name] for name in ("full_name", "sex") if name in self.changed_data}
        if {"birth_year", "age"} & set(self.changed_data):
            found["birth_date"], found["birth_precision"] = self.birth()
        if {"died", "died_year"} & set(self.changed_data):
            found |= self.death()
        return found


class PregnancyForm(RangkulForm):
    outcome = _pick(_("Keadaannya"), [one for one in Outcome.choices if one[0] != Outcome.BORN], required=True)
    father = _pick(_("Ayahnya"), [])
    on = DayField(label=_("Perkiraan lahir, atau tanggal kejadiannya"), required=False)
    year = _year(_("Atau tahunnya saja"))

    def __init__(self, *args: Any, fathers: Choices, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["father"].choices = [*fathers, _NOT_KNOWN]

    def when(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "on": given.get("on") or first_day(given.get("year")),
            "year_only": not given.get("on") and bool(given.get("year")),
        }


class EndPregnancyForm(RangkulForm):
    outcome = _pick(
        _("Bagaimana berakhir"), [one for one in Outcome.choices if one[0] != Outcome.EXPECTED], required=True
    )
    on = DayField(label=_("Tanggalnya, bila diketahui"), required=False)
