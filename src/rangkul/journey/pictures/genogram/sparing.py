"""A family as somebody outside the team may get it: without names, without relation lines, without who lives where.

Who hides is named to nobody; those without a name are called by what they are to the client, "ibu" or "anak 2".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from rangkul.journey.pictures.genogram.family import PERSON, Couple, Family, Member, by_age, other_of


@dataclass(frozen=True)
class Spared:
    """What this reader gets. `names`: of relatives, with their ages and years and lost pregnancies; `ties`: relation
    lines; `homes`: who lives with whom."""

    names: bool = True
    ties: bool = True
    homes: bool = True


def spared(family: Family, reader: Spared) -> Family:
    called = dict(_kin_words(family))
    kept = family if reader.names else family.kept_to(one.id for one in family.members if one.kind == PERSON)
    members = [_member(one, called, named=reader.names) for one in kept.members]
    couples = kept.couples if reader.names else tuple(map(_undated, kept.couples))
    return Family(
        tuple(members), couples, kept.parents, kept.siblings, kept.carers, kept.near,
        kept.homes if reader.homes else (), kept.ties if reader.ties else (), kept.left_out,
    )  # fmt: skip


def _member(member: Member, called: dict[str, str], *, named: bool) -> Member:
    """Restricted is no word for anybody outside; the shape and the place in the family stay."""
    if member.index or member.kind != PERSON or (named and not member.restricted):
        return replace(member, restricted=False)
    word = called[member.id]
    return replace(member, name=word, full_name=word, age="", years="", restricted=False)


def _undated(couple: Couple) -> Couple:
    return replace(couple, since="", until="")


def _kin_words(family: Family) -> Iterator[tuple[str, str]]:
    """Each with one word; those who share it are counted in the order of their age."""
    others = [one for one in sorted(family.members, key=by_age) if one.kind == PERSON and not one.index]
    words = {one.id: _word(family, one) for one in others}
    count, seen = Counter(words.values()), Counter()
    for one, word in words.items():
        seen[word] += 1
        yield one, f"{word} {seen[word]}" if count[word] > 1 else word


def _word(family: Family, member: Member) -> str:
    clients = {one.id for one in family.members if one.index}
    parents = {row.parent for one in clients for row in family.parents_of(one)}
    if any(member.id == other_of(row, one) for one in clients for row in family.couples_of(one)):
        return _sexed(member, _("suami"), _("istri"), _("pasangan"))
    if member.id in parents:
        return _sexed(member, _("ayah"), _("ibu"), _("orang tua"))
    mine = {row.parent for row in family.parents_of(member.id)}
    if mine & clients:
        return _("anak")
    if mine & parents or any(row.one in clients and row.other == member.id for row in _either_way(family)):
        return _("saudara")
    if any(row.child in parents for row in family.children_of(member.id)):
        return _sexed(member, _("kakek"), _("nenek"), _("kakek atau nenek"))
    if any(row.parent in _children(family, clients) for row in family.parents_of(member.id)):
        return _("cucu")
    return _("kerabat")


def _children(family: Family, clients: set[str]) -> set[str]:
    return {row.child for one in clients for row in family.children_of(one)}


def _either_way(family: Family) -> Iterator:
    for row in family.siblings:
        yield row
        yield replace(row, one=row.other, other=row.one)


def _sexed(member: Member, man: str, woman: str, other: str) -> str:
    return {"L": man, "P": woman}.get(member.sex, other)
