"""Where everything stands on the timeline: lanes under each other, in each lane as many rows as its words need.

A mark stands at its day, its words below it. In a lane whose moments are counted, marks that would touch become one
with a number. Nothing is moved in time, so what was earlier stands further left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rangkul.journey.pictures.lettering import wrapped
from rangkul.journey.pictures.lifeline.scale import EDGE, SCREEN, Room, Scale, Tick, scale_of, ticks
from rangkul.journey.pictures.lifeline.values import COUNTED, Moment, Road
from rangkul.journey.pictures.states import Lane

# One letter of a label, the lines it may take, and the letters of a line.
LETTER, LINES, LETTERS = 7.0, 2, 26
HEAD, MARK, LINE, FREE, GAP = 22.0, 14.0, 14.0, 6.0, 10.0
# The axis above and below, and how far two counted marks stand apart.
AXIS, APART = 34.0, 22.0
DOT = 5.0


@dataclass(frozen=True)
class Spot:
    """One mark: of one moment, or of several that were counted. The mark reaches from `left` to `right` at `y`; its
    words begin at `text_x` below it, or there are none."""

    moments: tuple[Moment, ...]
    left: float
    right: float
    y: float
    text_x: float = 0.0
    lines: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.moments[0].id

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the mark with its words."""
        wide = max((text_width(line) for line in self.lines), default=0.0)
        left = min(self.left - DOT, self.text_x) if self.lines else self.left - DOT * 1.8
        right = max(self.right + DOT, self.text_x + wide) if self.lines else self.right + DOT * 1.8
        return left, self.y - MARK / 2, right, self.y + MARK / 2 + LINE * len(self.lines)


@dataclass(frozen=True)
class Strip:
    """One lane: its name stands in the head, its rows below."""

    lane: str
    top: float
    bottom: float
    spots: tuple[Spot, ...]


@dataclass
class Placed:
    scale: Scale
    width: float
    height: float
    strips: list[Strip] = field(default_factory=list)
    ticks: list[list[Tick]] = field(default_factory=list)
    today: float | None = None

    @property
    def spots(self) -> list[Spot]:
        """In reading order: lane by lane, early before late."""
        return [spot for strip in self.strips for spot in strip.spots]

    def spot_of(self, moment: str) -> Spot | None:
        return next((spot for spot in self.spots if any(one.id == moment for one in spot.moments)), None)


def text_width(text: str) -> float:
    return LETTER * len(text)


def place(road: Road, room: Room = SCREEN) -> Placed:
    """The lane of life stands there even when nobody told anything; the others where they hold something."""
    scale = scale_of(road, room)
    # What lasts reaches to today: nobody knows how long it will.
    now = scale.at(road.ended or road.today)
    found = Placed(scale, scale.width, 0.0, ticks=[ticks(stretch) for stretch in scale.stretches])
    top = AXIS
    for lane in Lane:
        moments = [one for one in road.moments if one.lane == lane]
        if not moments and lane != Lane.LIFE:
            continue
        moments.sort(key=lambda one: (one.start, one.last, one.id))
        spots, bottom = _counted(moments, scale, top) if lane in COUNTED else _told(moments, scale, now, top)
        found.strips.append(Strip(lane, top, bottom, tuple(spots)))
        top = bottom
    found.height = top + AXIS
    found.today = scale.at(road.today) if scale.holds(road.today) else None
    return found


def _told(moments: Sequence[Moment], scale: Scale, now: float, top: float) -> tuple[list[Spot], float]:
    """Each in the first row in which its mark and its words are free; a row is as high as its longest words."""
    rows: list[list[tuple[float, float]]] = []
    chosen: list[int] = []
    drafts = [_draft(one, scale, now) for one in moments]
    for draft in drafts:
        left, _top, right, _bottom = draft.box
        number = next((n for n, taken in enumerate(rows) if _is_free(taken, left, right)), len(rows))
        if number == len(rows):
            rows.append([])
        rows[number].append((left, right))
        chosen.append(number)
    lines = [max(len(one.lines) for one, at in zip(drafts, chosen, strict=True) if at == n) for n in range(len(rows))]
    tops, y = [], top + HEAD
    for count in lines:
        tops.append(y)
        y += MARK + LINE * count + FREE
    spots = [
        Spot(one.moments, one.left, one.right, tops[number] + MARK / 2, one.text_x, one.lines)
        for one, number in zip(drafts, chosen, strict=True)
    ]
    return spots, (y if rows else top + HEAD + MARK + FREE)


def _draft(moment: Moment, scale: Scale, now: float) -> Spot:
    left, right = scale.at(moment.first), now if moment.lasting else scale.at(moment.last)
    lines = tuple(wrapped(moment.label, LETTERS, LINES))
    wide = max((text_width(line) for line in lines), default=0.0)
    # Words never stand over the edge: near it they are drawn in.
    text_x = max(EDGE, min(left - DOT, scale.width - EDGE - wide))
    return Spot((moment,), left, max(left, right), 0.0, text_x, lines)


def _is_free(taken: Iterable[tuple[float, float]], left: float, right: float) -> bool:
    return all(right + GAP <= other_left or other_right + GAP <= left for other_left, other_right in taken)


def _counted(moments: Sequence[Moment], scale: Scale, top: float) -> tuple[list[Spot], float]:
    y = top + HEAD + MARK / 2 + 2
    groups: list[list[Moment]] = []
    for moment in moments:
        if groups and scale.at(moment.start) - scale.at(groups[-1][0].start) < APART:
            groups[-1].append(moment)
        else:
            groups.append([moment])
    spots = [Spot(tuple(some), scale.at(some[0].start), scale.at(some[0].start), y) for some in groups]
    return spots, y + MARK / 2 + FREE + 2
