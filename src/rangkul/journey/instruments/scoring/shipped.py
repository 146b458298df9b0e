"""The instruments that lie in this release: form and rules, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rangkul.journey.instruments.scoring.fitting import empty_slots
from rangkul.journey.instruments.scoring.rules import Rules

DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Shipped:
    key: str
    rules: Rules
    form: str

    @property
    def written(self) -> dict:
        """The rules as they are kept with a version."""
        return json.loads((DATA / self.key / "scoring.json").read_text("utf-8"))

    @property
    def slots(self) -> int:
        """How many places still wait for the official text; above zero it must not be published."""
        return empty_slots([self.form])

    @property
    def publishable(self) -> bool:
        return not self.slots


def keys() -> tuple[str, ...]:
    return tuple(sorted(folder.name for folder in DATA.iterdir() if (folder / "scoring.json").is_file()))


@cache
def shipped(key: str) -> Shipped:
    """Raises KeyError for an instrument that is not shipped."""
    if key not in keys():
        raise KeyError(key)
    folder = DATA / key
    rules = Rules.load(json.loads((folder / "scoring.json").read_text("utf-8")))
    return Shipped(key, rules, (folder / "form.md").read_text("utf-8"))


def everything() -> Iterator[Shipped]:
    return (shipped(key) for key in keys())
