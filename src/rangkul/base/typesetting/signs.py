"""Signs that no font has: PDF/UA forbids to print nothing in their place, so a visible box stands for them."""

from __future__ import annotations

import re
from collections.abc import Callable

BOX = "□"
# So many different ones are taken out one by one; a text with more is not written in a script that our fonts know.
_ONE_BY_ONE = 6
_NAMED = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_WRITTEN = re.compile(r"\\u\{([0-9a-f]+)\}")
# Latin, Greek, Cyrillic with their marks, punctuation, arrows, mathematics, plain shapes.
_SURE = re.compile("[^\x20-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u25a0-\u25ff]")
_PLAIN = re.compile("[^\x20-\u017f\u2013\u2014\u2018-\u201d\u2026\u2212\u25a1]")


def without(told: str, attempt: Callable[[str], bytes], refusal: type[Exception]) -> bytes:
    """The file that `attempt` makes of the text, with boxes for the signs that it could not display.

    `told` is JSON: its own signs are plain, so exchanging others leaves it whole. Raises `refusal` for anything else.
    """
    for _turn in range(_ONE_BY_ONE):
        try:
            return attempt(told)
        except refusal as error:
            told = _boxed(told, _missing(error))
    for unsure in (_SURE, _PLAIN):
        told = unsure.sub(BOX, told)
        try:
            return attempt(told)
        except refusal:
            continue
    return attempt(told)


def _missing(error: Exception) -> str:
    found = _NAMED.search(str(error))
    if found is None:
        raise error
    return _WRITTEN.sub(lambda code: chr(int(code[1], 16)), found[1])


def _boxed(told: str, signs: str) -> str:
    """Control signs stand in JSON by their number."""
    for sign in signs:
        told = told.replace(sign, BOX).replace(f"\\u{ord(sign):04x}", BOX)
    return told
