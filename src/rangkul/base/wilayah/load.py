"""Bring the region tables up to the shipped edition: one COPY, one merge, nothing when it is already there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter
from typing import Any

from django.db import transaction

from rangkul.base import clock
from rangkul.base.progress import Progress, quiet
from rangkul.base.wilayah import folding, places, source
from rangkul.base.wilayah.source import Place
from rangkul.base.wilayah.states import RegionKind

_COLUMNS = "code, name, level, kind, parent_id, path, search_key, postal_code, latitude, longitude, centre"
_FIELDS = _COLUMNS.split(", ")
_START = "region_id, key, level, whole"
_CHANGING = ", ".join(f"{field} = EXCLUDED.{field}" for field in _FIELDS[1:])
_INCOMING = "CREATE TEMPORARY TABLE incoming (LIKE wilayah_region)"
_MERGE = f"""
INSERT INTO wilayah_region AS known ({_COLUMNS}, valid_from)
SELECT {_COLUMNS}, %s::date FROM incoming ORDER BY level, code
ON CONFLICT (code) DO UPDATE SET {_CHANGING}, valid_to = NULL
WHERE (known.name, known.postal_code, known.path, known.search_key, known.latitude, known.longitude, known.centre,
       known.valid_to)
  IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.postal_code, EXCLUDED.path, EXCLUDED.search_key, EXCLUDED.latitude,
                    EXCLUDED.longitude, EXCLUDED.centre, NULL)
"""  # noqa: S608  only the column names above
_END = "UPDATE wilayah_region SET valid_to = %s WHERE valid_to IS NULL AND code NOT IN (SELECT code FROM incoming)"


class WrongCounts(ValueError):
    """The source does not hold the places that the decree counts."""


def load_regions(connection: Any, progress: Progress = quiet, *, today: date | None = None) -> int:
    """Load every region as the owner of the tables; return how many rows were written. Raises WrongCounts.

    `connection` is a Django connection that may write. New places begin today, vanished ones end today; on the very
    first load the beginning stays open, because nobody told us.
    """
    edition = f"{source.edition()}, folding {folding.VERSION}"
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        # Two installations starting at once must not load twice.
        cursor.execute("LOCK TABLE wilayah_edition IN EXCLUSIVE MODE")
        cursor.execute("SELECT source FROM wilayah_edition ORDER BY id DESC LIMIT 1")
        before = cursor.fetchone()
        if before == (edition,):
            return 0
        named = _checked(source.places())
        day = today or clock.local(clock.now()).date()
        written = _merge(cursor, named, progress, day, began=day if before else None)
        cursor.execute("INSERT INTO wilayah_edition (source, loaded_on) VALUES (%s, %s)", [edition, day])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wilayah_region, wilayah_regionstart")
    return written


# The name under which every package's reference data is loaded.
load = load_regions


def _checked(found: Iterable[Place]) -> dict[str, Place]:
    named = {place.code: place for place in found}
    levels = Counter(places.level(code) for code in named)
    kinds = Counter(places.kind(code, place.name) for code, place in named.items() if places.level(code) == 2)
    if dict(levels) != source.COUNTS:
        raise WrongCounts(f"places by level: {dict(levels)}, expected {source.COUNTS}")
    if (kinds[RegionKind.REGENCY], kinds[RegionKind.CITY]) != (source.REGENCIES, source.CITIES):
        raise WrongCounts(f"regencies and cities: {dict(kinds)}")
    return named


def _merge(cursor: Any, named: dict[str, Place], progress: Progress, day: date, began: date | None) -> int:
    words = {code: folding.fold(place.name) for code, place in named.items()}
    cursor.execute(_INCOMING)
    _copy(cursor, f"incoming ({_COLUMNS})", _regions(named, words), "Memuat wilayah", len(named), progress)
    cursor.execute(_MERGE, [began])
    written = cursor.rowcount
    cursor.execute(_END, [day])
    cursor.execute("DROP TABLE incoming")
    cursor.execute("TRUNCATE wilayah_regionstart")
    # In the order of the index, which then grows at its end.
    starts = sorted(_starts(named, words), key=itemgetter(1))
    _copy(cursor, f"wilayah_regionstart ({_START})", starts, "Menyusun pencarian", len(starts), progress)
    return written


def _copy(cursor: Any, into: str, rows: Iterable[tuple], label: str, total: int, progress: Progress) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for done, row in enumerate(rows):
            copy.write_row(row)
            if done % 5_000 == 0:
                progress(label, done, total)
    progress(label, total, total)


def _regions(named: dict[str, Place], words: dict[str, list[str]]) -> Iterator[tuple]:
    # Each place comes after the one it lies in, so the written path and the key of what is around are known.
    around: dict[str | None, tuple[str, str]] = {None: ("", "")}
    for code, place in named.items():
        name = place.name
        parent = places.parent(code)
        path, key = around[parent]
        path = f"{places.label(code, name)}, {path}" if parent else name
        key = f" {' '.join(words[code])}{key}"
        level = places.level(code)
        if level < 4:
            around[code] = path, key
        point = place.latitude, place.longitude, place.centre
        yield code, name, level, places.kind(code, name).value, parent, path, key, place.postal_code, *point


def _starts(named: dict[str, Place], words: dict[str, list[str]]) -> Iterator[tuple]:
    for code, folded in words.items():
        official = places.official_words(code, named[code].name)
        for nth, key in enumerate(folding.starts(folded)):
            yield code, key, places.level(code), nth in (0, official)
