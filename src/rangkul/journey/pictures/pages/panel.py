"""The side panel: who was chosen, which lines lead from them, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.commons.people.models import Person
from rangkul.journey.pictures.genogram.describing import couple_words, member_words, tie_words
from rangkul.journey.pictures.genogram.family import EXPECTED, PERSON, Family, Member, other_of
from rangkul.journey.pictures.pages import forms
from rangkul.journey.pictures.pages.frame import Picture
from rangkul.journey.pictures.states import Bond

# What the panel offers: its word in the address, its button, its picture.
VERBS = (
    (Bond.PARENT.value, gettext_lazy("Tambah orang tua"), "user-plus"),
    (Bond.PARTNER.value, gettext_lazy("Tambah pasangan"), "heart-handshake"),
    (Bond.CHILD.value, gettext_lazy("Tambah anak"), "baby-carriage"),
    (Bond.SIBLING.value, gettext_lazy("Tambah saudara"), "users"),
    (Bond.CARER.value, gettext_lazy("Tambah pengasuh atau wali"), "user-heart"),
    ("pregnancy", gettext_lazy("Catat kehamilan"), "calendar-event"),
    ("link", gettext_lazy("Hubungkan dengan yang ada"), "link"),
    ("tie", gettext_lazy("Tarik garis hubungan"), "arrows-exchange"),
    ("home", gettext_lazy("Pindah rumah tangga"), "home"),
    ("correct", gettext_lazy("Perbaiki data"), "pencil"),
)
BONDS = tuple(bond.value for bond in Bond)
# Forms that belong to a row: a line of kinship, a relation line, a pregnancy.
OF_ROWS = ("line", "end_tie", "end_pregnancy")


@dataclass(frozen=True)
class Line:
    words: str
    row: str
    doing: str
    text: str = ""


def panel(
    picture: Picture, chosen: str, doing: str = "", row: str = "", form: Any = None, *, may: bool = True
) -> dict[str, Any]:
    """Everything the panel shows; `form` is one that was refused, else the one of `doing` is made."""
    member = picture.family.by_id.get(chosen)
    if member is None:
        return {"member": None}
    person = _person(picture, member)
    if person is None and member.kind == EXPECTED:
        doing, row = "end_pregnancy", member.id.removeprefix("k-")
    form = form or (form_of(picture, member, doing, row) if may else None)
    return {
        "member": member,
        "person": person,
        "about": member_words(picture.family, member),
        "lines": list(lines_of(picture.family, chosen)),
        "ties": list(_ties(picture, chosen)),
        "homes": [home.name for home in picture.family.homes if chosen in home.members],
        "verbs": _verbs(picture, chosen, doing) if person and may else [],
        "doing": doing if form else "",
        "row": row,
        "form": form,
        "form_title": title_of(doing),
        "action": _action(picture, member, doing, row) if form else "",
    }


def _person(picture: Picture, member: Member) -> Person | None:
    return next((one for one in picture.records.persons.values() if str(one.pk) == member.id), None)


def _verbs(picture: Picture, chosen: str, doing: str) -> list[dict[str, Any]]:
    here = reverse("pictures:genogram", args=[picture.case.pk])
    return [
        {"label": label, "icon": icon, "current": name == doing, "url": f"{here}?orang={chosen}&buat={name}#panel"}
        for name, label, icon in VERBS
    ]


def title_of(doing: str) -> str:
    own = {
        "line": _("Ubah hubungan"), "end_tie": _("Akhiri garis hubungan"), "end_pregnancy": _("Catat akhir kehamilan"),
    }  # fmt: skip
    return own.get(doing) or str(next((label for name, label, _icon in VERBS if name == doing), ""))


def _action(picture: Picture, member: Member, doing: str, row: str) -> str:
    case = picture.case.pk
    if doing in BONDS:
        return reverse("pictures:add", args=[case, member.id, doing])
    if doing in OF_ROWS and row:
        name = {"line": "change", "end_tie": "end_tie", "end_pregnancy": "end_pregnancy"}[doing]
        return reverse(f"pictures:{name}", args=[case, row])
    if doing in {name for name, _label, _icon in VERBS}:
        return reverse(f"pictures:{doing}", args=[case, member.id])
    return ""


def form_of(picture: Picture, member: Member, doing: str, row: str = "", given: Any = None) -> Any:
    """The form of what is to be done, filled with `given`; None where nothing is."""
    make = _FORMS.get("add" if doing in BONDS else doing)
    return make(picture, member, doing, row, given) if make else None


def others_of(picture: Picture, member: Member) -> list[tuple[str, str]]:
    """Everybody else on the picture, the nearest first."""
    return [(one.id, _called(one)) for one in picture.family.members if one.kind == PERSON and one.id != member.id]


def _called(member: Member) -> str:
    return f"{member.full_name} ({member.age})" if member.age else member.full_name


def _add(picture: Picture, member: Member, doing: str, _row: str, given: Any) -> forms.RelativeForm:
    family = picture.family
    ids = {
        Bond.PARENT: [link.parent for link in family.parents_of(member.id)],
        Bond.CHILD: [other_of(couple, member.id) for couple in family.couples_of(member.id)],
        Bond.SIBLING: [link.parent for link in family.parents_of(member.id)],
    }.get(Bond(doing), [])
    beside = [(one, _called(family.by_id[one])) for one in dict.fromkeys(ids)]
    return forms.RelativeForm(given, what=doing, beside=beside)


def _line(picture: Picture, _member: Member, _doing: str, row: str, given: Any) -> forms.LineForm | None:
    kinship = next((one for one in picture.records.kinship if str(one.pk) == row), None)
    if kinship is None:
        return None
    initial = {
        "kind": kinship.kind,
        "standing": kinship.standing,
        "since_year": kinship.since.year if kinship.since else None,
        "until_year": kinship.until.year if kinship.until and kinship.standing else None,
    }
    return forms.LineForm(given, relation=kinship.relation, initial=initial)


def _pregnancy(picture: Picture, member: Member, _doing: str, _row: str, given: Any) -> forms.PregnancyForm:
    family = picture.family
    mates = [family.by_id[other_of(couple, member.id)] for couple in family.couples_of(member.id)]
    return forms.PregnancyForm(given, fathers=[(one.id, _called(one)) for one in mates])


def _tie(picture: Picture, member: Member, _doing: str, _row: str, given: Any) -> forms.TieForm:
    return forms.TieForm(given, others=others_of(picture, member), name=member.name)


def _home(picture: Picture, _member: Member, _doing: str, _row: str, given: Any) -> forms.HomeForm:
    return forms.HomeForm(given, homes=[(home.id, home.name) for home in picture.family.homes])


def _correct(picture: Picture, member: Member, _doing: str, _row: str, given: Any) -> forms.CorrectForm | None:
    person = _person(picture, member)
    return forms.CorrectForm(given, initial=forms.CorrectForm.initial_of(person)) if person else None


_FORMS = {
    "add": _add,
    "line": _line,
    "pregnancy": _pregnancy,
    "link": lambda picture, member, _doing, _row, given: forms.LinkForm(given, others=others_of(picture, member)),
    "tie": _tie,
    "home": _home,
    "correct": _correct,
    "end_tie": lambda _picture, _member, _doing, _row, given: forms.EndTieForm(given),
    "end_pregnancy": lambda _picture, _member, _doing, _row, given: forms.EndPregnancyForm(given),
}


def lines_of(family: Family, one: str) -> Iterator[Line]:
    """Each recorded relation of somebody in words, with the row by which it is changed."""
    for couple in family.couples_of(one):
        yield Line(couple_words(family, couple), couple.row, "line")
    told = [(_("Orang tua: %(name)s%(kind)s"), link.parent, link) for link in family.parents_of(one)]
    told += [(_("Anak: %(name)s%(kind)s"), link.child, link) for link in family.children_of(one) if link.row]
    told += [(_("Saudara: %(name)s%(kind)s"), _far(row, one), row) for row in family.siblings if one in _ends(row)]
    told += [(_("Diasuh oleh %(name)s%(kind)s"), row.carer, row) for row in family.carers if row.person == one]
    told += [(_("Mengasuh %(name)s%(kind)s"), row.person, row) for row in family.carers if row.carer == one]
    told += [(_("Kerabat: %(name)s%(kind)s"), _far(row, one), row) for row in family.near if one in _ends(row)]
    for words, other, row in told:
        yield Line(words % _words(family, other, row.kind), row.row, "line")


def _ends(row: Any) -> tuple[str, str]:
    return row.one, row.other


def _far(row: Any, one: str) -> str:
    return row.other if row.one == one else row.one


def _words(family: Family, one: str, kind: str) -> dict[str, str]:
    said = {
        "adopted": _("angkat"), "foster": _("asuh"), "step": _("tiri"), "twin": _("kembar"),
        "identical": _("kembar identik"), "placed": _("dititipkan"), "ngenger": _("ngenger"), "guardian": _("wali"),
    }.get(kind, "")  # fmt: skip
    return {"name": family.by_id[one].full_name or family.by_id[one].name, "kind": f" ({said})" if said else ""}


def _ties(picture: Picture, one: str) -> Iterator[Line]:
    words = {str(row.pk): row.words for row in picture.records.ties}
    for tie in picture.family.ties:
        if one in (tie.one, tie.other):
            yield Line(tie_words(picture.family, tie), tie.row, "end_tie", words.get(tie.row, ""))
