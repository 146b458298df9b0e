"""What somebody typed into the search box: a number, a ticket, or a name with perhaps a year of birth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rangkul.base.phones import parse_phone

LONGEST_QUESTION = 120
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEPARATORS = re.compile(r"[\s.\-/]+")


@dataclass(frozen=True)
class Question:
    """`kind` is "number" (NIK or KK), "phone", "code" (a ticket or case number), "name" or "" for nothing usable."""

    kind: str
    value: str = ""
    year: int | None = None


def read(text: str) -> Question:
    text = " ".join(text[:LONGEST_QUESTION].split())
    digits = _SEPARATORS.sub("", text)
    if digits.isascii() and digits.isdigit() and len(digits) == 16:
        return Question("number", digits)
    if sum(letter.isdigit() for letter in text) >= 7 and not any(letter.isalpha() for letter in text):
        phone = parse_phone(text)
        return Question("phone", phone.e164) if phone.valid else Question("code", text)
    if _is_code(text):
        return Question("code", text)
    return _name(text)


def _is_code(text: str) -> bool:
    """Letters and digits in one short word: a ticket (`7K3F-9QXM`), a case number (`K-2026-0041`)."""
    return len(text.split()) == 1 and any(c.isdigit() for c in text) and any(c.isalpha() for c in text)


def _name(text: str) -> Question:
    year, words = None, []
    for word in text.split():
        if _YEAR.fullmatch(word.strip("(),.")):
            year = int(word.strip("(),."))
        elif not any(c.isdigit() for c in word):
            words.append(word)
    name = " ".join(words)
    return Question("name", name, year) if any(c.isalpha() for c in name) else Question("")
