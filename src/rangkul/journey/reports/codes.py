"""The code on a paper by which anybody can find out whether it is genuine."""

import re

from rangkul.base import codes, crypto

# No letter that is taken for a digit or another letter: 59 bits in three groups.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH = 12
_NOT_A_LETTER = re.compile(f"[^{_LETTERS}]")


def new_code() -> str:
    return grouped(codes.new_code(_LENGTH, _LETTERS))


def grouped(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def read_code(typed: str) -> str:
    """What somebody typed, as it stands on the paper; "" where it cannot be a code."""
    letters = _NOT_A_LETTER.sub("", typed.upper())
    return grouped(letters) if len(letters) == _LENGTH else ""


def blind_code(code: str) -> bytes:
    return crypto.blind("paper.code", code)
