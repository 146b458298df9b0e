"""The skeleton of a form, read from its XForm: every node an answer may hold, and what is bound to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rangkul.base.xforms.questions import Question
from rangkul.base.xforms.words import NO_WORDS, Words


@dataclass(slots=True)
class Itemset:
    """Where the choices of a select come from. `source` is the list's name, empty when they come from a repeat."""

    nodeset: str
    value: str
    label: str
    source: str = ""
    filtered: bool = False


@dataclass(slots=True)
class Item:
    """One row of a choice list."""

    columns: dict[str, str]


@dataclass(slots=True, eq=False)
class Spec:
    """One node that an answer may hold. The expressions are as written in the form."""

    name: str
    path: str
    namespace: str | None
    parent: Spec | None
    order: int = 0
    repeat: bool = False
    children: dict[str, Spec] = field(default_factory=dict)
    default: str = ""
    type: str = "string"
    kind: str = "hidden"
    relevant: str = ""
    required: str = ""
    constraint: str = ""
    calculate: str = ""
    readonly: str = ""
    first_value: str = ""
    triggered: bool = False
    preload: str = ""
    repeat_count: str = ""
    itemset: Itemset | None = None
    label: Words = NO_WORDS
    constraint_message: Words = NO_WORDS
    required_message: Words = NO_WORDS
    question: Question | None = None

    @property
    def leaf(self) -> bool:
        return not self.children

    def walk(self) -> Iterator[Spec]:
        yield self
        for child in self.children.values():
            yield from child.walk()

    def repeats(self) -> tuple[Spec, ...]:
        """The repeats around this node, from outside in; itself included."""
        around = self.parent.repeats() if self.parent else ()
        return (*around, self) if self.repeat else around


@dataclass(slots=True)
class Structure:
    root: Spec
    title: str
    key: str
    version: str
    languages: tuple[str, ...]
    by_path: dict[str, Spec]
    lists: dict[str, list[Item]]
    questions: tuple[Question, ...]
    media: tuple[str, ...]
    texts: dict[str, Words]
