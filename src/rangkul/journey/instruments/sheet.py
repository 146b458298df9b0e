"""An answer put into words, question by question, as it was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from rangkul.base.xforms import Answer, Form, Question
from rangkul.base.xforms.questions import FILES
from rangkul.journey.instruments.paper.plainly import plainly


@dataclass(frozen=True)
class Line:
    """`kind` is "group" for a heading, "file" where the answer names one; `said` is empty where nothing was answered;
    `depth` counts groups around it."""

    name: str
    label: str
    said: str = ""
    kind: str = "answer"
    depth: int = 0
    asked: bool = True


def lines(form: Form, answer: Answer, language: str) -> list[Line]:
    """What was asked and what was said. Questions that the form did not ask of this person say so."""
    return list(_level(form.questions, answer.values, answer.hidden, language, 0))


def _level(
    questions: Iterable[Question], values: Mapping[str, Any], hidden: frozenset[str], language: str, depth: int
) -> Iterator[Line]:
    for question in questions:
        if question.kind == "repeat":
            yield from _turns(question, values, hidden, language, depth)
        elif question.children:
            inside = list(_level(question.children, values, hidden, language, depth + 1))
            if any(line.kind != "group" for line in inside):
                if question.label(language) != question.name:
                    yield Line(question.name, plainly(question.label(language)), kind="group", depth=depth)
                yield from inside
        elif question.asked:
            value = values.get(question.name)
            yield Line(
                question.name,
                plainly(question.label(language)),
                words(question, value, language),
                kind="file" if question.kind in FILES else "answer",
                depth=depth,
                asked=question.path not in hidden,
            )


def _turns(
    question: Question, values: Mapping[str, Any], hidden: frozenset[str], language: str, depth: int
) -> Iterator[Line]:
    for number, turn in enumerate(values.get(question.name) or (), 1):
        label = plainly(question.label(language)) if question.label(language) != question.name else _("Bagian")
        yield Line(question.name, f"{label} {number}", kind="group", depth=depth)
        yield from _level(question.children, turn, frozenset(), language, depth + 1)


def words(question: Question, value: Any, language: str) -> str:
    """An answer as people read it: the words of the choice, a day written out, numbers as the language writes them."""
    if value is None or value == "" or value == ():
        return ""
    if question.choices:
        chosen = value if isinstance(value, tuple | list) else (value,)
        known = {choice.name: plainly(choice.label(language)) for choice in question.choices}
        said = [known.get(str(one), str(one)) for one in chosen]
        if question.kind == "rank":
            said = [f"{number}. {one}" for number, one in enumerate(said, 1)]
        return ", ".join(said)
    if isinstance(value, datetime):
        return formats.date_format(value, "j F Y H.i")
    if isinstance(value, date):
        return formats.date_format(value, "j F Y")
    if isinstance(value, time):
        return formats.time_format(value, "H.i")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return formats.localize(value)
    return str(value)
