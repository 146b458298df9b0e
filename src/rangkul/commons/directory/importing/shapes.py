"""Values of a foreign JSON, whatever stands where they are expected."""

from __future__ import annotations

from typing import Any

from rangkul.base.forms.kit import clean_text

MOST_PARTS = 50
Given = dict[str, Any]


def one(value: Any) -> Given:
    return value if isinstance(value, dict) else {}


def several(given: Given, name: str) -> list[Given]:
    value = given.get(name)
    return [part for part in value[:MOST_PARTS] if isinstance(part, dict)] if isinstance(value, list) else []


def text(given: Given, name: str, most: int) -> str:
    return words(given.get(name))[:most]


def words(value: Any) -> str:
    return clean_text(str(value)).strip() if isinstance(value, str | int | float) else ""


def number(value: Any) -> float | None:
    """None for what is no number, a truth or endless."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if abs(value) < _ENDLESS else None


_ENDLESS = 1e15
