"""The list of signs: `data/lexicon.csv`, one form a row, for everybody to read.

A form is common words one after another. `a|b` is either, `word*` whatever begins so, `..3` leaves up to three words
between, `^` is the beginning of a clause. `strength`: "sure" raises by itself, "mention" does not in a sentence about
a film, a lesson or the news. `shield` rows are what only sounds like danger ("mati lampu"), `context` rows the words
that make a sentence one about a film, a lesson or the news. A changed list is a new `VERSION`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rangkul.entry.signals.reading import Word
from rangkul.entry.signals.words import rows

VERSION = 2
BEGINNING = "^"
DENIALS = frozenset(("tidak", "bukan", "belum", "jangan", "tanpa"))


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a form: what it may be, how it may begin, and how many others may stand before it."""

    words: frozenset[str]
    prefixes: tuple[str, ...]
    gap: int

    def fits(self, said: str) -> bool:
        return said in self.words or (bool(self.prefixes) and said.startswith(self.prefixes))


@dataclass(frozen=True, slots=True)
class Form:
    kind: str
    level: str
    strength: str
    why: str
    written: str
    begins: bool
    steps: tuple[Step, ...]

    @property
    def denies(self) -> bool:
        return any(step.words & DENIALS for step in self.steps)

    def end_at(self, said: list[Word], start: int, step: int = 0) -> int | None:
        """The place after the last word of this form where it stands at `start`; within one sentence."""
        if not self.steps[step].fits(said[start].said):
            return None
        if step + 1 == len(self.steps):
            return start + 1
        sentence, following = said[start].sentence, self.steps[step + 1]
        for place in range(start + 1, min(start + 2 + following.gap, len(said))):
            if said[place].sentence != sentence:
                return None
            end = self.end_at(said, place, step + 1)
            if end is not None:
                return end
        return None


class Lexicon:
    """Forms by their first word, so that most words of a text cost one look."""

    def __init__(self, forms: list[Form], context: frozenset[str]):
        self.context = context
        self._by_word: dict[str, list[Form]] = {}
        self._by_prefix: list[tuple[str, Form]] = []
        for form in forms:
            for word in form.steps[0].words:
                self._by_word.setdefault(word, []).append(form)
            self._by_prefix += [(prefix, form) for prefix in form.steps[0].prefixes]

    def found(self, said: list[Word]) -> Iterator[tuple[Form, int, int]]:
        """Each form with the places of its first word and after its last."""
        for start, word in enumerate(said):
            begins = start == 0 or said[start - 1].clause != word.clause
            for form in self._may_begin(word.said):
                if form.begins and not begins:
                    continue
                end = form.end_at(said, start)
                if end is not None:
                    yield form, start, end

    def _may_begin(self, word: str) -> Iterator[Form]:
        yield from self._by_word.get(word, ())
        for prefix, form in self._by_prefix:
            if word.startswith(prefix):
                yield form


@cache
def lexicon() -> Lexicon:
    listed = rows("lexicon")
    context = frozenset(row["form"] for row in listed if row["kind"] == "context")
    return Lexicon([_form(row) for row in listed if row["kind"] != "context"], context)


def _form(row: dict[str, str]) -> Form:
    parts = row["form"].split()
    begins = parts[0] == BEGINNING
    steps, gap = [], 0
    for part in parts[begins:]:
        if part.startswith(".."):
            gap = int(part[2:])
            continue
        choices = part.split("|")
        prefixes = tuple(one[:-1] for one in choices if one.endswith("*"))
        steps.append(Step(frozenset(one for one in choices if not one.endswith("*")), prefixes, gap))
        gap = 0
    return Form(row["kind"], row["level"], row["strength"], row["why"], row["form"], begins, tuple(steps))
