"""Which children belong under which parents: each child under one union, further parents as extra links."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rangkul.journey.pictures.genogram.family import PARENT_KINDS, Couple, Family, Parent, Union, by_age

_RANK = {kind: place for place, kind in enumerate(PARENT_KINDS)}
_BIRTH = ("", "birth")


@dataclass(frozen=True)
class Unions:
    """`extra` are parents who are not in the union under which their child stands; `kind_of` a child's kind there."""

    all: tuple[Union, ...]
    of_child: dict[str, Union]
    extra: tuple[Parent, ...]
    kind_of: dict[str, str]


def unions_of(family: Family) -> Unions:
    links = _links(family)
    together = _together(family)
    chosen, extra, kinds = _chosen(family, links, together)
    _join_siblings(family, chosen)
    children: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for child, parents in chosen.items():
        children[parents or ("", min(_sibship(family, child, chosen)))].append(child)
    unions = [
        Union(
            tuple(one for one in parents if one) if "" not in parents else (),
            tuple(_oldest_first(family, mine)),
            together.get(frozenset(parents)),
        )
        for parents, mine in children.items()
    ]
    childless = set(together) - {frozenset(union.parents) for union in unions}
    unions += [Union(_ordered(family, one), (), together[one]) for one in childless]
    place = {member.id: number for number, member in enumerate(family.members)}
    unions.sort(key=lambda union: (tuple(place[one] for one in union.parents + union.children), len(union.parents)))
    of_child = {child: union for union in unions for child in union.children}
    return Unions(tuple(unions), of_child, tuple(extra), kinds)


def _together(family: Family) -> dict[frozenset[str], Couple]:
    """Two partners once, however often they came together: as they stand now."""
    found: dict[frozenset[str], Couple] = {}
    for couple in family.couples:
        pair = frozenset((couple.one, couple.other))
        if len(pair) == 2 and pair <= set(family.by_id) and (pair not in found or not couple.standing):
            found[pair] = couple
    return found


def _links(family: Family) -> dict[str, list[Parent]]:
    """A child's parents, each once, the ones that decide first."""
    found: dict[str, dict[str, Parent]] = defaultdict(dict)
    for link in family.parents:
        if link.parent in family.by_id and link.child in family.by_id and link.parent != link.child:
            known = found[link.child].get(link.parent)
            if known is None or _RANK.get(link.kind, 9) < _RANK.get(known.kind, 9):
                found[link.child][link.parent] = link
    return {child: sorted(links.values(), key=lambda link: _RANK.get(link.kind, 9)) for child, links in found.items()}


def _chosen(family: Family, links, together):
    """The parents under whom each child stands: two of the first kind there is, partners before others."""
    chosen: dict[str, tuple[str, ...]] = {}
    extra: list[Parent] = []
    kinds: dict[str, str] = {}
    for child, mine in links.items():
        first = [link for link in mine if _same(link.kind, mine[0].kind)]
        pair = _pair([link.parent for link in first], together)
        chosen[child] = _ordered(family, pair)
        kinds[child] = "" if mine[0].kind in _BIRTH else mine[0].kind
        extra += [link for link in mine if link.parent not in pair and not _is_implied(link, pair, together)]
    return chosen, extra, kinds


def _same(one: str, other: str) -> bool:
    return one == other or {one, other} <= set(_BIRTH)


def _pair(parents: list[str], together) -> list[str]:
    for number, one in enumerate(parents):
        for other in parents[number + 1 :]:
            if frozenset((one, other)) in together:
                return [one, other]
    return parents[:2]


def _is_implied(link: Parent, pair: list[str], together) -> bool:
    """A step-parent stands beside the parent as a partner; a second line would say nothing new."""
    return link.kind == "step" and any(frozenset((link.parent, one)) in together for one in pair)


def _ordered(family: Family, parents) -> tuple[str, ...]:
    """A man left, a woman right, as genograms are read."""
    place = {member.id: number for number, member in enumerate(family.members)}
    rank = {"L": 0, "P": 2}
    return tuple(sorted(parents, key=lambda one: (rank.get(family.by_id[one].sex, 1), place[one])))


def _join_siblings(family: Family, chosen: dict[str, tuple[str, ...]]) -> None:
    """Who is a brother or sister of somebody with parents, and has none recorded, stands beside them."""
    for _again in range(2):
        for row in family.siblings:
            for one, other in ((row.one, row.other), (row.other, row.one)):
                if one not in chosen and chosen.get(other):
                    chosen[one] = chosen[other]
    for row in family.siblings:
        chosen.setdefault(row.one, ())
        chosen.setdefault(row.other, ())


def _sibship(family: Family, child: str, chosen: dict[str, tuple[str, ...]]) -> set[str]:
    """All who are said to be brothers and sisters of a child without parents."""
    found, waiting = {child}, [child]
    while waiting:
        one = waiting.pop()
        for row in family.siblings:
            if one in (row.one, row.other):
                other = row.other if row.one == one else row.one
                if other not in found and not chosen.get(other):
                    found.add(other)
                    waiting.append(other)
    return found


def _oldest_first(family: Family, children: list[str]) -> list[str]:
    """Twins stay together whatever is known of their hours."""
    ordered = sorted(children, key=lambda one: by_age(family.by_id[one]))
    for group in twins_among(family, children):
        first = min(ordered.index(one) for one in group)
        ahead = [one for one in ordered[:first] if one not in group]
        behind = [one for one in ordered[first:] if one not in group]
        ordered = [*ahead, *[one for one in ordered if one in group], *behind]
    return ordered


def twins_among(family: Family, children) -> list[list[str]]:
    """Groups of twins (or more) among these children, each in the order of the children."""
    children = list(children)
    groups: list[set[str]] = []
    for row in family.siblings:
        if row.kind in ("twin", "identical") and row.one in children and row.other in children:
            touching = [group for group in groups if row.one in group or row.other in group]
            groups = [group for group in groups if group not in touching]
            groups.append({row.one, row.other}.union(*touching))
    return [[child for child in children if child in group] for group in groups]
