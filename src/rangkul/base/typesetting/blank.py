"""Blocks of a form that waits for a pen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fields:
    """Names with a line to write on."""

    names: tuple[str, ...]
    block: str = "fields"


@dataclass(frozen=True)
class Asked:
    """A question with boxes to tick (side by side where `across`) or lines to write on; it stays on one page.

    `before` says when it is asked at all.
    """

    text: str
    before: str = ""
    remarks: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    across: bool = False
    lines: int = 0
    block: str = "asked"


@dataclass(frozen=True)
class Ticks:
    """Questions with the same choices, as a table of boxes; `head` names the column of questions."""

    head: str
    choices: tuple[str, ...]
    rows: tuple[str, ...]
    block: str = "ticks"
