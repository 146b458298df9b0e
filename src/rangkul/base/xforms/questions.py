"""What a form asks, as its readers see it: in order, with words in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# The language of a form that names none.
DEFAULT = "default"
# What stands in a label for a value that only an answer can give.
BLANK = "…"

ASKED = frozenset(
    "text integer decimal range date time datetime select_one select_multiple rank acknowledge barcode geopoint "
    "geotrace geoshape image audio video file".split()
)


def pick(words: Mapping[str, str], language: str | None) -> str:
    """The words in that language (`id`, `Indonesia (id)`), else in the form's first language that has any."""
    if language and language in words:
        return words[language]
    if language:
        for name, text in words.items():
            if code(name) == code(language):
                return text
    return next(iter(words.values()), "")


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
