"""The list of programmes as the project keeps it: one row of a CSV each, checked when it is read."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from django.utils.translation import get_language

from rangkul.commons.directory.states import Help, Paper
from rangkul.support.entitlements.rules import Rule, read_rules


@dataclass(frozen=True)
class Programme:
    """`rules`: all of them, each with its alternatives. `objection_days` are working days; None where no source says
    how long one has. `verified`: the text of the source itself was seen on `source_day`."""

    code: str
    name: str
    runs: str
    help: str
    rules: tuple[tuple[Rule, ...], ...]
    papers: tuple[str, ...]
    objection_days: int | None
    objection_law: str
    source: str
    source_day: date
    verified: bool
    words: tuple[tuple[str, str], tuple[str, str]]

    @property
    def gives(self) -> str:
        return self.words[0][_english()]

    @property
    def how(self) -> str:
        return self.words[1][_english()]

    @property
    def help_label(self) -> str:
        return str(Help(self.help).label)

    @property
    def paper_labels(self) -> list[str]:
        return [str(Paper(code).label) for code in self.papers]


def _english() -> int:
    return int((get_language() or "id").startswith("en"))


@cache
def programmes() -> dict[str, Programme]:
    """Every programme by its code, in the order of the list."""
    with files(__package__).joinpath("data/programmes.csv").open(encoding="utf-8", newline="") as sheet:
        return {row["code"]: _programme(row) for row in csv.DictReader(sheet)}


def _programme(row: dict[str, str]) -> Programme:
    return Programme(
        code=row["code"],
        name=row["name"],
        runs=row["runs"],
        help=Help(row["help"]).value,
        rules=read_rules(row["rules"]),
        papers=tuple(Paper(code).value for code in row["papers"].split()),
        objection_days=int(row["objection_days"]) if row["objection_days"] else None,
        objection_law=row["objection_law"],
        source=row["source"],
        source_day=date.fromisoformat(row["source_day"]),
        verified=row["verified"] == "yes",
        words=((row["gives"], row["gives_en"]), (row["apply"], row["apply_en"])),
    )


def named(code: str) -> str:
    """The name of a programme; the code of one that has left the list, whose applications stay."""
    return programmes()[code].name if code in programmes() else code
