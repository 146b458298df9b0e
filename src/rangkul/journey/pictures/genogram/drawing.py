"""A laid-out family as a scalable drawing: black lines that print, symbols that can be focused and chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.genogram.describing import member_words
from rangkul.journey.pictures.genogram.family import Couple, Member
from rangkul.journey.pictures.genogram.homes import LETTERS, Loop, loops_of
from rangkul.journey.pictures.genogram.layout import Layout
from rangkul.journey.pictures.genogram.symbols import name_of, shortened, symbol
from rangkul.journey.pictures.genogram.ties import Point, Way, path, ways_of
from rangkul.journey.pictures.genogram.unions import twins_among
from rangkul.journey.pictures.genogram.wires import HALF, JOIN, JOIN_STEP, SIZE, Wire


def draw(
    layout: Layout,
    title: str,
    about: str,
    link: Callable[[str], str] | None = None,
    chosen: str = "",
    *,
    key: str = "geno",
) -> SafeString:
    """`link` gives the address that chooses a member; without it nobody can be chosen (paper). `key` tells two drawings
    on one page apart."""
    named, told = f"{key}-judul", f"{key}-uraian"
    asides, ways = list(_asides(layout)), ways_of(layout)
    top = _highest(layout, ways)
    parts = [
        svg.element("title", title, id=named),
        svg.element("desc", about, id=told),
        svg.group(map(_loop, loops_of(layout)), class_="geno-homes", aria_hidden="true"),
        svg.group(_tree(layout), class_="geno-tree", aria_hidden="true"),
        svg.group((line for line, _name in asides), class_="geno-asides", aria_hidden="true"),
        svg.group(map(tie, ways), class_="geno-ties", aria_hidden="true"),
        svg.group(_members(layout, link, chosen), class_="geno-members"),
        svg.group((name for _line, name in asides if name), class_="geno-aside-names", aria_hidden="true"),
    ]
    return svg.element(
        "svg",
        *parts,
        class_="geno",
        viewBox=f"0 {svg.number(top)} {svg.number(layout.width)} {svg.number(layout.height - top)}",
        width=layout.width,
        height=layout.height - top,
        role="group" if link else "img",
        aria_labelledby=named,
        aria_describedby=told,
    )


def _highest(layout: Layout, ways: list[Way]) -> float:
    """Where the drawing begins: a bow over the first row rises above it."""
    family = layout.family
    pairs = [(row.carer, row.person) for row in family.carers] + [(row.one, row.other) for row in family.near]
    level = [(one, other) for one, other in pairs if layout.frame.row[one] == layout.frame.row[other]]
    points = [point for way in ways for line in way.lines for point in line]
    points += [point for one, other in level for point in path(layout, one, other, 1)]
    return min([0.0, *(y - 8 for _x, y in points)])


def _loop(loop: Loop) -> SafeString:
    words = svg.element(
        "text", shortened(loop.home.name, LETTERS), x=loop.label[0], y=loop.label[1], class_="geno-home-name"
    )
    return svg.group([svg.polyline(loop.outline, closed=True, class_="geno-home"), words])


def _tree(layout: Layout) -> Iterator[SafeString]:
    for wire in layout.frame.wires:
        yield from _couple(layout, wire)
        yield from _children(layout, wire)


def _couple(layout: Layout, wire: Wire) -> Iterator[SafeString]:
    if wire.join is None:
        return
    left, right, low = wire.join
    bottom = layout.frame.top(wire.union.parents[0]) + SIZE
    couple = wire.union.couple
    kind = (couple.kind if couple else "") or "unknown"
    track = [(left, bottom), (left, low), (right, low), (right, bottom)]
    yield svg.polyline(track, class_=f"geno-join geno-{kind}")
    if couple is None:
        return
    beside = _beside_drop(layout, wire)
    for number in range({"separated": 1, "divorced": 2}.get(couple.standing, 0)):
        x = beside - 14 + number * 6
        yield svg.line(x - 4, low + 7, x + 4, low - 7, class_="geno-slash")
    for number, words in enumerate(reversed(_dates(couple))):
        yield svg.element("text", words, x=beside, y=low - 5 - 11.0 * number, class_="geno-date")


def _beside_drop(layout: Layout, wire: Wire) -> float:
    """Between two neighbours, where no symbol stands: near the drop, or in the middle."""
    assert wire.join is not None
    left, right, _low = wire.join
    if wire.drop is not None:
        return wire.drop
    ones = layout.order.row(layout.frame.row[wire.union.parents[0]])
    first = min(ones.index(one) for one in wire.union.parents)
    return (
        (layout.frame.x[ones[first]] + layout.frame.x[ones[first + 1]]) / 2
        if right - left > 2 * SIZE
        else (left + right) / 2
    )


def _dates(couple: Couple) -> list[str]:
    """`m. 2010` and `c. 2018`, one under the other."""
    begun = {"married": _("m. %(year)s"), "cohabiting": _("hb. %(year)s")}.get(couple.kind, _("sejak %(year)s"))
    ended = {"separated": _("p. %(year)s"), "divorced": _("c. %(year)s"), "widowed": _("† %(year)s")}
    found = [begun % {"year": couple.since}] if couple.since else []
    if couple.standing in ended and couple.until:
        found.append(ended[couple.standing] % {"year": couple.until})
    return found


def _children(layout: Layout, wire: Wire) -> Iterator[SafeString]:
    if wire.bar is None:
        return
    left, right, height = wire.bar
    kinds = layout.unions.kind_of
    if wire.drop is not None:
        yield svg.line(wire.drop, wire.drop_from, wire.drop, height, class_="geno-line")
    if right > left:
        yield svg.line(left, height, right, height, class_="geno-line")
    for child, x in wire.hooks:
        yield from hang(x, height, layout.frame.x[child], layout.frame.top(child), kinds.get(child, ""))
    for twins in twins_among(layout.family, wire.union.children):
        yield from _identical(layout, twins, dict(wire.hooks)[twins[0]], height)


def hang(x1: float, y1: float, x2: float, y2: float, kind: str) -> Iterator[SafeString]:
    """A child's own line: plain, solid beside dashed for an adopted child, dotted for a foster child."""
    if kind == "adopted":
        yield svg.line(x1 - 2.5, y1, x2 - 2.5, y2, class_="geno-line")
        yield svg.line(x1 + 2.5, y1, x2 + 2.5, y2, class_="geno-line geno-dashed")
    else:
        yield svg.line(x1, y1, x2, y2, class_=f"geno-line geno-child-{kind or 'birth'}")


def _identical(layout: Layout, twins: list[str], x: float, height: float) -> Iterator[SafeString]:
    """The bar between the legs of identical twins."""
    pairs = {frozenset((row.one, row.other)) for row in layout.family.siblings if row.kind == "identical"}
    for one, other in pairwise(twins):
        if frozenset((one, other)) in pairs:
            top = layout.frame.top(one)
            half = 0.55
            ends = [x + (layout.frame.x[each] - x) * half for each in (one, other)]
            yield svg.line(
                ends[0], height + (top - height) * half, ends[1], height + (top - height) * half, class_="geno-line"
            )


def _asides(layout: Layout) -> Iterator[tuple[SafeString, SafeString | None]]:
    """Further parents, those who look after somebody, grandparents without the parent between."""
    extra = sorted(layout.unions.extra, key=lambda link: (link.child, link.kind))
    for (child, kind), links in groupby(extra, key=lambda link: (link.child, link.kind)):
        yield from _further_parents(layout, child, kind, [link.parent for link in links])
    rings = [
        (parent, child)
        for wire in layout.frame.wires
        if wire.bar is None
        for child in wire.union.children
        for parent in wire.union.parents
    ]
    for parent, child in rings:
        yield svg.polyline(path(layout, parent, child), class_="geno-aside geno-near"), None
    for carer in layout.family.carers:
        words = {"placed": _("dititipkan"), "ngenger": _("ngenger"), "guardian": _("wali")}.get(
            carer.kind, _("pengasuh")
        )
        yield from _named(layout, path(layout, carer.carer, carer.person, 1), f"geno-care-{carer.kind}", words)
    for near in layout.family.near:
        words = {"grandparent": _("kakek atau nenek"), "in_law": _("ipar atau mertua")}.get(near.kind, _("kerabat"))
        yield from _named(layout, path(layout, near.one, near.other), "geno-near", words)


def _further_parents(
    layout: Layout, child: str, kind: str, parents: list[str]
) -> Iterator[tuple[SafeString, SafeString]]:
    words = {"adopted": _("angkat"), "foster": _("asuh"), "step": _("tiri")}.get(kind, _("kandung"))
    joined = {frozenset(wire.union.parents): wire for wire in layout.frame.wires if wire.join}
    wire = joined.get(frozenset(parents))
    if wire is not None and wire.join is not None and len(parents) == 2:
        start = (wire.join[0] + wire.join[1]) / 2, wire.join[2]
        end = layout.frame.x[child] + 10, layout.frame.top(child)
        middle = end[0] + 4, (start[1] + end[1]) / 2 + 10
        yield from _named(layout, [start, (start[0], middle[1]), middle, end], f"geno-child-{kind or 'birth'}", words)
        return
    for parent in parents:
        yield from _named(layout, path(layout, parent, child, 1), f"geno-child-{kind or 'birth'}", words)


def _named(layout: Layout, points: list[Point], kind: str, words: str) -> Iterator[tuple[SafeString, SafeString]]:
    """The line and its word, which is written over everything else."""
    x, y = _freest(layout, points)
    name = svg.element("text", words, x=x, y=y + 3, class_="geno-aside-name")
    yield svg.polyline(points, class_=f"geno-aside {kind}"), name


def _freest(layout: Layout, points: list[Point]) -> Point:
    """The point of the middle half that lies farthest from every symbol: there a word covers nobody."""
    middle = points[len(points) // 4 : len(points) * 3 // 4 + 1]
    places = [layout.middle(member.id) for member in layout.family.members]
    return max(middle, key=lambda point: min(math.dist(point, place) for place in places))


def tie(way: Way) -> SafeString:
    parts = [svg.polyline(points, class_="geno-tie-line") for points in way.lines if len(points) > 1]
    parts += [svg.polyline(bar, class_="geno-tie-bar") for bar in way.bars]
    if way.arrow:
        parts.append(svg.polyline(way.arrow, closed=True, class_="geno-tie-arrow"))
    return svg.group(parts, class_=f"geno-tie geno-tie-{way.tie.kind}")


def _members(layout: Layout, link: Callable[[str], str] | None, chosen: str) -> Iterator[SafeString]:
    """In reading order: row by row, from left to right."""
    for number in range(len(layout.order.rows)):
        ones = layout.order.row(number)
        for place, one in enumerate(ones):
            beside = {
                "left": ones[place - 1] if place else "",
                "right": ones[place + 1] if place + 1 < len(ones) else "",
            }
            yield _member(layout, layout.family.by_id[one], beside, link, chosen)


def _member(layout: Layout, member: Member, beside: dict[str, str], link, chosen: str) -> SafeString:
    x, y = layout.middle(member.id)
    low = (
        layout.frame.tops[layout.frame.row[member.id]]
        + SIZE
        + JOIN
        + JOIN_STEP * layout.frame.joins[layout.frame.row[member.id]]
    )
    hit = svg.element(
        "rect", x=x - 48, y=y - HALF - 6, width=96.0, height=low + 26 - (y - HALF - 6), rx=8.0, class_="geno-hit"
    )
    parts = [hit, *symbol(member, x, y), *name_of(member, x, low + 9)]
    words = member_words(layout.family, member)
    if link is None:
        return svg.group([svg.element("title", words), *parts], class_=f"geno-member geno-{member.kind}")
    near = {"up": _kin(layout, member.id, up=True), "down": _kin(layout, member.id, up=False), **beside}
    return svg.element(
        "a",
        *parts,
        href=link(member.id),
        id=f"orang-{member.id}",
        class_=f"geno-member geno-{member.kind}{' is-chosen' if member.id == chosen else ''}",
        aria_label=words,
        aria_current="true" if member.id == chosen else None,
        data_rangkul_member=member.id,
        **{f"data_{way}": one or None for way, one in near.items()},
    )


def _kin(layout: Layout, one: str, *, up: bool) -> str:
    """Where the arrow up (a parent, or who takes that place) or down (the eldest child) leads."""
    family = layout.family
    if up:
        union = layout.unions.of_child.get(one)
        others = [link.parent for link in family.parents_of(one)] + [
            row.carer for row in family.carers if row.person == one
        ]
        others += [row.one for row in family.near if row.other == one and row.kind == "grandparent"]
        return next(iter([*(union.parents if union else ()), *others]), "")
    children = [child for union in layout.unions.all if one in union.parents for child in union.children]
    children += [row.person for row in family.carers if row.carer == one]
    return next(iter(children), "")
