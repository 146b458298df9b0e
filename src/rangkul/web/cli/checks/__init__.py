"""What the doctor looks at. Each check is a function that gives findings and changes nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One sentence about one thing. `wrong` makes the doctor's exit code 1; `uneasy` only asks for attention."""

    text: str
    remedy: str = ""
    wrong: bool = False
    uneasy: bool = False


Check = Callable[[], Iterable[Finding]]


def fine(text: str) -> Finding:
    return Finding(text)


def uneasy(text: str, remedy: str) -> Finding:
    return Finding(text, remedy, uneasy=True)


def wrong(text: str, remedy: str) -> Finding:
    return Finding(text, remedy, wrong=True)
