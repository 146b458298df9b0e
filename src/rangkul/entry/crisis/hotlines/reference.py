"""The project's own list of help lines, brought into the database by a migration and by nothing else.

`data/hotlines.csv`: one row a line; lists are separated by semicolons, dates are ISO, empty means unknown.
"""

import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import Any

from rangkul.base import opening


def rows() -> Iterator[dict[str, Any]]:
    """Field values of each line as the first release had them. Raises ValueError for hours nobody could understand."""
    for row in _listed():
        if row["hours"]:
            opening.parse(row["hours"])
        yield {
            **{name: row[name] for name in _AS_THEY_STAND},
            "national": row["area"] == "national",
            "area_codes": row["area_codes"].split(";") if row["area_codes"] else [],
            "topics": row["topics"].split(";"),
            "verified_on": date.fromisoformat(row["verified_on"]) if row["verified_on"] else None,
        }


def costs() -> dict[str, str]:
    """What a call costs, by key; "" where nobody made sure."""
    return {row["key"]: row["cost"] for row in _listed()}


def _listed() -> Iterator[dict[str, str]]:
    file = resources.files("rangkul.entry.crisis").joinpath("data/hotlines.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


_AS_THEY_STAND = (
    "key", "name_id", "name_en", "number", "dial", "kind", "whatsapp", "website", "hours_said", "hours",
    "status", "verification", "note",
)  # fmt: skip
