"""Where everything stands: the household in the middle, the systems around it on one or two rings.

With many systems every second one stands on an outer ring, and its line passes between two of the inner ring. The
radii are the smallest that keep everything apart, so the same ties always give the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rangkul.journey.pictures.svg import Point

# Radius of a system, of the household, and what stays free between two circles.
NODE, HOME, GAP = 46.0, 66.0, 12.0
# The shortest tie on which a pattern and two arrows can be told apart; the room around everything.
TIE, EDGE = 52.0, 12.0
ONE_RING = 9


@dataclass(frozen=True)
class Placed:
    """`places` belong to the systems in their order; the picture is a square of `size`."""

    size: float
    middle: Point
    places: tuple[Point, ...]

    def way(self, number: int) -> tuple[Point, Point]:
        """From the edge of the household to the edge of a system."""
        x, y = self.places[number]
        far = math.dist(self.middle, (x, y))
        ux, uy = (x - self.middle[0]) / far, (y - self.middle[1]) / far
        return (
            (self.middle[0] + ux * (HOME + 3), self.middle[1] + uy * (HOME + 3)),
            (x - ux * (NODE + 3), y - uy * (NODE + 3)),
        )


def radii(count: int) -> list[float]:
    """Of the rings, the inner one first; systems take turns on them."""
    near = HOME + TIE + NODE
    if count < 2:
        return [near]
    if count <= ONE_RING:
        return [max(near, (NODE + GAP / 2) / math.sin(math.pi / count))]
    # The line to the outer ring keeps clear of its two neighbours on the inner one.
    inner = max(near, (NODE + GAP) / math.sin(2 * math.pi / (count + count % 2)))
    return [inner, inner + 2 * NODE + GAP]


def place(systems: Sequence[object]) -> Placed:
    """The first one stands above, the others follow like the hands of a clock."""
    count = len(systems)
    rings = radii(count)
    # With two rings an odd place stays empty: the first and the last would stand on the same ring side by side.
    steps = count + (count % 2 if len(rings) == 2 else 0)
    half = (rings[-1] if count else HOME) + (NODE if count else 0.0) + EDGE
    places = []
    for number in range(count):
        angle = 2 * math.pi * number / steps - math.pi / 2
        radius = rings[number % len(rings)]
        places.append((half + radius * math.cos(angle), half + radius * math.sin(angle)))
    return Placed(2 * half, (half, half), tuple(places))
