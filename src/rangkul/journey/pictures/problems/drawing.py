"""A laid-out graph of problems as a scalable drawing: boxes that can be focused and chosen, weighted arrows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.lettering import lines_of_text, wrapped
from rangkul.journey.pictures.problems.layout import HIGH, WIDE, Layout, Link
from rangkul.journey.pictures.svg import Point

HEAD = 11.0


@dataclass(frozen=True)
class Box:
    """`text` stands in the box, `words` are its spoken name; `faint` where there is nothing to read yet."""

    role: str
    kind: str
    text: str
    words: str
    faint: bool = False


def draw(
    layout: Layout,
    boxes: Mapping[str, Box],
    confidence: Mapping[Link, str],
    title: str,
    about: str,
    link: Callable[[str], str] | None = None,
    chosen: str = "",
) -> SafeString:
    ways = [arrow(points, confidence.get(way, ""), looped=way in layout.looped) for way, points in layout.ways.items()]
    return svg.element(
        "svg",
        svg.element("title", title, id="masalah-judul"),
        svg.element("desc", about, id="masalah-uraian"),
        svg.group(ways, class_="prob-links", aria_hidden="true"),
        svg.group(_boxes(layout, boxes, link, chosen), class_="prob-boxes"),
        class_="geno prob",
        viewBox=f"0 0 {svg.number(layout.width)} {svg.number(layout.height)}",
        width=layout.width,
        height=layout.height,
        role="group" if link else "img",
        aria_labelledby="masalah-judul",
        aria_describedby="masalah-uraian",
    )


def arrow(points: list[Point], confidence: str, *, looped: bool = False) -> SafeString:
    """The line ends where its head begins; a link of a circle carries a ring."""
    (x, y), tip = points[-2], points[-1]
    far = math.dist((x, y), tip) or 1.0
    ux, uy = (tip[0] - x) / far, (tip[1] - y) / far
    foot = tip[0] - ux * HEAD, tip[1] - uy * HEAD
    wings = (foot[0] - uy * 5, foot[1] + ux * 5), (foot[0] + uy * 5, foot[1] - ux * 5)
    parts = [
        svg.polyline([*points[:-1], foot], class_="prob-line"),
        svg.polyline((tip, *wings), closed=True, class_="prob-head"),
    ]
    if looped:
        # Nearer to where it begins: the rings of two that lead to each other stand apart.
        at = [start + (end - start) * 0.36 for start, end in zip(points[0], points[1], strict=True)]
        parts.append(svg.element("circle", cx=at[0], cy=at[1], r=6.0, class_="prob-ring"))
    return svg.group(parts, class_=f"prob-link prob-{confidence or 'middle'}{' is-loop' if looped else ''}")


def _boxes(layout: Layout, boxes: Mapping[str, Box], link, chosen: str) -> Iterator[SafeString]:
    """In reading order: from above, row by row."""
    rows = layout.rows[::-1]
    for number, row in enumerate(rows):
        for spot, one in enumerate(row):
            box = boxes[one]
            parts = list(_box(box, *layout.places[one]))
            kind = f"prob-box prob-is-{box.role}{' is-faint' if box.faint else ''}"
            if link is None:
                yield svg.group([svg.element("title", box.words), *parts], class_=kind)
                continue
            yield svg.element(
                "a",
                *parts,
                href=link(one),
                class_=f"geno-member {kind}{' is-chosen' if one == chosen else ''}",
                aria_label=box.words,
                aria_current="true" if one == chosen else None,
                data_rangkul_member=one,
                data_left=row[spot - 1] if spot else None,
                data_right=row[spot + 1] if spot + 1 < len(row) else None,
                data_up=_near(layout, rows, number - 1, one),
                data_down=_near(layout, rows, number + 1, one),
            )


def _near(layout: Layout, rows: list[list[str]], number: int, one: str) -> str | None:
    """The box of that row which stands nearest."""
    if not 0 <= number < len(rows) or not rows[number]:
        return None
    return min(rows[number], key=lambda other: abs(layout.places[other][0] - layout.places[one][0]))


def _box(box: Box, x: float, y: float) -> Iterator[SafeString]:
    left, top = x - WIDE / 2, y - HIGH / 2
    yield svg.element("rect", x=left, y=top, width=WIDE, height=HIGH, rx=8.0, class_="geno-hit prob-shape")
    yield svg.element("text", box.kind, x=x, y=top + 15.0, class_="prob-kind")
    lines = wrapped(box.text, 23, 3)
    yield from lines_of_text(lines, x, top + 44.0 - 7.0 * (len(lines) - 1), 14.0, "prob-text")
