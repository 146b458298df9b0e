"""The standard symbol of one member: shape for sex, double border for the client, cross for the dead, age inside."""

from __future__ import annotations

from django.utils.safestring import SafeString

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.genogram.family import EXPECTED, MISCARRIED, STILLBORN, Member
from rangkul.journey.pictures.genogram.wires import HALF

NAME_LETTERS = 13


def symbol(member: Member, x: float, y: float) -> list[SafeString]:
    """Parts around the middle (x, y)."""
    if member.kind in _SMALL:
        return [_SMALL[member.kind](x, y)]
    parts = [_shape(member, x, y, HALF, "geno-shape")]
    if member.index:
        parts.append(_shape(member, x, y, HALF - 4, "geno-inner"))
    if member.dead:
        near = HALF * (0.7 if member.sex == "P" else 0.5 if member.sex not in ("L", "P") else 1.0)
        parts.append(svg.line(x - near, y - near, x + near, y + near, class_="geno-cross"))
        parts.append(svg.line(x - near, y + near, x + near, y - near, class_="geno-cross"))
    inside = member.age or ("?" if not member.sex and not member.dead else "")
    if inside:
        parts.append(svg.element("text", inside, x=x, y=y + 4.5, class_="geno-age"))
    return parts


def _shape(member: Member, x: float, y: float, half: float, kind: str) -> SafeString:
    if member.sex == "L":
        return svg.element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, class_=kind)
    if member.sex == "P":
        return svg.element("circle", cx=x, cy=y, r=half, class_=kind)
    return svg.polyline([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], closed=True, class_=kind)


def _triangle(x: float, y: float) -> SafeString:
    return svg.polyline([(x, y - 14), (x + 15, y + 12), (x - 15, y + 12)], closed=True, class_="geno-shape")


_SMALL = {
    EXPECTED: _triangle,
    MISCARRIED: lambda x, y: svg.element("circle", cx=x, cy=y - HALF + 8, r=7.0, class_="geno-lost"),
    STILLBORN: lambda x, y: svg.element("rect", x=x - 8, y=y - HALF, width=16.0, height=16.0, class_="geno-lost"),
}


def name_of(member: Member, x: float, y: float) -> list[SafeString]:
    """Two short lines under the symbol, the first one `y` from above."""
    parts = [svg.element("text", shortened(member.name), x=x, y=y, class_="geno-name")]
    if member.years:
        parts.append(svg.element("text", member.years, x=x, y=y + 13, class_="geno-years"))
    return parts


def shortened(name: str, most: int = NAME_LETTERS) -> str:
    """Later words become initials, the last one first, as people write them; what is still too long is cut."""
    words = name.split()
    for last in range(len(words) - 1, 0, -1):
        if len(" ".join(words)) <= most:
            break
        words[last] = f"{words[last][0]}."
    said = " ".join(words)
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
