"""An ecomap as plain values: what the placing, the drawing and the description share. Nothing here asks a database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rangkul.journey.pictures.genogram.family import Member
from rangkul.journey.pictures.states import Flow, Strength


@dataclass(frozen=True)
class Around:
    """One system that stands around. `kind` is the word for what it is, `name` its own, empty where it has none."""

    id: str
    system: str
    kind: str
    name: str
    strength: str
    flow: str = ""
    source: str = ""
    day: str = ""

    @property
    def called(self) -> str:
        return self.name or self.kind

    @property
    def supports(self) -> bool:
        """It carries the household: something comes from it and it does not only hurt, or it is strong."""
        if self.strength == Strength.STRESSFUL:
            return False
        if self.flow in (Flow.IN, Flow.BOTH):
            return True
        return self.strength == Strength.STRONG and self.flow == Flow.UNKNOWN


@dataclass(frozen=True)
class Ecomap:
    """`home` are those who live in the circle in the middle, the client first; `more` how many did not fit in it."""

    name: str
    home: Sequence[Member] = ()
    around: Sequence[Around] = ()
    more: int = 0

    @property
    def supporting(self) -> list[Around]:
        return [one for one in self.around if one.supports]
