"""The keys under which a person is found: computed in Python when a name is written, never in SQL over a register.

A name gives its words as they sound, every two of them as "a|b", and all of them as "=a|b|c". The whole key finds
"Suharto" before the thousands in whose names Suharto is one word among others.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rangkul.base import crypto, names

LONGEST_KEY = 64
LONGEST_WORD = 40
# A word of two letters without one of them could be anything.
_SHORTEST_TO_CUT = 3


def keys_of(all_names: Iterable[str]) -> set[str]:
    """Every key of a person with these names."""
    return {key for name in all_names if name for key in (*names.keys(name), *whole(sounds_of(name)))}


def sounds_of(name: str) -> tuple[str, ...]:
    """The words of a name as they sound, the most telling first; at most four."""
    return tuple(key for key in names.keys(name) if "|" not in key)


def whole(sounds: Iterable[str]) -> tuple[str, ...]:
    """The key of a whole name, whatever the order of its words; nothing where there is no word."""
    words = sorted(sounds)
    return (f"={'|'.join(words)}"[:LONGEST_KEY],) if words else ()


def pair(a: str, b: str) -> str:
    return f"{a}|{b}" if a <= b else f"{b}|{a}"


def words_of(all_names: Iterable[str]) -> set[tuple[str, str]]:
    """(word in today's spelling, its sound) of every word that has a key: what the vocabulary holds."""
    found = set()
    for name in all_names:
        sounds = set(sounds_of(name))
        found |= {(token.modern, token.key) for token in names.tokens(name) if token.key in sounds}
    return {(word, sound) for word, sound in found if len(word) <= LONGEST_WORD}


@lru_cache(maxsize=4096)
def cuts_of(word: str, sound: str) -> frozenset[str]:
    """The word and its sound, each as it is and with one letter less: about as many strings as both have letters."""
    return frozenset(part for whole_word in {word, sound} for part in (whole_word, *_without_one(whole_word)))


def _without_one(word: str) -> tuple[str, ...]:
    if len(word) < _SHORTEST_TO_CUT:
        return ()
    return tuple(word[:n] + word[n + 1 :] for n in range(len(word)))


def blind_nik(digits: str) -> bytes | None:
    """What an equal NIK is found by; the number itself is sealed."""
    return crypto.blind("nik", digits) if digits else None


def blind_kk(digits: str) -> bytes | None:
    return crypto.blind("kk", digits) if digits else None


def blind_phone(e164: str) -> bytes:
    return crypto.blind("phone", e164)
