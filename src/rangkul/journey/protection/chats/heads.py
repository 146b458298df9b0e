"""The head of a message, "03/05/24 21.15 - " or "[03/05/24 21.15.33] ", in the shapes that telephones write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

# Signs without width or that turn the direction of writing: they hide words, and WhatsApp puts them before lines. The
# joiners that hold one emoji together stay.
HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")
_BLANK = "[ \u00a0\u202f]"
_DAY = r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})"
_TIME = rf"(\d{{1,2}})[.:](\d{{2}})(?:[.:](\d{{2}}))?(?:{_BLANK}?([AaPp])\.?{_BLANK}?[Mm]\.?)?"
_APPLE = re.compile(rf"\[{_DAY},?{_BLANK}+(?:pukul{_BLANK}+)?{_TIME}\]{_BLANK}?(.*)", re.DOTALL)
_ANDROID = re.compile(rf"{_DAY},?{_BLANK}+(?:pukul{_BLANK}+)?{_TIME}{_BLANK}+[-–]{_BLANK}(.*)", re.DOTALL)
_LONGEST_HEAD = 60

ORDERS = ("dmy", "mdy", "ymd")


@dataclass(frozen=True, slots=True)
class Head:
    """Three numbers of a day as they stand, the time of the day, and what follows."""

    parts: tuple[int, int, int]
    year_first: bool
    time: tuple[int, int, int]
    rest: str

    def at(self, order: str) -> datetime | None:
        """The moment on the telephone's own clock; None where there is no such day."""
        first, second, third = self.parts
        year, month, day = {
            "dmy": (third, second, first),
            "mdy": (third, first, second),
            "ymd": (first, second, third),
        }[order]
        try:
            return datetime(year + 2000 if year < 100 else year, month, day, *self.time)  # noqa: DTZ001
        except ValueError:
            return None


def head_of(line: str) -> Head | None:
    """None for a line that goes on with the message before it."""
    # Most lines of a long chat are plain: looking for hidden signs in each would be half of the work.
    plain = line if line.isascii() else HIDDEN.sub("", line[:_LONGEST_HEAD]) + line[_LONGEST_HEAD:]
    found = (_APPLE if plain.startswith("[") else _ANDROID).match(plain)
    if found is None:
        return None
    first, _sign, second, third, hour, minute, seconds, half, rest = found.groups()
    clock = _time(int(hour), int(minute), int(seconds or 0), (half or "").lower())
    if clock is None or not _could_be(first, third):
        return None
    return Head((int(first), int(second), int(third)), len(first) == 4, clock, rest)


def _could_be(first: str, third: str) -> bool:
    """One end is the year, written with two or four digits."""
    return (len(first) == 4 and len(third) <= 2) or (len(first) <= 2 and len(third) in (2, 4))


def _time(hour: int, minute: int, second: int, half: str) -> tuple[int, int, int] | None:
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def orders_of(heads: list[Head]) -> set[str]:
    """In which orders every day of the export is a day. Two of them: a person must say which."""
    if all(head.year_first for head in heads):
        return {"ymd"} if all(head.at("ymd") for head in heads) else set()
    if any(head.year_first for head in heads):
        return set()
    days = {head.parts: head for head in heads}
    return {order for order in ("dmy", "mdy") if all(head.at(order) for head in days.values())}
