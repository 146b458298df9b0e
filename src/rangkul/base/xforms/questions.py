"""What a form asks, as its readers see it: in order, with words in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

# The language of a form that names none.
DEFAULT = "default"
# What stands in a label for a value that only an answer can give.
BLANK = "…"

_SPOKEN = {"text", "integer", "decimal", "range", "date", "time", "datetime", "acknowledge", "barcode"}
_PICKED = {"select_one", "select_multiple", "rank"}
_PLACES = {"geopoint", "geotrace", "geoshape"}
FILES = frozenset({"image", "audio", "video", "file"})
ASKED = frozenset(_SPOKEN | _PICKED | _PLACES | FILES)


def which(languages: Iterable[str], language: str | None) -> str | None:
    """Of those languages the one that is meant (`id` is `Indonesia (id)`), else the first; None when there is none."""
    known = list(languages)
    if language and language not in known:
        language = next((one for one in known if code(one) == code(language)), None)
    return language or next(iter(known), None)


def pick(words: Mapping[str, str], language: str | None) -> str:
    """The words in that language, else in the form's first language that has any."""
    found = which(words, language)
    return words[found] if found is not None else ""


def code(language: str) -> str:
    """`id` of `Bahasa Indonesia (id)`; a name without a code is its own code."""
    found = re.search(r"\(([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)?\)\s*$", language)
    return (found.group(1) if found else language).lower()


@dataclass(frozen=True, slots=True)
class Choice:
    name: str
    labels: Mapping[str, str]
    media: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def label(self, language: str | None = None) -> str:
        return pick(self.labels, language) or self.name


@dataclass(frozen=True, slots=True)
class Question:
    """A question, a note, a calculation, a group or a repeat. Expressions are XPath, as they stand in the XForm.

    `choices` is the whole list; `choice_filter` may leave less of it. `media` maps image, big-image, audio, video to
    a file name. `required` is true when an answer can be required at all; `required_when` is its expression.
    """

    path: str
    name: str
    kind: str
    labels: Mapping[str, str]
    hints: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    required: bool = False
    readonly: bool = False
    required_when: str = ""
    relevant: str = ""
    constraint: str = ""
    constraint_messages: Mapping[str, str] = field(default_factory=dict)
    required_messages: Mapping[str, str] = field(default_factory=dict)
    calculate: str = ""
    choice_filter: str = ""
    default: str = ""
    appearance: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    repeats: tuple[str, ...] = ()
    children: tuple[Question, ...] = ()

    def label(self, language: str | None = None) -> str:
        return pick(self.labels, language) or self.name

    def hint(self, language: str | None = None) -> str:
        return pick(self.hints, language)

    @property
    def asked(self) -> bool:
        """Whether a person answers it."""
        return self.kind in ASKED

    def walk(self) -> Iterator[Question]:
        yield self
        for child in self.children:
            yield from child.walk()
