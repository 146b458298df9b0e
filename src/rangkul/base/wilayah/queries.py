"""Questions about places: which one is meant, how it is written, when it is there, what lies in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from rangkul.base import clock
from rangkul.base.ready import ready
from rangkul.base.wilayah import search
from rangkul.base.wilayah.models import Region
from rangkul.base.wilayah.places import contains, level, parent
from rangkul.base.wilayah.states import RegionKind, RegionLevel

__all__ = [
    "Point",
    "Suggestion",
    "centre_of_postcode",
    "centres",
    "contains",
    "known_area",
    "named",
    "path",
    "paths",
    "suggest",
    "zone",
]

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


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees."""

    latitude: float
    longitude: float


def suggest(text: str, limit: int = 8) -> list[Suggestion]:
    """The places that typed letters may mean, the likeliest first; every level, several words in any order."""
    codes = search.find(text[:LONGEST_QUESTION], limit)
    regions = Region.objects.in_bulk(codes)
    return [_suggestion(regions[code]) for code in codes]


def named(text: str) -> Suggestion | None:
    """The likeliest place for all of the words, where nobody chooses among several; None where one of them fits no
    place."""
    code = next(iter(search.find(text[:LONGEST_QUESTION], 1, every_word=True)), None)
    return _suggestion(Region.objects.get(code=code)) if code else None


def path(code: str) -> str:
    """How the place is written with everything around it; "" for a code that nobody gave out."""
    return _path.one(code) or ""


@ready
def _path(code: str) -> QuerySet:
    return Region.objects.filter(code=code).values_list("path", flat=True)


def paths(codes: Iterable[str]) -> dict[str, str]:
    """`path` for a whole list, in one query."""
    return dict(Region.objects.filter(code__in=set(codes)).values_list("code", "path"))


def centres(codes: Iterable[str]) -> dict[str, Point]:
    """For each region the centre of its kecamatan, else of its regency or city; none where neither is known. A province
    is too large to have a middle. One query, whatever is asked."""
    around = {code: _around(code) for code in set(codes) if level(code) > 1}
    rows = Region.objects.filter(code__in={one for found in around.values() for one in found}).exclude(centre="")
    points = rows.values_list("code", "latitude", "longitude") if around else ()
    known = {code: Point(lat, lng) for code, lat, lng in points if lat is not None and lng is not None}
    nearest = {code: next((known[one] for one in found if one in known), None) for code, found in around.items()}
    return {code: point for code, point in nearest.items() if point}


def centre_of_postcode(postcode: str) -> Point | None:
    """The middle of the kecamatan, or of the city, whose villages bear it; None where no centre so small is known."""
    codes = Region.objects.filter(postal_code=postcode, level=RegionLevel.VILLAGE).values_list("code", flat=True)
    inside = {part for code in codes for part in _around(code)} if postcode else set()
    rows = Region.objects.filter(code__in=inside).exclude(centre="")
    known = list(rows.filter(Q(level=RegionLevel.DISTRICT) | Q(kind=RegionKind.CITY)).order_by("-level", "code"))
    found = [row for row in known if row.level == known[0].level]
    if not found:
        return None
    return Point(fmean(row.latitude or 0 for row in found), fmean(row.longitude or 0 for row in found))


def _around(code: str) -> list[str]:
    """The kecamatan before the regency, as far as the code says them."""
    found = []
    while level(code) > 1:
        if level(code) < 4:
            found.append(code)
        code = parent(code) or ""
    return found


def zone(code: str) -> ZoneInfo:
    """Asia/Jakarta, Asia/Makassar or Asia/Jayapura; `clock.ABBREVIATION` turns its key into WIB, WITA, WIT."""
    return clock.zone(code)


def known_area(code: str) -> bool:
    """Whether `PP.KK.CC` is or was a district: what `identifiers.parse_nik` asks."""
    return Region.objects.filter(code=code, level=3).exists()


def _suggestion(region: Region) -> Suggestion:
    return Suggestion(region.code, region.name, region.level, region.path, region.postal_code)
