"""What a document is made of: plain values, in the order in which they are read."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from rangkul.base.typesetting.blank import Asked, Fields, Shown, Ticks


@dataclass(frozen=True)
class Letterhead:
    """Who writes. `lines` are address and telephone; `logo` is an SVG, empty where the agency has none."""

    name: str
    lines: tuple[str, ...] = ()
    logo: str = ""


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1
    block: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    """`tone`: "" plain, "quiet" a remark of the house, "opinion" what somebody thinks, "gap" what nobody asked yet."""

    text: str
    tone: str = ""
    block: str = "paragraph"


@dataclass(frozen=True)
class Facts:
    """Names of things with what is known of them; `head` names both columns for whoever hears the table."""

    rows: tuple[tuple[str, str], ...]
    head: tuple[str, str] = ("Hal", "Keterangan")
    block: str = "facts"


@dataclass(frozen=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    block: str = "table"


@dataclass(frozen=True)
class Listed:
    items: tuple[str, ...]
    block: str = "list"


@dataclass(frozen=True)
class Notice:
    """What the reader must see before the rest."""

    text: str
    block: str = "notice"


@dataclass(frozen=True)
class Figure:
    """A drawing as SVG, with the words that say what it shows. `title` stands above it, wherever it finds room."""

    svg: str
    says: str
    caption: str = ""
    title: str = ""
    block: str = "figure"


@dataclass(frozen=True)
class Signed:
    """Who signs: as what, by which name, and when; an empty day leaves room for a pen."""

    role: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class Signatures:
    """`place` stands above the names: where and on which day."""

    signed: tuple[Signed, ...]
    place: str = ""
    block: str = "signatures"


@dataclass(frozen=True)
class Checked:
    """How a reader finds out whether the paper is genuine: `qr` is an SVG that says the same as `words`."""

    words: str
    qr: str = ""
    block: str = "checked"


Block = (
    Heading
    | Paragraph
    | Facts
    | Table
    | Listed
    | Notice
    | Figure
    | Signatures
    | Checked
    | Fields
    | Asked
    | Shown
    | Ticks
)


@dataclass(frozen=True)
class Document:
    """`lead` stands under the title: number, for whom. `footer` stands left of the page numbers. `day` dates the
    file itself, so that it is the same whenever it is made."""

    title: str
    day: date
    letterhead: Letterhead
    blocks: tuple[Block, ...] = ()
    language: str = "id"
    lead: tuple[tuple[str, str], ...] = ()
    footer: str = ""

    def values(self) -> dict[str, Any]:
        """The document as JSON values."""
        return {**asdict(self), "day": self.day.isoformat()}
