"""Words on a drawing, where nothing wraps by itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.safestring import SafeString

from rangkul.journey.pictures import svg


def wrapped(text: str, wide: int, most: int) -> list[str]:
    """At most `most` lines of `wide` letters; what does not fit ends in an ellipsis, a long word is cut."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= wide:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    cut = [line if len(line) <= wide else f"{line[: wide - 1]}…" for line in lines[:most]]
    if len(lines) > most:
        last = cut[-1].rstrip("…")
        cut[-1] = f"{last[: wide - 1].rstrip()}…"
    return cut


def lines_of_text(lines: list[str], x: float, y: float, step: float, class_: str) -> Iterator[SafeString]:
    """One under the other, the first with its foot at `y`."""
    for number, words in enumerate(lines):
        yield svg.element("text", words, x=x, y=y + step * number, class_=class_)
