"""A sentence in the two languages of the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    id: str
    en: str

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Words:
        return cls(str(stored["id"]), str(stored["en"]))

    def said(self, language: str) -> str:
        """In Indonesian unless English is asked for ("en", "en-gb")."""
        return self.en if language.lower().startswith("en") else self.id

    def filled(self, **values: Any) -> Words:
        """`{name}` places filled; numbers are written as each language writes them."""
        return Words(
            self.id.format(**{name: _indonesian(value) for name, value in values.items()}),
            self.en.format(**{name: _english(value) for name, value in values.items()}),
        )

    def to_json(self) -> dict[str, str]:
        return {"id": self.id, "en": self.en}


def plain(number: Decimal) -> str:
    """12, 3.5: no trailing zeros, never an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _indonesian(value: Any) -> str:
    return plain(value).replace(".", ",") if isinstance(value, Decimal) else _spoken(value, "id")


def _english(value: Any) -> str:
    return plain(value) if isinstance(value, Decimal) else _spoken(value, "en")


def _spoken(value: Any, language: str) -> str:
    return value.said(language) if isinstance(value, Words) else str(value)
