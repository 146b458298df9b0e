"""The values of an expression and how one becomes another.

Days are numbers since 1970-01-01 in the zone of the answer, as JavaRosa counts them; XPath 1.0 alone would compare
dates as not-a-number. A text that looks like a date counts as one wherever a number is wanted, as in Enketo.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from typing import Any

from rangkul.base.xforms.tree import Node

Value = float | str | bool | date | list[Node]

NAN = float("nan")
_EPOCH = date(1970, 1, 1)
_NUMBER = re.compile(r"\s*-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:T([0-9:.]+)(Z|[+-][0-9]{2}:[0-9]{2})?)?")


def string(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    return value.isoformat()


def text_of(node: Node) -> str:
    """What is irrelevant is there and empty, as in the browser."""
    if not node.children:
        return node.text if node.relevant else ""
    return "".join(text_of(child) for several in node.children.values() for child in several)


def number_text(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


def number(value: Value) -> float:
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, date):
        return days(value)
    text = string(value)
    if _NUMBER.fullmatch(text):
        return float(text)
    moment = as_date(text)
    return days(moment) if moment else NAN


def boolean(value: Value) -> bool:
    if isinstance(value, float):
        return not (value == 0 or math.isnan(value))
    return True if isinstance(value, date) else bool(value)


def as_date(text: str) -> date | None:
    """The day or moment that a text names; None where it names none."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        return datetime.combine(day, time.fromisoformat(found[4] + (found[5] or "")))
    except ValueError:
        return None


def days(moment: date) -> float:
    if not isinstance(moment, datetime):
        return float((moment - _EPOCH).days)
    local = moment.replace(tzinfo=None)
    return (local - datetime(1970, 1, 1)) / timedelta(days=1)  # noqa: DTZ001  days are counted where they are lived


def from_days(count: float, zone: tzinfo | None) -> date | None:
    """The day of a day number, the moment where it has a fraction."""
    if math.isnan(count) or abs(count) > 700_000:
        return None
    day = _EPOCH + timedelta(days=math.floor(count))
    rest = count - math.floor(count)
    if rest == 0:
        return day
    return datetime.combine(day, time(0), tzinfo=zone) + timedelta(days=rest)


def compare(operator: str, left: Value, right: Value) -> bool:
    if isinstance(left, list):
        if isinstance(right, bool):
            return _compare_one(operator, bool(left), right)
        return any(compare(operator, text_of(node), right) for node in left)
    if isinstance(right, list):
        if isinstance(left, bool):
            return _compare_one(operator, left, bool(right))
        return any(_compare_one(operator, left, text_of(node)) for node in right)
    return _compare_one(operator, left, right)


def _compare_one(operator: str, left: Any, right: Any) -> bool:
    if operator in {"=", "!="}:
        same = _equal(left, right)
        return same if operator == "=" else not same
    one, other = number(left), number(right)
    if operator == "<":
        return one < other
    if operator == "<=":
        return one <= other
    return one > other if operator == ">" else one >= other


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        # Only where both are dates does it matter how they are written.
        return left == right or (_DAY.match(left) is not None and number(left) == number(right))
    if isinstance(left, bool) or isinstance(right, bool):
        return boolean(left) == boolean(right)
    return number(left) == number(right)
