"""Where people live: real villages by region code, with the zone and the words of the place."""

from dataclasses import dataclass
from functools import cache

from lokal import wilayah


@dataclass(frozen=True, slots=True)
class Village:
    """`code` PP.KK.CC.DDDD; `postal` five digits or ""."""

    code: str
    name: str
    district: str
    regency: str
    province: str
    postal: str

    @property
    def is_town(self) -> bool:
        return self.code[9] == "1"


@cache
def villages(prefix: str) -> tuple[Village, ...]:
    """All villages under a region code of two to four parts. Raises LookupError where there is none."""
    level = prefix.count(".")
    if level < 2:
        found = [village for child in wilayah.list_wilayah(prefix) for village in villages(child.code)]
    else:
        parents = [wilayah.get_wilayah(prefix[:cut]) for cut in (2, 5, 8)]
        if None in parents:
            raise LookupError(prefix)
        province, regency, district = (parent.name for parent in parents)
        found = [
            Village(child.code, child.name, district, regency, province, child.postal_code or "")
            for child in wilayah.list_wilayah(prefix)
        ]
    if not found:
        raise LookupError(prefix)
    return tuple(found)


@cache
def regencies() -> tuple[str, ...]:
    """Codes of all 514 regencies and cities, in an order that spreads over the country."""
    found = [regency.code for province in wilayah.list_wilayah() for regency in wilayah.list_wilayah(province.code)]
    # A step that shares no factor with 514 visits every one, far from the last.
    return tuple(found[(place * 199) % len(found)] for place in range(len(found)))


def regency_name(code: str) -> str:
    found = wilayah.get_wilayah(code[:5])
    if found is None:
        raise LookupError(code)
    return found.name
