"""A point on a map, as people copy it from one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.wilayah import queries as wilayah
from rangkul.base.wilayah.distance import km
from rangkul.commons.directory.fitting import kilometres

_KECAMATAN = len("32.73.09")
# Kilometres from the centre of its region beyond which a point is asked about.
FAR = 100
_N = r"(-?[0-9]{1,3}(?:\.[0-9]+)?)"
# The place itself before the middle of the picture that the link shows.
_FORMS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"!3d{_N}!4d{_N}",
        rf"[?&]mlat={_N}&mlon={_N}",
        rf"[?&](?:q|query|ll|destination)=(?:loc:)?{_N}(?:,|%2C)\s*\+?{_N}",
        rf"^geo:{_N},{_N}",
        rf"@{_N},{_N}",
        rf"#map=[0-9.]+/{_N}/{_N}",
        rf"^{_N}\s*[,; ]\s*{_N}$",
    )
)
_DECIMAL_COMMA = re.compile(r"^(-?[0-9]{1,3}),([0-9]+)\s*(?:[;/]|\s)\s*(-?[0-9]{1,3}),([0-9]+)$", re.ASCII)
_SOUTH_NORTH, _WEST_EAST = (-12, 7), (94, 142)


def point_in(typed: str) -> tuple[Decimal, Decimal] | None:
    """Latitude and longitude in degrees, six digits behind the point; None where nothing was typed. Raises Refused."""
    text = _DECIMAL_COMMA.sub(r"\1.\2;\3.\4", typed.strip())
    if not text:
        return None
    found = next((match for form in _FORMS if (match := form.search(text))), None)
    if found is None:
        raise Refused(
            _(
                "Titik ini tidak terbaca. Tulis lintang dan bujur, misalnya -6.914744, 107.609810,"
                " atau tempel tautan peta yang panjang."
            ),
            field="point",
        )
    latitude, longitude = (Decimal(part).quantize(Decimal("0.000001")) for part in found.groups())
    if _within(latitude, _SOUTH_NORTH) and _within(longitude, _WEST_EAST):
        return latitude, longitude
    if _within(longitude, _SOUTH_NORTH) and _within(latitude, _WEST_EAST):
        raise Refused(_("Lintang dan bujurnya tertukar: lintang dulu, misalnya -6.914744, 107.609810."), field="point")
    raise Refused(_("Titik ini di luar Indonesia. Periksa lagi lintang dan bujurnya."), field="point")


def _within(value: Decimal, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= value <= bounds[1]


def strayed(latitude: Decimal, longitude: Decimal, region_code: str) -> dict[str, str]:
    """`far` and `where` in words for a point farther from the centre of its region than most regions are wide; empty
    for any other, and where no centre is known."""
    centre = _centre(region_code[:_KECAMATAN])
    far = km(centre.latitude, centre.longitude, float(latitude), float(longitude)) if centre else 0
    return {"far": kilometres(far), "where": wilayah.path(region_code)} if far > FAR else {}


# A file asks once for each of its rows.
@lru_cache(maxsize=4096)
def _centre(code: str) -> wilayah.Point | None:
    return wilayah.centres([code]).get(code)


def near_its_region(latitude: Decimal, longitude: Decimal, region_code: str) -> None:
    """Raises Refused for a point that strayed."""
    if words := strayed(latitude, longitude, region_code):
        raise Refused(
            _("Titik ini %(far)s dari pusat %(where)s. Periksa lagi, atau centang bahwa memang di sana.") % words,
            field="sure", code="far",
        )  # fmt: skip
