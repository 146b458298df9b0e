"""From notation to hours. What is not understood or contradicts itself is refused in words: wrong hours, taken in
silence, would send somebody to a closed door."""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache

from django.utils.translation import gettext as _

from rangkul.base.opening.hours import HOLIDAY, Hours, Span

CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH")
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_DAYS = rf"(?:{_DAY}(?:-{_DAY})?|PH)"
_TIME = r"\d{1,2}:\d{2}-\d{1,2}:\d{2}"
_RULE = re.compile(rf"(?:(?P<days>{_DAYS}(?:, ?{_DAYS})*) )?(?P<when>off|closed|{_TIME}(?:, ?{_TIME})*)")
_LONGEST = 200


class HoursError(ValueError):
    """`message` is plain Indonesian for whoever wrote the hours."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def parse(text: str) -> Hours:
    """Raises HoursError."""
    text = " ".join(text.split()).strip("; ")
    if not text or len(text) > _LONGEST:
        raise HoursError(_("Jam buka kosong atau terlalu panjang."))
    if text == "24/7":
        return Hours(always=True)
    days: dict[int, tuple[Span, ...]] = {}
    for rule in text.split(";"):
        _read(rule.strip(), days)
    if not any(days.values()) and text not in ("off", "closed"):
        raise HoursError(_("Menurut jam buka ini layanan tidak pernah buka."))
    _check_nights(days)
    return Hours(days=days)


@lru_cache(maxsize=2000)
def known(text: str) -> Hours | None:
    """None where nobody wrote the hours down, or what stands there cannot be read: it came from elsewhere, or from
    before a rule changed."""
    try:
        return parse(text)
    except HoursError:
        return None


def _read(rule: str, days: dict[int, tuple[Span, ...]]) -> None:
    found = _RULE.fullmatch(rule)
    if not found:
        raise HoursError(
            _("Jam buka “%(rule)s” belum bisa dibaca. Contoh: Mo-Fr 08:00-16:00; PH off") % {"rule": rule[:60]}
        )
    named = _days(found["days"]) if found["days"] else list(range(7))
    if found["when"] in ("off", "closed"):
        # A day off may take back what an earlier rule gave it: "Mo-Su 08:00-16:00; Fr off".
        days.update(dict.fromkeys(named, ()))
        return
    spans = _read_spans(found["when"])
    for day in named:
        try:
            days[day] = _in_order([*days.get(day, ()), *spans])
        except HoursError:
            if not days.get(day):
                raise
            raise HoursError(_("%(day)s disebut dua kali dengan jam yang berbeda.") % {"day": day_name(day)}) from None


def _days(text: str) -> list[int]:
    found: list[int] = []
    for part in text.replace(" ", "").split(","):
        first, _dash, last = part.partition("-")
        start, end = CODES.index(first), CODES.index(last or first)
        # "Sa-Mo" runs over the end of the week.
        found += [start] if start == HOLIDAY else [(start + n) % 7 for n in range((end - start) % 7 + 1)]
    return found


def _read_spans(text: str) -> list[Span]:
    found = []
    for part in text.split(","):
        opens, closes = (_minutes(end) for end in part.strip().split("-"))
        if opens == closes:
            raise HoursError(_("Jam buka dan jam tutup sama. Untuk siang dan malam tulis 24/7."))
        found.append((_time(opens), _time(closes)))
    return found


def _in_order(spans: list[Span]) -> tuple[Span, ...]:
    before = time.min
    for n, (opens, closes) in enumerate(sorted(spans)):
        # After one that runs over midnight nothing more begins on that day.
        if n and (opens < before or before == time.min):
            raise HoursError(_("Dua jam buka pada hari yang sama saling menimpa."))
        before = closes if closes > opens else time.min
    return tuple(sorted(spans))


def _minutes(text: str) -> int:
    hour, minute = (int(part) for part in text.split(":"))
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise HoursError(_("Jam %(time)s tidak ada.") % {"time": text})
    return hour * 60 + minute


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _check_nights(days: dict[int, tuple[Span, ...]]) -> None:
    """What runs over midnight must not run into the hours of the next day."""
    for day in range(7):
        for opens, closes in days.get(day, ()):
            following = days.get((day + 1) % 7, ())
            if closes <= opens and any(start < closes for start, _end in following):
                raise HoursError(
                    _("Jam buka malam %(day)s berlanjut sampai hari berikutnya dan menimpa jam buka hari itu.")
                    % {"day": day_name(day)}
                )


def day_name(day: int) -> str:
    return (
        _("Senin"), _("Selasa"), _("Rabu"), _("Kamis"), _("Jumat"), _("Sabtu"), _("Minggu"), _("Hari libur nasional"),
    )[day]  # fmt: skip
