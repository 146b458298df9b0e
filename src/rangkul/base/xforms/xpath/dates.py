"""Days and moments."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from rangkul.base.xforms.xpath.registry import plain
from rangkul.base.xforms.xpath.run import Run
from rangkul.base.xforms.xpath.values import NAN, Value, as_date, days, from_days, number, string

# The months and days as the form's reader writes them; the browser takes them from its own language.
_MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()  # noqa: SIM905
_WEEKDAYS = "Sen Sel Rab Kam Jum Sab Min".split()  # noqa: SIM905
_FORMATS = {
    "Y": "{0.year:04}",
    "m": "{0.month:02}",
    "n": "{0.month}",
    "d": "{0.day:02}",
    "e": "{0.day}",
    "H": "{0.hour:02}",
    "h": "{0.hour}",
    "M": "{0.minute:02}",
    "S": "{0.second:02}",
}

plain("today", 0, 0)(lambda run: run.now.date())
plain("now", 0, 0)(lambda run: run.now)
plain("decimal-date-time", 1, 1)(lambda run, value: _days_of(value))


def _date(run: Run, value: Value) -> Value:
    found = moment(run, value)
    return found if found is not None else ""


plain("date", 1, 1)(_date)
plain("date-time", 1, 1)(_date)


def moment(run: Run, value: Value) -> date | None:
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        return from_days(value, run.now.tzinfo)
    text = string(value)
    return as_date(text) or from_days(number(text), run.now.tzinfo)


def _days_of(value: Value) -> float:
    if isinstance(value, float):
        return value
    found = value if isinstance(value, date) else as_date(string(value))
    return days(found) if found else NAN


@plain("decimal-time", 1, 1)
def _decimal_time(run: Run, value: Value) -> float:
    """The part of the day that has passed."""
    try:
        clock = time.fromisoformat(string(value))
    except ValueError:
        return NAN
    return (clock.hour + clock.minute / 60 + clock.second / 3600) / 24


def _format(run: Run, value: Value, pattern: Value) -> str:
    found = moment(run, value)
    if found is None:
        return ""
    when = found if isinstance(found, datetime) else datetime.combine(found, time(0), tzinfo=run.now.tzinfo)
    return _written(when, string(pattern))


def _written(when: datetime, pattern: str) -> str:
    written, letters = [], iter(pattern)
    for letter in letters:
        written.append(letter if letter != "%" else _part(when, next(letters, "")))
    return "".join(written)


def _part(when: datetime, letter: str) -> str:
    if letter in _FORMATS:
        return _FORMATS[letter].format(when)
    others = {
        "y": f"{when.year % 100:02}",
        "b": _MONTHS[when.month - 1],
        "a": _WEEKDAYS[when.weekday()],
        "3": f"{when.microsecond // 1000:03}",
        "%": "%",
    }
    return others.get(letter, "")


plain("format-date", 2, 2)(_format)
plain("format-date-time", 2, 2)(_format)

# For the check of a form: what stands after a % there must be one of these.
LETTERS = frozenset(_FORMATS) | set("yba3%")


def unknown_letters(pattern: str) -> str | None:
    """A sentence about the first letter after % that means nothing."""
    letters = iter(pattern)
    for letter in letters:
        after = next(letters, "") if letter == "%" else "%"
        if after not in LETTERS:
            return _("“%%%s” tidak dikenal dalam bentuk tanggal.") % after
    return None
