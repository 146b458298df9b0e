"""The list as people read it: each form in words, and when it raises."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from rangkul.entry.signals.states import Strength, Why
from rangkul.entry.signals.words import choices, rows

SHIELD = "shield"
# Of words that may stand for each other so many are shown; the search looks through all of them.
_SHOWN = 5
_GAP = re.compile(r"\.\.\d+$|<\d+>$")


@dataclass(frozen=True, slots=True)
class Entry:
    """`words` as they are shown; `every` word in it, for the search. A shield has no level, strength or why."""

    kind: str
    level: str
    strength: str
    why: str
    words: str
    every: str

    @property
    def strength_words(self) -> str:
        return str(Strength(self.strength).label) if self.strength else ""

    @property
    def why_words(self) -> str:
        return str(Why(self.why).label) if self.why else ""


def entries(kinds: Collection[str], sought: str = "") -> list[Entry]:
    """Those of these kinds in whose words `sought` stands, in the order of the list."""
    sought = " ".join(sought.lower().split())
    return [one for one in _entries() if one.kind in kinds and sought in one.every]


@cache
def _entries() -> list[Entry]:
    return [
        Entry(row["kind"], row["level"], row["strength"], row["why"], *_in_words(row["form"]))
        for row in rows("lexicon")
    ]


def _in_words(form: str) -> tuple[str, str]:
    shown, every = [], []
    for part in form.split():
        if _GAP.match(part):
            shown.append("…")
            continue
        if part in ("^", "$"):
            continue
        offered = [word.replace("*", "…") for word in choices(part)]
        more = " dll." if len(offered) > _SHOWN else ""
        shown.append("/".join(offered[:_SHOWN]) + more)
        every += offered
    return " ".join(shown), " ".join(every)
