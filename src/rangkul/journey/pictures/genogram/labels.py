"""Where the name of a household stands on its dashed loop: on a stretch that no line and no other word crosses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rangkul.journey.pictures.genogram.layout import Layout
from rangkul.journey.pictures.genogram.ties import path, ways_of
from rangkul.journey.pictures.genogram.wires import JOIN, JOIN_STEP, SIZE

Point = tuple[float, float]
Box = tuple[float, float, float, float]
# A letter of the name, its height, and what stays free at the corners of the loop and between two tries.
LETTER, HIGH, CORNER, STRIDE = 6.4, 11.0, 8.0, 6.0
# Half the width of a letter of a member's name.
_HALF_LETTER = 3.7


@dataclass
class Ground:
    """What a name must not stand on: straight pieces of lines, and boxes of words. Each name that was placed counts."""

    lines: list[tuple[Point, Point]]
    words: list[Box]

    @classmethod
    def of(cls, layout: Layout) -> Ground:
        return cls(list(_lines(layout)), list(_words(layout)))

    def freest(self, outline: Sequence[Point], name: str) -> Point:
        """The foot of the first letter. The upper edge is tried before the others, from the left; where every stretch
        is crossed, the one that is crossed least."""
        wide = LETTER * len(name)
        best: tuple[int, Point] = (len(self.lines) + 2 * len(self.words) + 1, outline[0])
        for foot in _places(outline, wide):
            if (count := self.covered(foot, wide)) < best[0]:
                best = count, foot
            if not count:
                break
        self.words.append(_box(best[1], wide))
        return best[1]

    def covered(self, foot: Point, wide: float) -> int:
        """How much of what stands there already; a word weighs two lines."""
        box = _box(foot, wide)
        lines = sum(1 for one, other in self.lines if _meets(box, one, other))
        return lines + sum(2 for other in self.words if _overlaps(box, other))


def _box(foot: Point, wide: float) -> Box:
    return foot[0] - 4, foot[1] - HIGH, foot[0] + wide + 4, foot[1] + 3


def _places(outline: Sequence[Point], wide: float) -> Iterator[Point]:
    """On each level edge, the highest first, with the line running through the middle of the letters."""
    closed = [*outline, outline[0]]
    edges = {(y, *sorted((x, other_x))) for (x, y), (other_x, other_y) in pairwise(closed) if y == other_y}
    for y, left, right in sorted(edge for edge in edges if edge[2] - edge[1] > 3 * CORNER):
        x, last = left + CORNER, max(left + CORNER, right - CORNER - wide)
        while x <= last:
            yield x, y + 3.5
            x += STRIDE


def _lines(layout: Layout) -> Iterator[tuple[Point, Point]]:
    """Every line of descent, of a couple, of care and of what runs between two people, in straight pieces."""
    frame, family = layout.frame, layout.family
    for wire in frame.wires:
        if wire.join is not None:
            left, right, low = wire.join
            bottom = frame.top(wire.union.parents[0]) + SIZE
            yield from pairwise([(left, bottom), (left, low), (right, low), (right, bottom)])
        if wire.bar is not None:
            left, right, height = wire.bar
            yield (left, height), (right, height)
            if wire.drop is not None:
                yield (wire.drop, wire.drop_from), (wire.drop, height)
            yield from (((x, height), (frame.x[child], frame.top(child))) for child, x in wire.hooks)
    bows = [(row.carer, row.person, 1) for row in family.carers] + [(row.one, row.other, 0) for row in family.near]
    bows += [(link.parent, link.child, 1) for link in layout.unions.extra]
    for one, other, number in bows:
        yield from pairwise(path(layout, one, other, number)[::3])
    for way in ways_of(layout):
        for points in way.lines:
            yield from pairwise(points[::3])


def _words(layout: Layout) -> Iterator[Box]:
    """Names below their symbols, and the years of couples beside their line."""
    frame = layout.frame
    for member in layout.family.members:
        x, row = frame.x[member.id], frame.row[member.id]
        low = frame.tops[row] + SIZE + JOIN + JOIN_STEP * frame.joins[row]
        half = max(20.0, _HALF_LETTER * min(13, len(member.name)))
        yield x - half, low, x + half, low + 24
    for wire in frame.wires:
        if wire.join is not None and wire.union.couple and wire.union.couple.since:
            middle = wire.drop if wire.drop is not None else (wire.join[0] + wire.join[1]) / 2
            yield middle - 24, wire.join[2] - 28, middle + 24, wire.join[2] - 2


def _meets(box: Box, one: Point, other: Point) -> bool:
    """Whether a straight piece runs through the box: a clip of the piece by each side."""
    left, top, right, bottom = box
    dx, dy = other[0] - one[0], other[1] - one[1]
    start, end = 0.0, 1.0
    for step, room in ((-dx, one[0] - left), (dx, right - one[0]), (-dy, one[1] - top), (dy, bottom - one[1])):
        if step == 0:
            if room < 0:
                return False
            continue
        at = room / step
        if step < 0:
            start = max(start, at)
        else:
            end = min(end, at)
    return start <= end


def _overlaps(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
