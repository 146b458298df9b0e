"""A placed timeline as a scalable drawing: marks that can be focused and chosen, two scales, today."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.lettering import lines_of_text
from rangkul.journey.pictures.lifeline.describing import several_words
from rangkul.journey.pictures.lifeline.placing import AXIS, DOT, LINE, MARK, Placed, Spot, Strip
from rangkul.journey.pictures.lifeline.scale import DAY, YEAR, Tick
from rangkul.journey.pictures.states import Exactness, Lane

Link = Callable[[str], str]


def draw(
    placed: Placed, title: str, about: str, link: Link | None = None, chosen: str = "", *, key: str = "waktu"
) -> SafeString:
    """`link` gives the address that chooses a mark; without it none can be chosen (paper). `key` tells two drawings on
    one page apart."""
    named, told = f"{key}-judul", f"{key}-uraian"
    return svg.element(
        "svg",
        svg.element("title", title, id=named),
        svg.element("desc", about, id=told),
        svg.group(_ground(placed), class_="life-ground", aria_hidden="true"),
        svg.group(_marks(placed, link, chosen), class_="life-marks"),
        class_="geno life",
        viewBox=f"0 0 {svg.number(placed.width)} {svg.number(placed.height)}",
        width=placed.width,
        height=placed.height,
        role="group" if link else "img",
        aria_labelledby=named,
        aria_describedby=told,
    )


def _ground(placed: Placed) -> Iterator[SafeString]:
    """Everything that stands behind the marks: lanes, steps of the axis, the break, today."""
    top, foot = AXIS, placed.height - AXIS
    for number, strip in enumerate(placed.strips):
        if number % 2:
            high = strip.bottom - strip.top
            yield svg.element("rect", x=0.0, y=strip.top, width=placed.width, height=high, class_="life-lane")
    for some in placed.ticks:
        for tick in some:
            yield svg.line(tick.x, top, tick.x, foot, class_="life-step")
            yield svg.element("text", tick_words(tick, some), x=tick.x + 3.0, y=top - 8.0, class_="life-day")
            yield svg.element("text", tick_words(tick, some), x=tick.x + 3.0, y=foot + 16.0, class_="life-day")
    for y in (top, foot):
        for stretch in placed.scale.stretches:
            yield svg.line(stretch.left, y, stretch.right, y, class_="life-axis")
    if placed.scale.break_at is not None:
        yield from _break(placed, *placed.scale.break_at)
    for number, strip in enumerate(placed.strips):
        yield from _names(placed, strip, " life-shaded" if number % 2 else "")
    if placed.today is not None:
        yield svg.line(placed.today, top - 4.0, placed.today, foot + 4.0, class_="life-today")
        # Here the frame opens: what is now stands in the middle.
        yield svg.element("text", _("hari ini"), x=placed.today, y=12.0, class_="life-now", data_rangkul_middle="")


def tick_words(tick: Tick, some: list[Tick]) -> str:
    """A month names its year where the year begins, a day its month always."""
    if tick.kind == YEAR:
        return str(tick.day.year)
    if tick.kind == DAY:
        return date_format(tick.day, "j M")
    return date_format(tick.day, "M Y" if tick.day.month == 1 or tick is some[0] else "M")


def _names(placed: Placed, strip: Strip, more: str) -> Iterator[SafeString]:
    """The name of the lane where each scale begins; where a script runs, the first one follows whoever scrolls."""
    for number, stretch in enumerate(placed.scale.stretches):
        again = " life-again" if number else ""
        follow = None if number else ""
        yield svg.element(
            "text", str(Lane(strip.lane).label), x=stretch.left, y=strip.top + 14.0,
            class_=f"life-name{more}{again}", data_rangkul_follow=follow,
        )  # fmt: skip


def _break(placed: Placed, left: float, right: float) -> Iterator[SafeString]:
    """Two slanted strokes across both axes, and a strip in which no time passes."""
    top, foot = AXIS, placed.height - AXIS
    yield svg.element("rect", x=left + 6.0, y=top, width=right - left - 12.0, height=foot - top, class_="life-break")
    middle = (left + right) / 2
    for y in (top, foot):
        for x in (middle - 4.0, middle + 4.0):
            yield svg.line(x - 3.0, y + 8.0, x + 3.0, y - 8.0, class_="life-slash")
    yield svg.element("text", _("sebelum kasus"), x=placed.scale.stretches[0].left, y=top - 22.0, class_="life-part")
    yield svg.element("text", _("selama kasus"), x=right, y=top - 22.0, class_="life-part")


def _marks(placed: Placed, link: Link | None, chosen: str) -> Iterator[SafeString]:
    shaded = {strip.lane for strip in placed.strips[1::2]}
    strips = [strip for strip in placed.strips if strip.spots]
    for number, strip in enumerate(strips):
        shade = " life-shaded" if strip.lane in shaded else ""
        for at, spot in enumerate(strip.spots):
            first = spot.moments[0]
            tone = f" life-is-{first.tone}" if first.tone else ""
            kind = f"life-spot life-in-{strip.lane}{tone}{shade}"
            parts = list(_spot(spot))
            if link is None:
                yield svg.group([svg.element("title", several_words(spot.moments)), *parts], class_=kind)
                continue
            here = any(one.id == chosen for one in spot.moments)
            yield svg.element(
                "a",
                *parts,
                href=link(spot.id),
                class_=f"geno-member {kind}{' is-chosen' if here else ''}",
                aria_label=several_words(spot.moments),
                aria_current="true" if here else None,
                data_rangkul_member=spot.id,
                data_left=strip.spots[at - 1].id if at else None,
                data_right=strip.spots[at + 1].id if at + 1 < len(strip.spots) else None,
                data_up=_near(strips, number - 1, spot),
                data_down=_near(strips, number + 1, spot),
            )


def _near(strips: list[Strip], number: int, spot: Spot) -> str | None:
    """The mark of that lane which stands nearest in time."""
    if not 0 <= number < len(strips):
        return None
    return min(strips[number].spots, key=lambda other: abs(other.left - spot.left)).id


def _spot(spot: Spot) -> Iterator[SafeString]:
    left, top, right, bottom = spot.box
    yield svg.element(
        "rect", x=left - 3.0, y=top - 2.0, width=right - left + 6.0, height=bottom - top + 5.0, rx=5.0,
        class_="geno-hit",
    )  # fmt: skip
    yield from mark(spot)
    yield from lines_of_text(list(spot.lines), spot.text_x, spot.y + MARK / 2 + LINE - 3.0, LINE, "life-label")


def mark(spot: Spot) -> Iterator[SafeString]:
    """A day is a dot, what did not happen a cross; what is known less exactly an open bar, what lasted a filled one."""
    one, count = spot.moments[0], len(spot.moments)
    if count > 1:
        yield svg.element("circle", cx=spot.left, cy=spot.y, r=9.0, class_="life-dot life-many")
        yield svg.element("text", str(count), x=spot.left, y=spot.y + 4.0, class_="life-count")
    elif one.tone == "missed":
        for high in (4.0, -4.0):
            yield svg.line(spot.left - 4.0, spot.y - high, spot.left + 4.0, spot.y + high, class_="life-cross")
    elif one.spans:
        wide = max(spot.right - spot.left, 2 * DOT)
        lasting = one.until or one.lasting
        kind = "life-bar" if lasting else "life-some life-guess" if one.exact == Exactness.ABOUT else "life-some"
        yield svg.element("rect", x=spot.left, y=spot.y - 4.0, width=wide, height=8.0, rx=2.0, class_=kind)
    else:
        yield svg.element("circle", cx=spot.left, cy=spot.y, r=DOT, class_="life-dot")
