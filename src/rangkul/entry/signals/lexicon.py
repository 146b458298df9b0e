"""The list of signs: `data/lexicon.csv`, one form a row, for everybody to read.

A form is common words one after another. `a|b` is either, `word*` whatever begins so, `..3` leaves up to three words
between, `^` is the beginning of a clause and `$` its end, `@name` any word of that row of `data/classes.csv`, and
`a <3> b` is a and b in either order with up to three words between. `strength`: "sure" raises by itself, "mention" does
not in a sentence about a film, a lesson or the news, "hint" only beside a hint of another `why`, and "weak" only where
three weak ones or hints stand near each other, not all of one `why`. `shield` rows are what only sounds like danger
("mati lampu"), `context` rows the words that make a sentence one about a film, a lesson or the news; beside `joke` rows
(laughter) a word alone, or a hint, raises nothing. A changed list is a new `VERSION`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rangkul.entry.signals.reading import Word
from rangkul.entry.signals.states import Strength
from rangkul.entry.signals.words import choices, rows

VERSION = 4
BEGINNING = "^"
END = "$"
_ALONE = ("context", "joke")
# What may still be said before a clause is at its end: "pengen selesai aja ya kak".
_SMALL = frozenset((
    "ya", "kak", "sih", "deh", "lah", "kok", "dong", "saja", "bu", "pak", "mas", "mbak", "min", "bang", "nih", "tuh",
    "kan", "gitu", "lagi", "rasanya", "kali", "teh", "mah", "yo", "ito", "dek", "bro", "sis", "kakak", "yah", "sumpah",
))  # fmt: skip
_EITHER_ORDER = re.compile(r" <(\d+)> ")
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
    ends: bool
    turned: bool
    steps: tuple[Step, ...]

    @property
    def denies(self) -> bool:
        return any(step.words & DENIALS for step in self.steps)

    @property
    def raises_alone(self) -> bool:
        return self.strength not in (Strength.HINT, Strength.WEAK)

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Of each of these a word must stand in the sentence; the rarest, the last word of a form, first."""
        return tuple(step.words for step in reversed(self.steps[1:]) if not step.prefixes)

    def end_at(self, said: list[Word], start: int, step: int = 0) -> int | None:
        """The place after the last word of this form where it stands at `start`; within one sentence."""
        if not self.steps[step].fits(said[start].said):
            return None
        if step + 1 == len(self.steps):
            return None if self.ends and not _ends_after(said, start) else start + 1
        sentence, following = said[start].sentence, self.steps[step + 1]
        for place in range(start + 1, min(start + 2 + following.gap, len(said))):
            if said[place].sentence != sentence:
                return None
            end = self.end_at(said, place, step + 1)
            if end is not None:
                return end
        return None


def _ends_after(said: list[Word], place: int) -> bool:
    for word in said[place + 1 :]:
        if word.clause != said[place].clause:
            return True
        if word.said not in _SMALL:
            return False
    return True


_Candidate = tuple[Form, tuple[frozenset[str], ...]]
# Prefixes are sought by their first letters; none is shorter.
_PREFIX = 3


class Lexicon:
    """Forms by their first word, so that most words of a text cost one look."""

    def __init__(self, forms: list[Form], context: frozenset[str], jokes: frozenset[str]):
        self.context = context
        self.jokes = jokes
        self._by_word: dict[str, list[_Candidate]] = {}
        self._by_prefix: dict[str, list[tuple[str, _Candidate]]] = {}
        for form in forms:
            candidate = (form, form.needs)
            for word in form.steps[0].words:
                self._by_word.setdefault(word, []).append(candidate)
            for prefix in form.steps[0].prefixes:
                self._by_prefix.setdefault(prefix[:_PREFIX], []).append((prefix, candidate))

    def found(self, said: list[Word]) -> Iterator[tuple[Form, int, int]]:
        """Each form with the places of its first word and after its last."""
        present: dict[int, set[str]] = {}
        for word in said:
            present.setdefault(word.sentence, set()).add(word.said)
        for start, word in enumerate(said):
            begins = start == 0 or said[start - 1].clause != word.clause
            among = present[word.sentence]
            for form, needs in self._may_begin(word.said):
                if form.begins and not begins:
                    continue
                for words in needs:
                    if words.isdisjoint(among):
                        break
                else:
                    end = form.end_at(said, start)
                    if end is not None:
                        yield form, start, end

    def _may_begin(self, word: str) -> list[_Candidate]:
        exactly = self._by_word.get(word, [])
        like = self._by_prefix.get(word[:_PREFIX])
        if like is None:
            return exactly
        return exactly + [candidate for prefix, candidate in like if word.startswith(prefix)]


@cache
def lexicon() -> Lexicon:
    listed = rows("lexicon")
    alone = {kind: frozenset(row["form"] for row in listed if row["kind"] == kind) for kind in _ALONE}
    return Lexicon([form for row in listed if row["kind"] not in _ALONE for form in _forms(row)], *alone.values())


def _forms(row: dict[str, str]) -> list[Form]:
    """One form, or two where its halves may stand in either order."""
    halves = _EITHER_ORDER.split(row["form"])
    if len(halves) == 1:
        return [_form(row, row["form"])]
    first, between, second = halves
    return [_form(row, f"{first} ..{between} {second}"), _form(row, f"{second} ..{between} {first}", turned=True)]


def _form(row: dict[str, str], form: str, *, turned: bool = False) -> Form:
    parts = form.split()
    begins = parts[0] == BEGINNING
    ends = parts[-1] == END
    steps, gap = [], 0
    for part in parts[begins : -1 if ends else None]:
        if part.startswith(".."):
            gap = int(part[2:])
            continue
        offered = choices(part)
        prefixes = tuple(one[:-1] for one in offered if one.endswith("*"))
        steps.append(Step(frozenset(one for one in offered if not one.endswith("*")), prefixes, gap))
        gap = 0
    return Form(row["kind"], row["level"], row["strength"], row["why"], row["form"], begins, ends, turned, tuple(steps))
