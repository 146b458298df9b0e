"""Which known word an unknown spelling stands for: endings, chat spelling, prefixes, letters left out or doubled.

Only a word of the list is ever guessed; what is like none of them stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rangkul.entry.signals.words import STEMS, known

_ENDINGS = ("nya", "ku", "mu", "ne", "lah", "kah", "pun", "an2", "x", "q", "na", "e")
_SUFFIXES = ("kan", "in", "an", "i", "nya", "ku", "keun", "ke", "no")
# The longest first; what the prefix took of the stem ("menyerah" has lost nothing, "menyayat" an s) is tried back.
_PREFIXES = (
    ("menge", ""), ("menye", "se"), ("meny", "s"), ("meng", ""), ("meng", "k"), ("mem", ""), ("mem", "p"), ("men", ""),
    ("men", "t"), ("me", ""), ("nge", ""), ("ny", "s"), ("ng", ""), ("ng", "k"), ("n", "t"), ("m", "p"), ("ber", ""),
    ("be", ""), ("ter", ""), ("ke", ""), ("di", ""), ("per", ""), ("se", ""), ("ku", ""), ("kau", ""),
)  # fmt: skip
_VOWELS = re.compile(r"[aiueo]")
_LAST_E = re.compile(r"e(?=[^aiueo]{1,2}$)")
# "tarakhir", "samua", "barenti": how the islands in the east and Minangkabau write.
_FIRST_A = re.compile(r"^([^aiueo]{1,2})a")
_SHORTEST_STEM = 4
_SHORTEST_TYPO = 6


def guessed(piece: str) -> str | None:
    if len(piece) < 3 or not piece.isalpha():
        return None
    for guess in _spelled(piece):
        if known(guess):
            return guess
    return _stem(piece) or _with_vowels(piece) or _mistyped(piece)


def _spelled(piece: str) -> Iterator[str]:
    if piece[-1] == piece[-2]:
        yield piece[:-1]
    if "oe" in piece and len(piece) > 4:
        yield piece.replace("oe", "u")
    for ending in _ENDINGS:
        if piece.endswith(ending) and len(piece) > len(ending) + 2:
            yield piece[: -len(ending)]
    if len(piece) > 3:
        yield _LAST_E.sub("a", piece)
        yield _FIRST_A.sub(r"\1e", piece)
        if piece[-1] == "o":
            yield piece[:-1] + "a"
        yield "h" + piece


def _stem(piece: str) -> str | None:
    """ "menghilangkan" is of "hilang"; only for the words of `data/stems.csv`."""
    for bare in _without_suffix(piece):
        if bare != piece and bare in STEMS:
            return bare
        for prefix, lost in _PREFIXES:
            if bare.startswith(prefix):
                stem = lost + bare[len(prefix) :]
                if len(stem) >= _SHORTEST_STEM and stem in STEMS:
                    return stem
    return None


def _without_suffix(piece: str) -> Iterator[str]:
    yield piece
    for suffix in _SUFFIXES:
        if piece.endswith(suffix) and len(piece) - len(suffix) >= _SHORTEST_STEM:
            yield piece[: -len(suffix)]


@cache
def _skeletons() -> dict[str, str]:
    """Consonants → the word, where only one word of the list has them."""
    found: dict[str, set[str]] = {}
    for stem in STEMS:
        found.setdefault(_VOWELS.sub("", stem), set()).add(stem)
    return {bones: stems.pop() for bones, stems in found.items() if len(bones) >= 4 and len(stems) == 1}


def _with_vowels(piece: str) -> str | None:
    """ "slmanya", "mnyrah": vowels left out, none put elsewhere."""
    word = _skeletons().get(_VOWELS.sub("", piece))
    if word is None or len(piece) >= len(word):
        return None
    rest = iter(word)
    return word if all(letter in rest for letter in piece) else None


@cache
def _shortened() -> dict[str, str]:
    """Long words with one letter left out → the word."""
    return {
        word[:place] + word[place + 1 :]: word
        for word in STEMS
        if len(word) >= _SHORTEST_TYPO
        for place in range(1, len(word))
    }


def _mistyped(piece: str) -> str | None:
    """One letter left out, one too many, or two in the wrong order; none replaced, for that makes other words."""
    if len(piece) < _SHORTEST_TYPO - 1:
        return None
    left_out = _shortened().get(piece)
    if left_out is not None:
        return left_out
    if len(piece) < _SHORTEST_TYPO:
        return None
    for place in range(1, len(piece)):
        shorter = piece[:place] + piece[place + 1 :]
        if shorter in STEMS and len(shorter) >= _SHORTEST_TYPO:
            return shorter
        turned = piece[:place] + piece[place + 1 : place + 2] + piece[place] + piece[place + 2 :]
        if turned in STEMS:
            return turned
    return None
