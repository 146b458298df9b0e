"""What later packages, and the house, may add to documents; and the words of which they make them.

hooks.kinds["code"] = Kind(…)     another kind of document
hooks.minutes.append(fn)          fn(case) -> [Meeting]: meetings whose minutes can be written, newest first
hooks.referred.append(fn)         fn(case, receiver) -> Referred | None: what was prepared or sent for this receiver

A kind is written from `Draft`, `Part` and `Line`; `identity(material)` is the part that says whom it is about.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from rangkul.journey.cases.models import Case
from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import UNWRITTEN, Draft, Line, Part, day
from rangkul.journey.reports.writing.who import identity

__all__ = [
    "UNWRITTEN",
    "Decided",
    "Draft",
    "Kind",
    "Line",
    "Material",
    "Meeting",
    "Part",
    "day",
    "identity",
    "kinds",
    "minutes",
]


@dataclass(frozen=True)
class Kind:
    """`label` on work pages, `name` on the paper and where it is checked (Indonesian, like every document). `write`
    makes the draft; `lacks(case)` says why this case cannot have one yet, "" where it can. `signs`: a person signs it
    by name, and a supervisor beside them where the junior rule asks."""

    code: str
    label: Any
    name: str
    about: Any
    readers: tuple[Reader, ...]
    write: Callable[[Material], Draft]
    lacks: Callable[[Case], Any] = lambda case: ""
    short: str = "D"


@dataclass(frozen=True)
class Decided:
    """One decision: what, who carries it out, until when."""

    text: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Meeting:
    """One case conference, as its own package knows it; `dissent` is kept beside the decisions."""

    row: UUID
    on: date
    title: str
    place: str = ""
    present: Sequence[str] = ()
    agenda: Sequence[str] = ()
    discussed: Sequence[str] = ()
    decisions: Sequence[Decided] = ()
    dissent: Sequence[str] = ()


@dataclass(frozen=True)
class Referred:
    """A referral as its own package knows it: nothing but what was chosen for this receiver. `pieces`: what it is
    called and what it says; `ground` says by what right it goes."""

    row: UUID
    on: date
    asked: str
    pieces: Sequence[tuple[str, str]]
    ground: str = ""


kinds: dict[str, Kind] = {}
referred: list[Callable[[Case, str], Referred | None]] = []
minutes: list[Callable[[Case], Iterable[Meeting]]] = []
