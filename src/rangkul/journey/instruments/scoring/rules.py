"""The rules of one version of one instrument, as they stand in its scoring.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from rangkul.journey.instruments.scoring.words import Words, plain

FEMALE, MALE = "P", "L"
KINDS = ("sum", "mean", "count", "profile", "triage")
WORSE, BETTER = "higher_is_worse", "higher_is_better"
CORE, CONDITIONAL, OWN = "core", "conditional", "own"
CUT = "cut"


class BadRules(ValueError):
    """These rules contradict themselves; the message names the place."""


@dataclass(frozen=True, slots=True)
class About:
    """Whom the answers are about, as far as known. Sex is "P", "L" or ""."""

    age: int | None = None
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What may be chosen, and the points for it. None stands for "not known", which is never a low answer."""

    points: Mapping[str, Decimal | None]

    @property
    def least(self) -> Decimal:
        return min(self.known)

    @property
    def most(self) -> Decimal:
        return max(self.known)

    @property
    def known(self) -> list[Decimal]:
        return [points for points in self.points.values() if points is not None]


@dataclass(frozen=True, slots=True)
class Band:
    """From `since` up to the next band. `words` is its short name, `says` a sentence for the worker. `danger` is
    the code of the risk that it raises, where the rules themselves name one."""

    key: str
    since: Decimal
    words: Words
    says: Words
    flag: bool = False
    level: str = ""
    danger: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "since": plain(self.since),
            "words": self.words.to_json(),
            "says": self.says.to_json(),
            "flag": self.flag,
            "level": self.level,
            **({"danger": self.danger} if self.danger else {}),
        }

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Band:
        return cls(
            stored["key"],
            Decimal(stored["since"]),
            Words.of(stored["words"]),
            Words.of(stored["says"]),
            stored["flag"],
            stored["level"],
            stored.get("danger", ""),
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """A subscale, or one domain of a profile."""

    key: str
    words: Words
    items: tuple[str, ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Unanswered:
    level: str
    sentence: Words


@dataclass(frozen=True, slots=True)
class Critical:
    """One answer that a person must see at once, whatever the total says."""

    item: str
    level: str
    sentence: Words
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    unanswered: Unanswered | None = None
    danger: str = ""

    def holds(self, point: Decimal) -> bool:
        return (self.at_least is None or point >= self.at_least) and (self.at_most is None or point <= self.at_most)


@dataclass(frozen=True, slots=True)
class When:
    item: str
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Step:
    """An outcome of a triage, reached when any of its conditions holds; the gravest step stands first."""

    band: Band
    any_of: tuple[When, ...]
    unknown: Unanswered


@dataclass(frozen=True, slots=True)
class Missing:
    allowed: int = 0
    fill: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Minimal:
    """The smallest change that counts, where somebody has published one, and for whom it was worked out."""

    points: Decimal
    source: str
    holds_for: Words | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """Worse by this much since last time: talk about it. Asked for by no instrument of this release, but by answers to
    a retired one."""

    points: Decimal
    sentence: Words


@dataclass(frozen=True, slots=True)
class Population:
    words: Words
    ages: tuple[int | None, int | None] = (None, None)
    sexes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut-off that differs from place to place and is therefore configuration."""

    at: Decimal
    least: Decimal
    most: Decimal
    words: Words
    source: str


@dataclass(frozen=True, slots=True)
class Licence:
    name: str
    holder: str
    notice: Words
    url: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    key: str
    version: str
    name: Words
    purpose: Words
    status: Words
    pack: str
    kind: str
    items: tuple[str, ...]
    answers: Mapping[str, Answers]
    licence: Licence
    population: Population
    sources: tuple[str, ...]
    direction: str = ""
    reversed: frozenset[str] = frozenset()
    times: Decimal = Decimal(1)
    decimals: int = 0
    counts_from: Decimal | None = None
    bands: tuple[Band, ...] = ()
    bands_by_sex: Mapping[str, tuple[Band, ...]] = field(default_factory=dict)
    scales: tuple[Scale, ...] = ()
    critical: tuple[Critical, ...] = ()
    steps: tuple[Step, ...] = ()
    otherwise: Band | None = None
    asked_if: Mapping[str, When] = field(default_factory=dict)
    missing: Missing = Missing()
    minimal: Minimal | None = None
    talk: Talk | None = None
    retest_days: int | None = None
    cut: Cut | None = None
    # Numbers that are quoted everywhere and that nobody here has seen where they were published.
    unconfirmed: Words | None = None
    notes: tuple[Words, ...] = ()
    # An agency's own beginnings of bands: key to (own, published).
    own: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Rules:
        """Raises BadRules where the data contradict themselves or hold a key that nobody reads."""
        from rangkul.journey.instruments.scoring.loading import load

        return load(stored)

    @property
    def every_band(self) -> tuple[Band, ...]:
        """What the whole can be called, each name once: for choosing by hand and for reading a stored key."""
        by_sex = [band for bands in self.bands_by_sex.values() for band in bands]
        outcomes = [step.band for step in self.steps] + ([self.otherwise] if self.otherwise else [])
        return tuple({band.key: band for band in (*self.bands, *by_sex, *outcomes)}.values())

    def bands_for(self, sex: str) -> tuple[Band, ...]:
        return self.bands_by_sex.get(sex, self.bands)
