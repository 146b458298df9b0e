"""When a question is asked, told to somebody with a pen. Only plain conditions are put into words."""

from __future__ import annotations

import re

from rangkul.base.xforms import Form, Question
from rangkul.journey.instruments.paper.words import (
    AND,
    ANSWERED,
    ANSWERED_OTHERWISE,
    IF,
    IF_IT_APPLIES,
    OR,
)
from rangkul.journey.instruments.scoring.words import Words

_ATOM = re.compile(r"^\s*(/[\w/.-]+)\s*(=|!=|>)\s*(?:'([^']*)'|(\d+))\s*$")
# More conditions than this are no help to a reader.
_TOLD = 2
_SHORT = 60


def when_asked(form: Form, question: Question, language: str) -> str:
    """ "" where it is always asked."""
    relevant = question.relevant.strip()
    if not relevant:
        return ""
    for word, joiner in ((r"\s+or\s+", OR), (r"\s+and\s+", AND)):
        parts = re.split(word, relevant)
        told = [_atom(form, part, language) for part in parts]
        if all(told) and len(told) <= _TOLD:
            return IF.said(language).format(conditions=joiner.said(language).join(filter(None, told)))
    return IF_IT_APPLIES.said(language)


def _atom(form: Form, text: str, language: str) -> str | None:
    found = _ATOM.match(text)
    if not found:
        return None
    path, sign, quoted, number = found.groups()
    asked = form.question(path)
    wanted = quoted if quoted is not None else number
    if sign == ">":
        return _more_than(asked, int(wanted), language) if wanted.isdigit() else None
    return _told(ANSWERED if sign == "=" else ANSWERED_OTHERWISE, asked, wanted, language)


def _more_than(asked: Question, least: int, language: str) -> str | None:
    """Of numbered choices: "not the lowest" where only that one is left out."""
    names = [choice.name for choice in asked.choices]
    below = [name for name in names if name.isdigit() and int(name) <= least]
    if not all(name.isdigit() for name in names) or len(below) != 1:
        return None
    return _told(ANSWERED_OTHERWISE, asked, below[0], language)


def _told(pattern: Words, asked: Question, name: str, language: str) -> str | None:
    label = next((choice.label(language) for choice in asked.choices if choice.name == name), None)
    return (
        None if label is None else pattern.said(language).format(question=_short(asked.label(language)), answer=label)
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"
