"""Questions about places: which one is meant, how it is written, when it is there, what lies in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from rangkul.base import clock
from rangkul.base.ready import ready
from rangkul.base.wilayah import search
from rangkul.base.wilayah.models import Region
from rangkul.base.wilayah.places import contains

__all__ = ["Suggestion", "contains", "known_area", "path", "paths", "suggest", "zone"]

LONGEST_QUESTION = 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`label` is the full path: "Desa Cibeureum, Kec. Kertasari, Kab. Bandung, Jawa Barat"."""

    code: str
    name: str
    level: int
    label: str
    postal_code: str

    @property
    def short(self) -> str:
        """`Desa Cibeureum`."""
        return self.label.partition(", ")[0]

    @property
    def hint(self) -> str:
        """What tells it from its namesakes: `Kec. Kertasari, Kab. Bandung, Jawa Barat`."""
        return self.label.partition(", ")[2]


def suggest(text: str, limit: int = 8) -> list[Suggestion]:
    """The places that typed letters may mean, the likeliest first; every level, several words in any order."""
    codes = search.find(text[:LONGEST_QUESTION], limit)
    regions = Region.objects.in_bulk(codes)
    return [_suggestion(regions[code]) for code in codes]


def path(code: str) -> str:
    """How the place is written with everything around it; "" for a code that nobody gave out."""
    return _path.one(code) or ""


@ready
def _path(code: str) -> QuerySet:
    return Region.objects.filter(code=code).values_list("path", flat=True)


def paths(codes: Iterable[str]) -> dict[str, str]:
    """`path` for a whole list, in one query."""
    return dict(Region.objects.filter(code__in=set(codes)).values_list("code", "path"))


def zone(code: str) -> ZoneInfo:
    """Asia/Jakarta, Asia/Makassar or Asia/Jayapura; `clock.ABBREVIATION` turns its key into WIB, WITA, WIT."""
    return clock.zone(code)


def known_area(code: str) -> bool:
    """Whether `PP.KK.CC` is or was a district: what `identifiers.parse_nik` asks."""
    return Region.objects.filter(code=code, level=3).exists()


def _suggestion(region: Region) -> Suggestion:
    return Suggestion(region.code, region.name, region.level, region.path, region.postal_code)
