"""How well the list hears: against sentences with labels, by kind of sentence.

Each part was first measured before anybody fitted the list to it; README.md has those numbers beside today's.
`UNMET` is kept so: what the list hears there is what it may hear of somebody new. `BY_OTHERS` was written by hands that
did not know the list, each a set of their own. `SAD` holds letters of people who suffer and are in no danger, so what
raises there cries wolf, and `HARM` those of victims and of who threatens; the list was fitted to the first of each and
to no other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rangkul.entry.signals.queries import signals
from rangkul.entry.signals.words import rows

BY_ITS_AUTHOR = ("develop", "held_out", "second", "third", "fourth", "fifth")
BY_OTHERS = ("sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth")
LONG = "long"
FITTED = (*BY_ITS_AUTHOR, *BY_OTHERS, LONG)
UNMET = "fourteenth"
SAD, SAD_UNMET = "sad", "sad_unmet"
HARM, HARM_UNMET = "harm", "harm_unmet"
PARTS = (*FITTED, UNMET, SAD, SAD_UNMET, HARM, HARM_UNMET)


@dataclass(frozen=True)
class Sentence:
    """`expects`: the kinds of signal that it must raise; empty for what only sounds like danger."""

    kind: str
    expects: frozenset[str]
    text: str


@dataclass
class Tally:
    """`heard` of `of` raised what they must; for harmless sentences `heard` counts false alarms."""

    of: int = 0
    heard: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return self.heard / self.of if self.of else 0.0

    def count(self, heard: bool, wrong: bool, text: str) -> None:
        self.of += 1
        self.heard += heard
        if wrong:
            self.wrong.append(text)


@dataclass
class Measured:
    recall: dict[str, Tally]
    false_alarms: dict[str, Tally]
    # Harmless sentences that raised a sign of self-harm, of all sentences without one.
    self_harm_false: Tally
    any_false: Tally


def sentences(part: str) -> list[Sentence]:
    return [
        Sentence(row["kind"], frozenset(filter(None, row["expects"].split(";"))), row["text"])
        for row in rows(f"sentences_{part}")
    ]


def kinds_raised(text: str) -> set[str]:
    return {signal.kind for signal in signals(text)}


def kinds_raised_red(text: str) -> set[str]:
    return {signal.kind for signal in signals(text) if signal.level == "merah"}


def measure(given: Iterable[Sentence], hears: Callable[[str], set[str]] = kinds_raised) -> Measured:
    told = Measured({}, {}, Tally(), Tally())
    for sentence in given:
        raised = hears(sentence.text)
        for kind in sentence.expects:
            heard = kind in raised
            told.recall.setdefault(kind, Tally()).count(heard, not heard, sentence.text)
        if "self_harm" not in sentence.expects:
            alarm = "self_harm" in raised
            told.self_harm_false.count(alarm, alarm, sentence.text)
        if not sentence.expects:
            told.false_alarms.setdefault(sentence.kind, Tally()).count(bool(raised), bool(raised), sentence.text)
            told.any_false.count(bool(raised), bool(raised), sentence.text)
    return told
