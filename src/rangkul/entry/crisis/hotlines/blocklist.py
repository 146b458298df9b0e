"""Numbers that must never be shown: they are dead but still copied around the web."""

import re

# 500-454, the suicide line closed at the end of 2014 (Kemenkes); people still find it printed.
DEAD = frozenset({"500454", "021500454", "6221500454"})
_NOT_DIGIT = re.compile(r"\D")
_WRITTEN = re.compile(r"(?<!\d)500[\s.-]*454(?!\d)")


def is_dead(number: str) -> bool:
    return _NOT_DIGIT.sub("", number) in DEAD


def dead_numbers_in(text: str) -> list[str]:
    """The dead numbers that stand in a text, as they are written there; for guard tests and for editors."""
    return _WRITTEN.findall(text)
