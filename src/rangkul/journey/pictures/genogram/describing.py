"""A family in plain sentences, and each member in one line: what the picture says to who does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.journey.pictures.genogram.family import EXPECTED, PERSON, Couple, Family, Member, other_of
from rangkul.journey.pictures.genogram.unions import Unions, twins_among, unions_of
from rangkul.journey.pictures.states import TieKind


def listed(words: list[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(words) < 3:
        return _(" dan ").join(words)
    return _("%(first)s, dan %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def member_words(family: Family, member: Member) -> str:
    """`Wati Contoh, perempuan, 34 tahun, klien. Menikah dengan Joko. Anak: Dinda dan Rafi.`"""
    if member.kind != PERSON:
        mother = next((family.by_id[row.parent].name for row in family.parents_of(member.id)), "")
        return _("%(what)s, %(mother)s") % {"what": member.name, "mother": mother} if mother else member.name
    said = [", ".join(word for word in (member.full_name or member.name, *_facts(member)) if word)]
    said += [_with_partner(family, couple, member.id) for couple in family.couples_of(member.id)]
    for label, ids in (
        (_("Orang tua: %(names)s"), [row.parent for row in family.parents_of(member.id)]),
        (_("Anak: %(names)s"), [row.child for row in family.children_of(member.id)]),
        (_("Diasuh atau diwali oleh %(names)s"), [row.carer for row in family.carers if row.person == member.id]),
    ):
        names = [family.by_id[one].name for one in ids if family.by_id[one].kind == PERSON]
        if names:
            said.append(label % {"names": listed(names)})
    return ". ".join(said)


def _facts(member: Member) -> list[str]:
    sex = {"L": _("laki-laki"), "P": _("perempuan"), "X": _("tidak biner atau lainnya")}
    facts = [sex.get(member.sex, _("jenis kelamin belum diketahui")), age_words(member)]
    return [*facts, *([_("klien")] if member.index else []), *([_("dibatasi")] if member.restricted else [])]


def age_words(member: Member) -> str:
    """`34 tahun`, `sekitar 70 tahun`, `5 bulan`, `meninggal 2019`."""
    if member.dead:
        year = member.years.rpartition("–")[2]
        return _("meninggal %(year)s") % {"year": year} if year.isdecimal() else _("sudah meninggal")
    if not member.age:
        return ""
    figures = member.age.removeprefix("±")
    if not figures.isdecimal():
        months = int(figures.split()[0])
        return ngettext("%(n)d bulan", "%(n)d bulan", months) % {"n": months}
    years = ngettext("%(n)d tahun", "%(n)d tahun", int(figures)) % {"n": int(figures)}
    return _("sekitar %(age)s") % {"age": years} if member.age.startswith("±") else years


def _with_partner(family: Family, couple: Couple, one: str) -> str:
    name = {"name": family.by_id[other_of(couple, one)].name}
    if couple.standing:
        words = {
            "separated": _("Berpisah dari %(name)s"), "divorced": _("Bercerai dari %(name)s"),
            "widowed": _("Ditinggal meninggal oleh %(name)s"),
        }  # fmt: skip
        if couple.standing == "widowed" and family.by_id[one].dead:
            return _("Pernah menikah dengan %(name)s") % name
        return words[couple.standing] % name
    words = {"married": _("Menikah dengan %(name)s"), "cohabiting": _("Hidup bersama %(name)s")}
    return words.get(couple.kind, _("Berpasangan dengan %(name)s")) % name


def sentences(family: Family, unions: Unions | None = None) -> list[str]:
    """The client first, then each couple with their children, households, and what runs between people."""
    unions = unions or unions_of(family)
    said = [*_clients(family)]
    for union in unions.all:
        if union.couple:
            said.append(couple_words(family, union.couple))
        said += _children(family, unions, union)
    said += _further(family, unions)
    said += list(_homes(family))
    said += [tie_words(family, tie) for tie in family.ties]
    if family.left_out:
        said.append(
            ngettext(
                "Masih ada %(n)d kerabat yang tidak digambar.",
                "Masih ada %(n)d kerabat yang tidak digambar.",
                family.left_out,
            )
            % {"n": family.left_out}
        )
    return said


def named(member: Member) -> str:
    """`Wati (34 tahun)`, `Sastro (meninggal 2015)`, `Minah`."""
    age = age_words(member) if member.kind == PERSON else ""
    return f"{member.name} ({age})" if age else member.name


def _clients(family: Family) -> Iterator[str]:
    clients = [named(member) for member in family.members if member.index]
    if clients:
        yield _("Gambar ini tentang %(names)s.") % {"names": listed(clients)}


def couple_words(family: Family, couple: Couple) -> str:
    """`Joko (38 tahun) dan Wati (34 tahun) menikah sejak 2010 dan bercerai pada 2018.`"""
    both = {"one": named(family.by_id[couple.one]), "other": named(family.by_id[couple.other])}
    if couple.kind == "cohabiting":
        words = _("%(one)s dan %(other)s hidup bersama tanpa menikah") % both
    elif couple.kind == "married":
        words = _("%(one)s dan %(other)s menikah") % both
    else:
        words = _("%(one)s dan %(other)s berpasangan") % both
    if couple.since:
        words += _(" sejak %(year)s") % {"year": couple.since}
    ended = {
        "separated": _(", lalu berpisah"),
        "divorced": _(", lalu bercerai"),
        "widowed": _(", sampai salah satunya meninggal"),
    }
    if couple.standing:
        words += ended[couple.standing]
        words += _(" (%(year)s)") % {"year": couple.until} if couple.until else ""
    return words + "."


def _children(family: Family, unions: Unions, union) -> Iterator[str]:
    born = [family.by_id[child] for child in union.children if family.by_id[child].kind == PERSON]
    parents = listed([family.by_id[one].name for one in union.parents])
    names = listed([_child(unions, child) for child in born])
    if born and parents:
        words = {"n": len(born), "parents": parents, "names": names}
        yield ngettext("Anak %(parents)s: %(names)s.", "%(n)d anak %(parents)s: %(names)s.", len(born)) % words
    elif len(born) > 1:
        yield _("%(names)s bersaudara; orang tuanya belum dicatat.") % {"names": names}
    for twins in twins_among(family, union.children):
        same = any(row.kind == "identical" and {row.one, row.other} <= set(twins) for row in family.siblings)
        words = _("%(names)s kembar identik.") if same else _("%(names)s kembar.")
        yield words % {"names": listed([family.by_id[one].name for one in twins])}
    for lost in (family.by_id[child] for child in union.children):
        if lost.kind != PERSON:
            yield _lost(lost, parents)


def _child(unions: Unions, child: Member) -> str:
    words = {"adopted": _("anak angkat"), "foster": _("anak asuh"), "step": _("anak tiri")}
    kind = words.get(unions.kind_of.get(child.id, ""), "")
    facts = ", ".join(word for word in (age_words(child), kind) if word)
    return f"{child.name} ({facts})" if facts else child.name


def _lost(lost: Member, parents: str) -> str:
    if lost.kind == EXPECTED:
        return _("%(parents)s menantikan kelahiran seorang anak.") % {"parents": parents}
    year = _(" (%(year)s)") % {"year": lost.years} if lost.years else ""
    return _("%(parents)s kehilangan kehamilan: %(what)s%(year)s.") % {
        "parents": parents,
        "what": lost.name,
        "year": year,
    }


def _further(family: Family, unions: Unions) -> Iterator[str]:
    """Parents elsewhere, those who look after somebody, relatives whose way is not recorded."""
    for link in unions.extra:
        words = {
            "adopted": _("%(one)s orang tua angkat %(other)s."), "foster": _("%(one)s orang tua asuh %(other)s."),
            "step": _("%(one)s orang tua tiri %(other)s."),
        }  # fmt: skip
        yield words.get(link.kind, _("%(one)s orang tua kandung %(other)s.")) % _pair(family, link.parent, link.child)
    for carer in family.carers:
        words = {
            "placed": _("%(other)s dititipkan pada %(one)s."), "ngenger": _("%(other)s ngenger pada %(one)s."),
            "guardian": _("%(one)s adalah wali %(other)s."),
        }  # fmt: skip
        yield words.get(carer.kind, _("%(one)s mengasuh %(other)s.")) % _pair(family, carer.carer, carer.person)
    for near in family.near:
        words = {
            "grandparent": _("%(one)s adalah kakek atau nenek %(other)s; orang tua di antaranya belum dicatat."),
            "in_law": _("%(one)s dan %(other)s mertua, menantu, atau ipar."),
        }  # fmt: skip
        yield words.get(near.kind, _("%(one)s dan %(other)s berkerabat.")) % _pair(family, near.one, near.other)


def _pair(family: Family, one: str, other: str) -> dict[str, str]:
    return {"one": family.by_id[one].name, "other": family.by_id[other].name}


def _homes(family: Family) -> Iterator[str]:
    for home in family.homes:
        names = listed([family.by_id[one].name for one in home.members if one in family.by_id])
        if len(home.members) > 1:
            yield _("Tinggal serumah (%(home)s): %(names)s.") % {"home": home.name, "names": names}
        else:
            yield _("%(names)s tinggal di %(home)s, terpisah dari yang lain di gambar ini.") % {
                "home": home.name,
                "names": names,
            }


def tie_words(family: Family, tie) -> str:
    """`Kekerasan oleh Joko terhadap Wati (sumber: klien, 3 Mei 2026).`"""
    both = _pair(family, tie.one, tie.other)
    words = {
        TieKind.CLOSE: _("%(one)s dan %(other)s dekat"),
        TieKind.FUSED: _("%(one)s dan %(other)s sangat lekat"),
        TieKind.DISTANT: _("%(one)s dan %(other)s renggang"),
        TieKind.CONFLICT: _("%(one)s dan %(other)s sering bertengkar"),
        TieKind.CUT_OFF: _("%(one)s dan %(other)s putus hubungan"),
        TieKind.VIOLENCE: _("Kekerasan oleh %(one)s terhadap %(other)s"),
        TieKind.SEXUAL: _("Kekerasan seksual oleh %(one)s terhadap %(other)s"),
    }[TieKind(tie.kind)] % both
    return _("%(words)s (sumber: %(told)s).") % {"words": words, "told": tie.told} if tie.told else f"{words}."
