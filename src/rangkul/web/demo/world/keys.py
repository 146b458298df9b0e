"""Primary keys of the world: UUIDs of version 7 that a seed and a number decide, sorted by their moment."""

from datetime import datetime
from uuid import UUID

_MASK = (1 << 64) - 1
_VERSION = 7 << 76
_VARIANT = 2 << 62


def _mixed(number: int) -> int:
    """Splitmix64 (Steele, Lea, Flood 2014): neighbours become unlike."""
    number = (number + 0x9E3779B97F4A7C15) & _MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & _MASK
    return number ^ (number >> 31)


def key_number(kind: int, index: int, made_at: float) -> int:
    """The key as a number; `kind` 0–255 tells tables apart, `made_at` is in seconds since 1970."""
    mixed = _mixed((kind << 48) | index)
    return (int(made_at * 1000) << 80) | _VERSION | ((mixed & 0xFFF) << 64) | _VARIANT | (mixed >> 2)


def key_of(kind: int, index: int, made_at: datetime) -> UUID:
    return UUID(int=key_number(kind, index, made_at.timestamp()))
