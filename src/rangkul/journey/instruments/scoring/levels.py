"""The five levels of the house, gravest first. Scoring names them by their codes and knows nothing else of them."""

from __future__ import annotations

from collections.abc import Iterable

GRAVEST_FIRST = ("merah", "oranye", "kuning", "hijau", "biru")


def gravity(level: str) -> int:
    """The higher the graver; no level at all weighs nothing. Raises KeyError for a word that is no level."""
    if not level:
        return 0
    if level not in GRAVEST_FIRST:
        raise KeyError(level)
    return len(GRAVEST_FIRST) - GRAVEST_FIRST.index(level)


def gravest(levels: Iterable[str]) -> str:
    return max(levels, key=gravity, default="")
