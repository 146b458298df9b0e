"""How much an entry can be relied on: how complete it is, times how lately somebody made sure.

Complete is the mean of the criteria that apply to it (an entry without places needs no address); certainty is whole
for six months and falls in a straight line to nothing at two years.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from rangkul.commons.directory.models import Service
from rangkul.commons.directory.states import Channel, Cost

SURE = timedelta(days=183)
WORTHLESS = timedelta(days=730)
_TELLING = 40


def certainty(assured: date | None, today: date) -> float:
    if assured is None:
        return 0.0
    age = today - assured
    if age <= SURE:
        return 1.0
    return max(0.0, (WORTHLESS - age) / (WORTHLESS - SURE))


def is_fresh(service: Service, today: date) -> bool:
    """Somebody was sure within six months, and no news says otherwise: only then is it shown as certain."""
    return not service.doubt and service.assured_date is not None and today - service.assured_date <= SURE


def criteria(
    service: Service, *, locations: Iterable[Any], contacts: Iterable[Any], rules: Iterable[Any]
) -> dict[str, bool]:
    """Each criterion that applies, and whether the entry meets it."""
    places = list(locations)
    found = {
        # A mailbox answers nobody who stands before a closed door.
        "phone": any(contact.channel != Channel.EMAIL for contact in contacts),
        "ways": bool(service.ways or service.application_process),
        "audience": bool(service.categories) or any(True for _ in rules),
        "theme": bool(service.helps),
        "fees": service.cost != Cost.UNKNOWN
        and (service.cost == Cost.FREE or bool(service.fees_description or service.amount)),
        "description": len(service.description) >= _TELLING,
    }
    return {"address": all(p.address and p.region_code for p in places), **found} if places else found


def score(met: dict[str, bool], assured: date | None, today: date) -> float:
    """0…1."""
    return sum(met.values()) / len(met) * certainty(assured, today)
