"""One place that knows what time it is and which of the three Indonesian zones a place keeps."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")
WITA = ZoneInfo("Asia/Makassar")
WIT = ZoneInfo("Asia/Jayapura")
ABBREVIATION = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

# Provinces by Kemendagri code; the others keep WIB. Source: reference B.12.
_WITA_PROVINCES = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_WIT_PROVINCES = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})


def now() -> datetime:
    return datetime.now(UTC)


def zone(region_code: str | None) -> ZoneInfo:
    """The zone of a region code `PP[.KK[.CC[.DDDD]]]`; WIB where the place is not known."""
    province = (region_code or "")[:2]
    if province in _WITA_PROVINCES:
        return WITA
    return WIT if province in _WIT_PROVINCES else WIB


def local(moment: datetime, region_code: str | None = None) -> datetime:
    return moment.astimezone(zone(region_code))
