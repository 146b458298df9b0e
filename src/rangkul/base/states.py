"""A state machine is a table of (verb, from, to); the page, the verb and the test read the same table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused


@dataclass(frozen=True)
class StateTable:
    """`steps` maps a verb to the states it may start from and the state it leads to."""

    name: str
    steps: Mapping[str, tuple[frozenset[str], str]]
    attribute: str = field(default="state")

    @classmethod
    def of(cls, name: str, rows: Iterable[tuple[str, Iterable[str], str]], attribute: str = "state") -> StateTable:
        return cls(name, {verb: (frozenset(start), end) for verb, start, end in rows}, attribute)

    def allows(self, verb: str, state: str) -> bool:
        return state in self.steps[verb][0]

    def verbs(self, state: str) -> list[str]:
        return [verb for verb in self.steps if self.allows(verb, state)]

    def step(self, row: object, verb: str) -> str:
        """Move `row` and return the state it came from; the caller saves. Raises Refused for a forbidden step."""
        before = getattr(row, self.attribute)
        if not self.allows(verb, before):
            raise Refused(_("Langkah ini tidak bisa dilakukan dari keadaan sekarang."), code="state")
        setattr(row, self.attribute, self.steps[verb][1])
        return before
