"""One place that knows what time it is and which of the three Indonesian zones a place keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
WITA = ZoneInfo("Asia/Makassar")
WIT = ZoneInfo("Asia/Jayapura")
ABBREVIATION = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

# Provinces by Kemendagri code; the others keep WIB. Source: reference B.12.
_WITA_PROVINCES = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_WIT_PROVINCES = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


_pretended: ContextVar[datetime | None] = ContextVar("rangkul_pretended", default=None)


def now() -> datetime:
    return _pretended.get() or datetime.now(UTC)


@contextmanager
def pretending(moment: datetime) -> Iterator[None]:
    """Only for the demo world, which plays months of made-up work through the real verbs; nothing else backdates."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)


def zone(region_code: str | None) -> ZoneInfo:
    """The zone of a region code `PP[.KK[.CC[.DDDD]]]`; WIB where the place is not known."""
    province = (region_code or "")[:2]
    if province in _WITA_PROVINCES:
        return WITA
    return WIT if province in _WIT_PROVINCES else WIB


def local(moment: datetime, region_code: str | None = None) -> datetime:
    return moment.astimezone(zone(region_code))
