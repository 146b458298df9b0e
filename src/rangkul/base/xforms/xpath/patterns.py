"""Regular expressions in time that grows with the text and never explodes.

Python's own matcher can be made to run for years by a short pattern, holds the whole process meanwhile and cannot be
stopped. This one follows all ways at once (Thompson's construction). It knows what forms use and says honestly what it
does not: references back and looking around.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

LENGTH = 500
STATES = 1_500
CACHED = 4_000

Test = Callable[[str], bool]

_DIGIT = frozenset("0123456789")
_WORD = _DIGIT | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_CLASSES: dict[str, Test] = {
    "d": lambda c: c in _DIGIT,
    "D": lambda c: c not in _DIGIT,
    "w": lambda c: c in _WORD,
    "W": lambda c: c not in _WORD,
    "s": str.isspace,
    "S": lambda c: not c.isspace(),
}
_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v"}


class Unsupported(ValueError):
    """The pattern is broken or asks for more than we follow; the sentence says which."""


# A piece of a pattern: ("char", test), ("seq" or "alt", [pieces]), ("repeat", piece, low, high or None), ("edge", "^").
_Piece = tuple[Any, ...]


class _Reader:
    def __init__(self, source: str):
        self.source, self.at, self.depth = source, 0, 0

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def take(self) -> str:
        char = self.peek()
        if not char:
            raise Unsupported(_("Pola berhenti sebelum selesai."))
        self.at += 1
        return char

    def whole(self) -> _Piece:
        piece = self.alternatives()
        if self.peek():
            raise Unsupported(_("Ada kurung tutup yang lebih dalam pola."))
        return piece

    def alternatives(self) -> _Piece:
        self.depth += 1
        if self.depth > 30:
            raise Unsupported(_("Pola bersarang terlalu dalam."))
        several = [self.sequence()]
        while self.peek() == "|":
            self.take()
            several.append(self.sequence())
        self.depth -= 1
        return several[0] if len(several) == 1 else ("alt", several)

    def sequence(self) -> _Piece:
        pieces = []
        while self.peek() and self.peek() not in "|)":
            pieces.append(self.repeated(self.atom()))
        return ("seq", pieces)

    def repeated(self, piece: _Piece) -> _Piece:
        while True:
            bounds = self.bounds()
            if bounds is None:
                return piece
            if self.peek() == "?":
                # Whether it takes little or much first makes no difference to whether it matches.
                self.take()
            piece = ("repeat", piece, *bounds)

    def bounds(self) -> tuple[int, int | None] | None:
        char = self.peek()
        if char and char in "*+?":
            self.take()
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
        if char != "{":
            return None
        low, comma, high = self.source[self.at + 1 :].partition("}")[0].partition(",")
        if not low.isdecimal() or (high and not high.isdecimal()):
            return None
        self.at = self.source.index("}", self.at) + 1
        least, most = int(low), int(low) if not comma else int(high) if high else None
        if least > STATES or (most or 0) > STATES or (most is not None and most < least):
            raise Unsupported(_("Pengulangan dalam pola terlalu besar."))
        return least, most

    def atom(self) -> _Piece:
        char = self.take()
        if char == "(":
            return self.group()
        if char == "[":
            return ("char", self.one_of())
        if char == ".":
            return ("char", lambda c: c != "\n")
        if char in "^$":
            return ("edge", char)
        if char in "*+?":
            raise Unsupported(_("Pola memuat “%s” tanpa sesuatu di depannya.") % char)
        return ("char", self.escaped() if char == "\\" else _same(char))

    def group(self) -> _Piece:
        if self.peek() == "?":
            self.take()
            if self.take() != ":":
                raise Unsupported(_("Pola yang melihat ke depan atau ke belakang tidak didukung."))
        piece = self.alternatives()
        if self.peek() != ")":
            raise Unsupported(_("Kurung dalam pola belum ditutup."))
        self.take()
        return piece

    def escaped(self) -> Test:
        char = self.take()
        if char in _CLASSES:
            return _CLASSES[char]
        if char.isalnum() and char not in _PLAIN:
            raise Unsupported(_("“\\%s” dalam pola tidak didukung.") % char)
        return _same(_PLAIN.get(char, char))

    def one_of(self) -> Test:
        denied = self.peek() == "^"
        if denied:
            self.take()
        tests: list[Test] = []
        while self.peek() != "]":
            tests.append(self.member())
        self.take()
        return lambda c: any(test(c) for test in tests) is not denied

    def member(self) -> Test:
        char = self.take()
        if char == "\\":
            if self.peek() in _CLASSES:
                return _CLASSES[self.take()]
            after = self.take()
            char = _PLAIN.get(after, after)
        if self.peek() != "-" or self.source[self.at + 1 : self.at + 2] in {"]", ""}:
            return _same(char)
        self.take()
        last = self.take()
        if last == "\\":
            last = self.take()
        if last < char:
            raise Unsupported(_("Rentang huruf dalam pola terbalik."))
        return lambda c: char <= c <= last


def _same(char: str) -> Test:
    return lambda c: c == char


class Pattern:
    """Looks for the pattern anywhere in a text, as the browser does."""

    def __init__(self, source: str):
        if len(source) > LENGTH:
            raise Unsupported(_("Pola terlalu panjang: paling banyak %s huruf.") % LENGTH)
        # A state takes a character (it has a test), stands at an edge, or leads on without taking anything.
        self._tests: list[Test | None] = []
        self._edges: list[str] = []
        self._onward: list[tuple[int, ...]] = []
        self._end = self._state(None, "", ())
        self._first = self._built(_Reader(source).whole(), self._end)
        self._moves: dict[tuple[frozenset[int], str], frozenset[int]] = {}

    def _state(self, test: Test | None, edge: str, onward: tuple[int, ...]) -> int:
        if len(self._tests) >= STATES:
            raise Unsupported(_("Pola terlalu rumit."))
        self._tests.append(test)
        self._edges.append(edge)
        self._onward.append(onward)
        return len(self._tests) - 1

    def _built(self, piece: _Piece, after: int) -> int:
        kind = piece[0]
        if kind == "char":
            return self._state(piece[1], "", (after,))
        if kind == "edge":
            return self._state(None, piece[1], (after,))
        if kind == "alt":
            return self._state(None, "", tuple(self._built(one, after) for one in piece[1]))
        if kind == "seq":
            for one in reversed(piece[1]):
                after = self._built(one, after)
            return after
        return self._built_repeat(piece[1], piece[2], piece[3], after)

    def _built_repeat(self, piece: _Piece, low: int, high: int | None, after: int) -> int:
        if high is None:
            loop = self._state(None, "", ())
            self._onward[loop] = (self._built(piece, loop), after)
            after = loop
        else:
            for _turn in range(high - low):
                after = self._state(None, "", (self._built(piece, after), after))
        for _turn in range(low):
            before, after = after, self._built(piece, after)
            if before == after:
                # A piece that takes nothing stays nothing, however often.
                break
        return after

    def found_in(self, text: str, spend: Callable[[int], None]) -> bool:
        """`spend` is told the work done and may stop it by raising."""
        here = self._reach([self._first], at_start=True, at_end=not text)
        for index, char in enumerate(text):
            if self._end in here:
                return True
            last = index == len(text) - 1
            key = (here, "" if last else char)
            after = None if last else self._moves.get(key)
            if after is None:
                spend(len(here) + 1)
                after = self._moved(here, char, last)
                if not last and len(self._moves) < CACHED:
                    self._moves[key] = after
            here = after
        spend(len(text) // 8)
        return self._end in here

    def _moved(self, here: frozenset[int], char: str, last: bool) -> frozenset[int]:
        after = [self._onward[state][0] for state in here if (test := self._tests[state]) is not None and test(char)]
        after.append(self._first)
        return self._reach(after, at_start=False, at_end=last)

    def _reach(self, states: list[int], *, at_start: bool, at_end: bool) -> frozenset[int]:
        """All states that can be stood on without taking a character."""
        seen: set[int] = set()
        while states:
            state = states.pop()
            if state in seen:
                continue
            edge = self._edges[state]
            if (edge == "^" and not at_start) or (edge == "$" and not at_end):
                continue
            seen.add(state)
            if self._tests[state] is None:
                states.extend(self._onward[state])
        return frozenset(seen)


@lru_cache(maxsize=512)
def compiled(source: str) -> Pattern:
    return Pattern(source)
