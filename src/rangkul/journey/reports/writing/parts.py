"""What a document is written from: lines that know their row, in parts that know their place. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import date_format

from rangkul.journey.reports.states import Shape

UNEXPLORED = "Belum digali."
UNWRITTEN = "Belum ditulis."
# The part that says by what right a paper was sent.
GROUND = "leave"
_MARKS = '“”"'


@dataclass(frozen=True)
class Line:
    """One sentence. `told` names the record it comes from ("catatan asesmen"), `on` its day, `row` its row; `gap`
    marks what nobody has asked yet."""

    text: str
    told: str = ""
    on: date | None = None
    row: UUID | None = None
    gap: bool = False

    def values(self) -> dict[str, Any]:
        values = {name: value for name, value in asdict(self).items() if value}
        return {name: value if name in ("text", "told", "gap") else str(value) for name, value in values.items()}

    @classmethod
    def of(cls, values: dict[str, Any]) -> Line:
        on, row = values.get("on"), values.get("row")
        return cls(
            values["text"],
            values.get("told", ""),
            date.fromisoformat(on) if on else None,
            UUID(row) if row else None,
            values.get("gap", False),
        )

    @property
    def whence(self) -> str:
        """ "catatan asesmen, 3 Maret 2026"; "" where the line says that nothing is known."""
        return ", ".join(part for part in (self.told, day(self.on) if self.on else "") if part)


@dataclass(frozen=True)
class Drawn:
    """A drawing as SVG that needs no style sheet, and what stands under it. The lines of its part say what it shows."""

    svg: str
    caption: str = ""


@dataclass(frozen=True)
class Part:
    """`held` says what this reader does not get, and why. `own`: the worker's words, needed before signing; `asks`
    tells the worker what belongs here. `opinion`: marked as an opinion on the paper. `drawn`: a picture, whose
    words the lines are."""

    code: str
    title: str
    lines: Sequence[Line] = ()
    shape: Shape = Shape.POINTS
    held: Sequence[str] = ()
    note: str = ""
    own: bool = False
    opinion: bool = False
    asks: str = ""
    drawn: Drawn | None = None

    def values(self) -> dict[str, Any]:
        return {**asdict(self), "lines": [line.values() for line in self.lines], "held": list(self.held)}

    @classmethod
    def of(cls, values: dict[str, Any]) -> Part:
        drawn = Drawn(**values["drawn"]) if values.get("drawn") else None
        return cls(**{**values, "lines": [Line.of(one) for one in values["lines"]], "drawn": drawn})

    @property
    def words(self) -> str:
        return "\n".join(line.text for line in self.lines)


def gap(text: str = UNEXPLORED) -> Line:
    return Line(text, gap=True)


def known(lines: Sequence[Line], otherwise: str = UNEXPLORED) -> Sequence[Line]:
    """The lines, or the one that says that there are none."""
    return lines or (gap(otherwise),)


def day(on: date) -> str:
    return date_format(on, "j F Y")


def one_line(text: str) -> str:
    """What somebody typed over several lines, as one sentence of a list."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """With its full stop."""
    text = one_line(text)
    return text if not text or text[-1] in '.!?…”"' else f"{text}."


def quoted(text: str) -> str:
    """Somebody's words in one pair of quotation marks, with a full stop after them where they have none."""
    words = one_line(text).strip(_MARKS)
    return f"“{words}”" if words.endswith((".", "!", "?", "…")) else f"“{words}”."


@dataclass(frozen=True)
class Draft:
    """A whole document before anybody touched it. `notice` stands boxed above everything."""

    title: str
    parts: Sequence[Part]
    notice: str = ""
    greeting: str = ""

    def opening(self) -> dict[str, str]:
        return {"title": self.title, "notice": self.notice, "greeting": self.greeting}
