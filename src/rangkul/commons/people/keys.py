"""The keys under which a person is found: computed in Python when a name is written, never in SQL over a register.

A name gives its words as they sound, every two of them as "a|b", and all of them as "=a|b|c". The whole key finds
"Suharto" before the thousands in whose names Suharto is one word among others.
"""

from __future__ import annotations

from collections.abc import Iterable

from rangkul.base import crypto, names

LONGEST_KEY = 64


def keys_of(all_names: Iterable[str]) -> set[str]:
    """Every key of a person with these names."""
    return {key for name in all_names if name for key in (*names.keys(name), *whole(names.probes(name).singles))}


def whole(sounds: Iterable[str]) -> tuple[str, ...]:
    """The key of a whole name, whatever the order of its words; nothing where there is no word."""
    words = sorted(sounds)
    return (f"={'|'.join(words)}"[:LONGEST_KEY],) if words else ()


def pair(a: str, b: str) -> str:
    return f"{a}|{b}" if a <= b else f"{b}|{a}"


def words_of(keys: Iterable[str]) -> set[str]:
    """The single words among keys: what the vocabulary holds."""
    return {key for key in keys if "|" not in key and not key.startswith("=")}


def blind_nik(digits: str) -> bytes | None:
    """What an equal NIK is found by; the number itself is sealed."""
    return crypto.blind("nik", digits) if digits else None


def blind_kk(digits: str) -> bytes | None:
    return crypto.blind("kk", digits) if digits else None


def blind_phone(e164: str) -> bytes:
    return crypto.blind("phone", e164)
