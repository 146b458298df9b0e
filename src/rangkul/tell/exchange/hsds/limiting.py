"""How often one address may fetch the whole list. Counted in each page process by itself: a GET writes nothing."""

from __future__ import annotations

import time
from collections import OrderedDict, deque

from django.http import HttpRequest

from rangkul.entry.intake.queries import address_of, is_known

SECONDS, MOST = 60, 6
_REMEMBERED = 2_000
_fetched: OrderedDict[str, deque[float]] = OrderedDict()


def too_often(request: HttpRequest) -> bool:
    address, now = address_of(request), time.monotonic()
    if not is_known(address):
        return False
    times = _fetched.setdefault(address, deque(maxlen=MOST))
    _fetched.move_to_end(address)
    while len(_fetched) > _REMEMBERED:
        _fetched.popitem(last=False)
    if len(times) == MOST and now - times[0] < SECONDS:
        return True
    times.append(now)
    return False
