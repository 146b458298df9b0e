"""Small work on what people wrote."""

import re

GIST = 140
_BLANK = re.compile(r"\s+")


def gist(narrative: str) -> str:
    """The first words on one line, at most 140 signs, cut at a word."""
    line = _BLANK.sub(" ", narrative[: 4 * GIST]).strip()
    if len(line) <= GIST:
        return line
    return line[:GIST].rsplit(" ", 1)[0] + "…"
