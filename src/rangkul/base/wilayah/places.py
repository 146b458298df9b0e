"""What a region code says by itself, and how a place is written. No database here."""

from rangkul.base.wilayah.states import RegionKind

# Words in front of the name by which people call a province or regency.
_OFFICIAL = frozenset(
    ("kabupaten", "kota", "administrasi", "provinsi", "daerah", "istimewa", "khusus", "ibukota", "kepulauan", "kep")
)
_PAPUA = frozenset({"91", "92", "93", "94", "95", "96"})
_YOGYAKARTA = "34"
_WEST_SUMATRA = "13"
# The first digit of the fourth part (reference B.13).
_VILLAGES = {"1": RegionKind.URBAN_VILLAGE, "2": RegionKind.VILLAGE, "3": RegionKind.CUSTOMARY_VILLAGE}


def level(code: str) -> int:
    return code.count(".") + 1


def parent(code: str) -> str | None:
    return code.rpartition(".")[0] or None


def contains(area_code: str, code: str) -> bool:
    """Whether `code` is `area_code` or lies in it. An empty area is the whole country."""
    return not area_code or code == area_code or code.startswith(f"{area_code}.")


def kind(code: str, name: str) -> RegionKind:
    match level(code):
        case 1:
            return RegionKind.PROVINCE
        case 2:
            return RegionKind.CITY if name.startswith("Kota ") else RegionKind.REGENCY
        case 3:
            return RegionKind.DISTRICT
    return _VILLAGES[code.split(".")[3][0]]


def label(code: str, name: str) -> str:
    """As it stands in an address: `Desa Sukamaju`, `Kec. Cibinong`, `Kab. Bogor`, `Jawa Barat`."""
    match level(code):
        case 1:
            return name
        case 2:
            return name.replace("Kabupaten ", "Kab. ", 1)
        case 3:
            return f"{_district_word(code)} {name}"
    return f"{_village_word(code)} {name}"


def _district_word(code: str) -> str:
    if code[:2] in _PAPUA:
        return "Distrik"
    if code[:2] == _YOGYAKARTA:
        # The city of Yogyakarta has code 34.71.
        return "Kemantren" if code[3:5] == "71" else "Kapanewon"
    return "Kec."


def _village_word(code: str) -> str:
    which = _VILLAGES[code.split(".")[3][0]]
    if which is RegionKind.URBAN_VILLAGE:
        return "Kel."
    if which is RegionKind.CUSTOMARY_VILLAGE:
        return "Desa Adat"
    return {_YOGYAKARTA: "Kalurahan", _WEST_SUMATRA: "Nagari"}.get(code[:2], "Desa")


def official_words(code: str, name: str) -> int:
    """How many words stand in front of what people call it: one for `Kota Bandung`, two for `Kota Administrasi …`."""
    if level(code) > 2:
        return 0
    words = name.lower().replace(".", "").split()
    return next((place for place, word in enumerate(words) if word not in _OFFICIAL), 0)
