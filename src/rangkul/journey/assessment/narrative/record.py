"""What the report is made from: values only, so that the sentences can be tested without a database. `row` names the
row that a value comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from rangkul.journey.assessment.pie.values import Coded, Found


@dataclass(frozen=True)
class Known:
    """One fact as it now stands. `who` names the person or paper where that was written."""

    domain: str
    kind: str
    source: str
    on: date
    text: str
    who: str = ""
    is_strength: bool = False
    topic: str = ""
    corrected: bool = False
    row: UUID | None = None


@dataclass(frozen=True)
class Level:
    """A level 1–5 in one person's view, with that person's words."""

    level: int
    words: str = ""
    on: date | None = None
    row: UUID | None = None


@dataclass(frozen=True)
class RiskNow:
    kind: str
    level: str
    since: date | None = None
    seen: str = ""
    protective: str = ""
    done: str = ""
    next_look: date | None = None
    on: date | None = None
    row: UUID | None = None


@dataclass(frozen=True)
class Check:
    """A day on which a worker asked about these kinds of risk and saw none of them."""

    on: date
    kinds: Sequence[str] = ()
    note: str = ""
    row: UUID | None = None


@dataclass(frozen=True)
class Around:
    """One institution as it stands to the client; `source_words` names the kind of source, `who` person or paper."""

    kind: str
    effect: str
    on: date
    source_words: str
    name: str = ""
    helps: str = ""
    blocks: str = ""
    who: str = ""


@dataclass(frozen=True)
class Record:
    """Everything one round knows. `functioning` maps (dimension, view) to a level; `categories` are words for people,
    never legal labels."""

    presenting: str = ""
    presenting_source: str = ""
    presenting_on: date | None = None
    facts: Sequence[Known] = ()
    functioning: Mapping[tuple[str, str], Level] = field(default_factory=dict)
    functioning_gap: str = ""
    risks: Sequence[RiskNow] = ()
    checks: Sequence[Check] = ()
    categories: Sequence[str] = ()
    category_gap: str = ""
    codings: Sequence[Coded] = ()
    findings: Sequence[Found] = ()
    institutions: Sequence[Around] = ()
    service: str = ""
    summary: str = ""
