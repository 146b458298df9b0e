"""Named, versioned, pure rules: facts in, a decision with its reasons out.

A rule decides from facts alone: no database, no clock, no random number. What it decided is stored with the
rule's name, its version and the facts, so it can be shown, undone, and replayed by a later one.
Facts and values are plain JSON (text, numbers, true/false/null, lists, objects with text keys).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Reason:
    """One plain sentence. `pattern` is the translatable form where the sentence carries `values`."""

    code: str
    sentence: str
    pattern: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def in_words(self) -> str:
        """The sentence in the reader's language; the stored Indonesian where no translation exists."""
        if not self.values:
            return gettext(self.sentence)
        return gettext(self.pattern) % dict(self.values)


def because(code: str, pattern: str, **values: Any) -> Reason:
    """A reason; `pattern` is Indonesian with `%(name)s` places for the values."""
    if not values:
        return Reason(code, pattern)
    return Reason(code, pattern % values, pattern, values)


@dataclass(frozen=True)
class Decision:
    """What a rule said. `to_json()` is what one stores; `Decision.of(stored)` brings it back."""

    value: Any
    reasons: tuple[Reason, ...]
    rule: str
    version: int
    facts: Facts

    def to_json(self) -> dict[str, Any]:
        """Plain JSON data. Raises TypeError or ValueError where facts or value are not."""
        stored = {
            "rule": self.rule,
            "version": self.version,
            "value": self.value,
            "reasons": [asdict(reason) for reason in self.reasons],
            "facts": dict(self.facts),
        }
        return json.loads(json.dumps(stored, allow_nan=False))

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Decision":
        reasons = tuple(Reason(**reason) for reason in stored["reasons"])
        return cls(stored["value"], reasons, stored["rule"], stored["version"], stored["facts"])


RuleFn = Callable[[Facts], tuple[Any, Iterable[Reason]]]


@dataclass(frozen=True)
class Rule:
    name: str
    version: int
    fn: RuleFn

    def decide(self, facts: Facts) -> Decision:
        # The facts are copied through JSON first: the rule sees exactly what a replay will see.
        facts = json.loads(json.dumps(dict(facts), allow_nan=False))
        value, reasons = self.fn(facts)
        reasons = tuple(reasons)
        if not reasons:
            raise ValueError(f"{self.name} {self.version} decided without a reason")
        return Decision(value, reasons, self.name, self.version, facts)


class RuleUnknownError(LookupError):
    """No rule of this name and version was ever registered."""


_rules: dict[str, dict[int, Rule]] = {}


def versioned(name: str, version: int) -> Callable[[RuleFn], Rule]:
    """Register a rule. A version once released is kept for ever: stored decisions point at it."""

    def register(fn: RuleFn) -> Rule:
        known = _rules.setdefault(name, {})
        if version in known:
            raise ValueError(f"rule {name} already has a version {version}; give the change a new number")
        known[version] = Rule(name, version, fn)
        return known[version]

    return register


def rule(name: str, version: int | None = None) -> Rule:
    """The rule in this version, or its newest one."""
    known = _rules.get(name, {})
    wanted = max(known, default=None) if version is None else version
    if wanted not in known:
        raise RuleUnknownError(f"{name} {version if version is not None else ''}".strip())
    return known[wanted]


def versions(name: str) -> list[int]:
    return sorted(_rules.get(name, {}))


@dataclass(frozen=True)
class Change:
    """A stored decision that the replayed rule would have taken differently."""

    key: Any
    before: Decision
    after: Decision


def replay(
    new: Rule,
    stored: Iterable[tuple[Any, Mapping[str, Any]]],
    same: Callable[[Any, Any], bool] = lambda before, after: before == after,
    unable: Callable[[Any, Exception], None] | None = None,
) -> Iterator[Change]:
    """What `new` would have decided on stored decisions, given as (key, stored JSON); only the differences.

    `same` says when two values count as equal (for triage: the same level, whatever the minute). `unable` hears of
    facts on which the rule cannot decide (one that it needs was not asked then); without it the error is raised.
    """
    for key, data in stored:
        before = Decision.of(data)
        try:
            after = new.decide(before.facts)
        except (LookupError, ValueError) as error:
            if unable is None:
                raise
            unable(key, error)
            continue
        if not same(before.value, after.value):
            yield Change(key, before, after)
