"""Whether a day lies in Ramadan, by the estimate of the library that also knows the holidays."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

_LENGTH = timedelta(days=30)


@lru_cache(maxsize=16)
def _feasts(year: int) -> tuple[date, ...]:
    """The first days of Idulfitri in a year; some years have two."""
    named = holidays.country_holidays("ID", years=year, language="id")
    days = sorted(day for day, name in named.items() if "idul fitri" in name.lower() or "idulfitri" in name.lower())
    return tuple(day for day in days if day - timedelta(days=1) not in days)


def is_ramadan(day: date) -> bool:
    """The thirty days before Idulfitri: a day too many where the moon is seen early."""
    return any(feast - _LENGTH <= day < feast for year in (day.year, day.year + 1) for feast in _feasts(year))
