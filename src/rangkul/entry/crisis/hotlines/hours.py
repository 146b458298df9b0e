"""Opening hours of a line in a small part of the OpenStreetMap notation, and when it opens next.

Understood: `24/7`, `off`, an empty text (unknown), or rules such as `Mo-Fr 08:00-16:00; Sa 09:00-12:00; PH off`.
Hours are those of the line's own zone and do not run over midnight. Source: OSM wiki, Key:opening_hours.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rangkul.base.workdays import holiday_name

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_RULE = re.compile(r"(?:(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? )?(\d\d:\d\d)-(\d\d:\d\d)")
# The longest closed stretch we look through: holidays never last longer.
_HORIZON_DAYS = 21


@dataclass(frozen=True)
class Hours:
    """`spans`: (weekday 0 = Monday, opens, closes); `known` is False where nobody wrote the hours down."""

    always: bool = False
    known: bool = True
    spans: tuple[tuple[int, time, time], ...] = ()
    holidays_off: bool = False

    def is_open(self, at: datetime, zone: ZoneInfo) -> bool | None:
        """None where the hours are not known. `at` is aware, `zone` the line's own."""
        if self.always or not self.known:
            return True if self.always else None
        here = at.astimezone(zone)
        return any(opens <= here.time() < closes for opens, closes in self._day(here))

    def opens_next(self, at: datetime, zone: ZoneInfo) -> datetime | None:
        """The next opening after `at`, in the line's zone; None where it never opens or is not known."""
        here = at.astimezone(zone)
        for ahead in range(_HORIZON_DAYS):
            day = here + timedelta(days=ahead)
            for opens, _closes in self._day(day):
                opening = datetime.combine(day.date(), opens, zone)
                if opening > here:
                    return opening
        return None

    def _day(self, here: datetime) -> list[tuple[time, time]]:
        if self.holidays_off and holiday_name(here.date()):
            return []
        return sorted((opens, closes) for day, opens, closes in self.spans if day == here.weekday())


def parse(text: str) -> Hours:
    """Raises ValueError for what is not understood: wrong hours in silence would send people to a dead line."""
    text = text.strip()
    if text == "24/7":
        return Hours(always=True)
    if text in ("", "off"):
        return Hours(known=text == "off")
    spans: list[tuple[int, time, time]] = []
    holidays_off = False
    for rule in (part.strip() for part in text.split(";")):
        if rule == "PH off":
            holidays_off = True
        else:
            spans += _spans(rule)
    return Hours(spans=tuple(spans), holidays_off=holidays_off)


def _spans(rule: str) -> list[tuple[int, time, time]]:
    found = _RULE.fullmatch(rule)
    if not found:
        raise ValueError(f"opening hours not understood: {rule!r}")
    first, last, opens, closes = found.groups()
    start = _DAYS.index(first) if first else 0
    end = _DAYS.index(last) if last else (start if first else 6)
    opening, closing = time.fromisoformat(opens), time.fromisoformat(closes)
    if opening >= closing or end < start:
        raise ValueError(f"opening hours run backwards: {rule!r}")
    return [(day, opening, closing) for day in range(start, end + 1)]
