"""An ecomap as a scalable drawing: black lines that print, systems that can be focused and chosen."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from django.utils.safestring import SafeString

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.ecomap.describing import tie_words
from rangkul.journey.pictures.ecomap.placing import HOME, NODE, Placed, place
from rangkul.journey.pictures.ecomap.values import Around, Ecomap
from rangkul.journey.pictures.genogram.family import Member
from rangkul.journey.pictures.genogram.symbols import symbol
from rangkul.journey.pictures.lettering import lines_of_text, wrapped
from rangkul.journey.pictures.states import Flow, Strength
from rangkul.journey.pictures.svg import Point

HEAD = 13.0
Link = Callable[[str], str]


def draw(ecomap: Ecomap, title: str, about: str, link: Link | None = None, chosen: str = "") -> SafeString:
    """`link` gives the address that chooses a tie; without it nothing can be chosen (paper)."""
    placed = place(ecomap.around)
    ways = [tie(one.strength, one.flow, *placed.way(number)) for number, one in enumerate(ecomap.around)]
    parts = [
        svg.element("title", title, id="eko-judul"),
        svg.element("desc", about, id="eko-uraian"),
        svg.group(ways, class_="eco-ties", aria_hidden="true"),
        _home(ecomap, *placed.middle),
        svg.group(_systems(ecomap, placed, link, chosen), class_="eco-systems"),
    ]
    return svg.element(
        "svg",
        *parts,
        class_="geno eco",
        viewBox=f"0 0 {svg.number(placed.size)} {svg.number(placed.size)}",
        width=placed.size,
        height=placed.size,
        role="group" if link else "img",
        aria_labelledby="eko-judul",
        aria_describedby="eko-uraian",
    )


def _home(ecomap: Ecomap, x: float, y: float) -> SafeString:
    """The circle of the household with the symbols of who lives in it."""
    parts = [svg.element("circle", cx=x, cy=y, r=HOME, class_="eco-home")]
    low = y - 4.0 if ecomap.home else y + 10.0
    parts += _symbols(ecomap.home, x, y - 22.0)
    parts += lines_of_text(wrapped(ecomap.name, 15, 2), x, low + 22.0, 14.0, "eco-home-name")
    return svg.group(parts, aria_hidden="true", data_rangkul_middle="")


def _symbols(home: Sequence[Member], x: float, y: float) -> Iterator[SafeString]:
    """Small, in rows of five."""
    for start in range(0, len(home), 5):
        row = home[start : start + 5]
        for number, member in enumerate(row):
            left = x + 20.0 * (number - (len(row) - 1) / 2)
            top = y + 19.0 * (start // 5)
            where = f"translate({svg.number(left)} {svg.number(top)}) scale(0.36)"
            yield svg.group(symbol(member, 0.0, 0.0), transform=where, class_="eco-small")


def tie(strength: str, flow: str, start: Point, end: Point) -> SafeString:
    """From the household to the system: the line in its pattern, and an arrow on the side where energy arrives."""
    far = math.dist(start, end) or 1.0
    ux, uy = (end[0] - start[0]) / far, (end[1] - start[1]) / far
    arrives, leaves = flow in (Flow.IN, Flow.BOTH), flow in (Flow.OUT, Flow.BOTH)
    first = (start[0] + ux * HEAD * arrives, start[1] + uy * HEAD * arrives)
    last = (end[0] - ux * HEAD * leaves, end[1] - uy * HEAD * leaves)
    parts = [svg.line(*first, *last, class_="eco-line")]
    if strength in (Strength.STRESSFUL, Strength.MIXED):
        parts += _bars(first, last, ux, uy)
    if arrives:
        parts.append(_head(start, -ux, -uy))
    if leaves:
        parts.append(_head(end, ux, uy))
    return svg.group(parts, class_=f"eco-tie eco-{strength}")


def _bars(first: Point, last: Point, ux: float, uy: float) -> Iterator[SafeString]:
    """++++: short strokes across, evenly."""
    far = math.dist(first, last)
    count = max(2, int(far / 10))
    for number in range(count):
        along = far * (number + 0.5) / count
        x, y = first[0] + ux * along, first[1] + uy * along
        yield svg.line(x + uy * 6, y - ux * 6, x - uy * 6, y + ux * 6, class_="eco-bar")


def _head(tip: Point, ux: float, uy: float) -> SafeString:
    foot = tip[0] - ux * HEAD, tip[1] - uy * HEAD
    wings = (foot[0] - uy * 7, foot[1] + ux * 7), (foot[0] + uy * 7, foot[1] - ux * 7)
    return svg.polyline((tip, *wings), closed=True, class_="eco-arrow")


def _systems(ecomap: Ecomap, placed: Placed, link: Link | None, chosen: str) -> Iterator[SafeString]:
    around = ecomap.around
    for number, one in enumerate(around):
        before, after = around[number - 1].id, around[(number + 1) % len(around)].id
        parts = list(_system(one, *placed.places[number]))
        if link is None:
            yield svg.group([svg.element("title", tie_words(one)), *parts], class_="eco-system")
            continue
        yield svg.element(
            "a",
            *parts,
            href=link(one.id),
            class_=f"geno-member eco-system{' is-chosen' if one.id == chosen else ''}",
            aria_label=tie_words(one),
            aria_current="true" if one.id == chosen else None,
            data_rangkul_member=one.id,
            data_left=before, data_up=before, data_right=after, data_down=after,
        )  # fmt: skip


def _system(one: Around, x: float, y: float) -> Iterator[SafeString]:
    yield svg.element("circle", cx=x, cy=y, r=NODE, class_="geno-hit eco-circle")
    if not one.name:
        lines = wrapped(one.kind, 13, 3)
        yield from lines_of_text(lines, x, y + 4.0 - 7.0 * (len(lines) - 1), 14.0, "eco-name")
        return
    kind, lines = wrapped(one.kind, 14, 2), wrapped(one.name, 13, 2)
    yield from lines_of_text(kind, x, y - 8.0 - 12.0 * (len(kind) - 1), 12.0, "eco-kind")
    yield from lines_of_text(lines, x, y + 9.0, 14.0, "eco-name")
