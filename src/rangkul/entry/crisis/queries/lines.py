"""Which help lines are offered at a moment."""

from collections.abc import Iterable
from datetime import datetime
from time import monotonic
from zoneinfo import ZoneInfo

from rangkul.base.clock import WIB, now
from rangkul.base.clock import zone as zone_of
from rangkul.base.phones import parse_phone
from rangkul.entry.crisis.hotlines import ranking, topics
from rangkul.entry.crisis.hotlines.ranking import Line, Offer
from rangkul.entry.crisis.models import Hotline

# The list changes a few times a year and stands on every public page: each process reads it once a minute.
_KEEP_SECONDS = 60
_kept: tuple[float, tuple[Line, ...]] = (0.0, ())
# The numbers at the foot of every public page, before anybody has said what happens.
FOOT_LINES = 4
# What fits somebody's trouble; the page of all lines is one press away.
FITTING_LINES = 4


def forget_kept() -> None:
    global _kept
    _kept = (0.0, ())


def _lines() -> tuple[Line, ...]:
    global _kept
    until, lines = _kept
    if not lines or monotonic() > until:
        lines = tuple(_line(hotline) for hotline in Hotline.objects.filter(status__in=ranking.SHOWN))
        _kept = (monotonic() + _KEEP_SECONDS, lines)
    return lines


def _line(hotline: Hotline) -> Line:
    same = ("key", "number", "hours", "status", "verified_on", "own", "dial", "whatsapp", "website", "cost")
    return Line(
        **{name: getattr(hotline, name) for name in same},
        name=hotline.name_id,
        name_en=hotline.name_en,
        topics=frozenset(hotline.topics),
        area_codes=tuple(hotline.area_codes),
        regional=not hotline.national,
    )


def open_now(
    at: datetime | None = None,
    zone: ZoneInfo = WIB,
    topics: Iterable[str] = (),
    area: str = "",
    at_most: int = 6,
    reader: ZoneInfo | None = None,
) -> list[Offer]:
    """Help lines to show at a moment, best first; never only closed ones. `zone` is that of the lines, `reader` the
    one in which hours are said: that of the area unless named."""
    return ranking.offers(
        _lines(), at=at or now(), zone=zone, topics=topics, area=area, at_most=at_most,
        reader=reader or zone_of(area),
    )  # fmt: skip


def every_line(reader: ZoneInfo, at: datetime | None = None) -> list[Offer]:
    """All lines that may be shown, best first."""
    return open_now(at, reader=reader, at_most=len(_lines()))


def for_problems(problems: list[str], area: str = "", at: datetime | None = None) -> list[Offer]:
    """Help lines for the problem codes that somebody chose."""
    return open_now(at, topics=topics.for_problems(problems), area=area, at_most=FITTING_LINES)


def is_blocked(number: str) -> bool:
    """Whether it is the number of a line that somebody found dead, or somebody else's."""
    wanted = parse_phone(number).number
    closed = Hotline.objects.filter(status=Hotline.Status.CLOSED).exclude(dial="")
    return bool(wanted) and any(parse_phone(dial).number == wanted for dial in closed.values_list("dial", flat=True))
