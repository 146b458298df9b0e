"""The project's own list of help lines, brought into the database by a migration and by nothing else.

`data/hotlines.csv`: one row a line; lists are separated by semicolons, dates are ISO, empty means unknown.
"""

import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import Any

from rangkul.entry.crisis.hotlines import hours


def rows() -> Iterator[dict[str, Any]]:
    """Field values of each line. Raises ValueError for hours that nobody could understand."""
    file = resources.files("rangkul.entry.crisis").joinpath("data/hotlines.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            hours.parse(row["hours"])
            yield {
                **{name: row[name] for name in _AS_THEY_STAND},
                "national": row["area"] == "national",
                "area_codes": row["area_codes"].split(";") if row["area_codes"] else [],
                "topics": row["topics"].split(";"),
                "verified_on": date.fromisoformat(row["verified_on"]) if row["verified_on"] else None,
            }


_AS_THEY_STAND = (
    "key", "name_id", "name_en", "number", "dial", "kind", "whatsapp", "website", "hours_said", "hours",
    "status", "verification", "note",
)  # fmt: skip
