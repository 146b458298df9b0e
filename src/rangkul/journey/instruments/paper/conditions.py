"""When a question is asked, told to somebody with a pen. Only plain conditions are put into words."""

from __future__ import annotations

import posixpath
import re
from decimal import Decimal

from rangkul.base.xforms import Form, Question
from rangkul.journey.instruments.paper import words
from rangkul.journey.instruments.paper.plainly import plainly
from rangkul.journey.instruments.scoring.words import Words

_PATH = r"((?:/|\.\./)[\w/.-]+)"
_COMPARED = re.compile(rf"{_PATH}\s*(=|!=|>=|<=|>|<)\s*(?:'([^']*)'|(\d+))")
_SELECTED = re.compile(rf"selected\(\s*{_PATH}\s*,\s*'([^']*)'\s*\)")
# More conditions than this are no help to a reader.
_TOLD = 2
_SHORT = 60
_NUMBERS = {"integer", "decimal", "range"}


def when_asked(form: Form, question: Question, language: str) -> str:
    """ "" where it is always asked."""
    relevant = question.relevant.strip()
    if not relevant:
        return ""
    for word, joiner in ((r"\s+or\s+", words.OR), (r"\s+and\s+", words.AND)):
        parts = re.split(word, relevant)
        told = [_told(form, question, part.strip(), language) for part in parts]
        if all(told) and len(told) <= _TOLD:
            return words.IF.said(language).format(conditions=joiner.said(language).join(filter(None, told)))
    return words.IF_IT_APPLIES.said(language)


def _told(form: Form, here: Question, text: str, language: str) -> str | None:
    if selected := _SELECTED.fullmatch(text):
        path, sign, value = selected[1], "=", selected[2]
    elif compared := _COMPARED.fullmatch(text):
        path, sign, value = compared[1], compared[2], compared[3] if compared[3] is not None else compared[4]
    else:
        return None
    try:
        asked = form.question(posixpath.normpath(posixpath.join(here.path, path)))
    except KeyError:
        return None
    return _in_words(asked, sign, value, language) if asked.asked else None


def _in_words(asked: Question, sign: str, value: str, language: str) -> str | None:
    pattern, answer = _choice(asked, sign, value, language) or _number(asked, sign, value) or (None, "")
    if pattern is None and (sign, value) == ("!=", ""):
        pattern = words.FILLED_IN
    if pattern is None:
        return None
    return pattern.said(language).format(question=_short(plainly(asked.label(language))), answer=plainly(answer))


def _choice(asked: Question, sign: str, value: str, language: str) -> tuple[Words, str] | None:
    labels = {choice.name: choice.label(language) for choice in asked.choices}
    if sign in {"=", "!="} and value in labels:
        return words.ANSWERED if sign == "=" else words.ANSWERED_OTHERWISE, labels[value]
    if sign == ">" and value.isdigit() and all(name.isdigit() for name in labels):
        # "More than the lowest" is told as "not the lowest".
        below = [name for name in labels if int(name) <= int(value)]
        return (words.ANSWERED_OTHERWISE, labels[below[0]]) if len(below) == 1 else None
    return None


def _number(asked: Question, sign: str, value: str) -> tuple[Words, str] | None:
    if asked.kind not in _NUMBERS or not value.isdigit():
        return None
    return words.COMPARED[sign], str(Decimal(value))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"
