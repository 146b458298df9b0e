"""Labels of XLSForms may carry marks for the screen; paper takes the words."""

import re

# Bounded, so that a label made to be slow is not.
_MARKS = (
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\[([^\]\[]{1,300})\]\([^)\s]{1,500}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])[*_](?=\S)([^*_]{1,500}?)(?<=\S)[*_](?![\w*])"), r"\1"),
    (re.compile(r"^#{1,6}\s+", re.MULTILINE), ""),
)


def plainly(text: str) -> str:
    for marks, kept in _MARKS:
        text = marks.sub(kept, text)
    return text.strip()
