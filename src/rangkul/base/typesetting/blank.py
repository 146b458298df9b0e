"""Blocks of a form that waits for a pen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fields:
    """Names with a line to write on."""

    names: tuple[str, ...]
    block: str = "fields"


@dataclass(frozen=True)
class Shown:
    """A picture as SVG, `wide` centimetres wide; `says` tells it to who hears the page."""

    svg: str
    says: str
    wide: float
    block: str = "shown"


@dataclass(frozen=True)
class Asked:
    """A question with boxes to tick (side by side where `across`) or lines to write on; it stays on one page.

    `before` says when it is asked at all; `shown` are pictures of the question, `choices_shown` one for each choice
    or none.
    """

    text: str
    before: str = ""
    remarks: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    across: bool = False
    lines: int = 0
    shown: tuple[Shown, ...] = ()
    choices_shown: tuple[Shown | None, ...] = ()
    block: str = "asked"


@dataclass(frozen=True)
class Ticks:
    """Questions with the same choices, as a table of boxes; `head` names the column of questions."""

    head: str
    choices: tuple[str, ...]
    rows: tuple[str, ...]
    block: str = "ticks"
