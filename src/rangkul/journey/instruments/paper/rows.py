"""Questions as they stand on paper: boxes to tick, lines to write on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from rangkul.base.typesetting import Asked, Block, Heading, Notice, Paragraph, Ticks
from rangkul.base.xforms import Form, Question
from rangkul.base.xforms.questions import pick
from rangkul.journey.instruments.paper import words
from rangkul.journey.instruments.paper.conditions import when_asked
from rangkul.journey.instruments.paper.pictures import Pictures, of_choices, of_question
from rangkul.journey.instruments.paper.plainly import plainly

# Choices of one line together; longer ones stand under each other.
_ONE_LINE = 26
# A list as long as a register is written in, not ticked.
_TICKED = 30
_STEPS = 12
# How long a word may be at the head of a column, by how many columns there are; more leave no room for the question.
_COLUMNS = {2: 34, 3: 34, 4: 34, 5: 26, 6: 26, 7: 26}
_LINES = {"multiline": 4}
_WRITTEN = frozenset({"text", "integer", "decimal", "barcode", "range"})
_NOT_ON_PAPER = frozenset({"geopoint", "geotrace", "geoshape", "image", "audio", "video", "file"})


@dataclass(frozen=True)
class Sheet:
    """The form, and what of its pictures is at hand."""

    form: Form
    pictures: Pictures


def blocks_of(form: Form, language: str, pictures: Pictures | None = None) -> Iterator[Block]:
    yield from _level(Sheet(form, pictures or {}), form.questions, language, 1)


def _level(sheet: Sheet, questions: Iterable[Question], language: str, depth: int) -> Iterator[Block]:
    for choices, run in groupby(questions, key=lambda question: _columns(question, language)):
        alike = list(run)
        if choices and len(alike) > 1:
            yield Ticks(words.QUESTION.said(language), choices, tuple(plainly(one.label(language)) for one in alike))
        else:
            for question in alike:
                yield from _one(sheet, question, language, depth)


def _columns(question: Question, language: str) -> tuple[str, ...]:
    """The choices of a question that can stand in a table with its neighbours."""
    plain = question.kind == "select_one" and not (
        question.relevant or question.hints or question.choice_filter or question.media
    )
    plain = plain and not any(choice.media for choice in question.choices)
    labels = tuple(plainly(choice.label(language)) for choice in question.choices) if plain else ()
    return labels if labels and max(map(len, labels)) <= _COLUMNS.get(len(labels), 0) else ()


def _one(sheet: Sheet, question: Question, language: str, depth: int) -> Iterator[Block]:
    if question.kind in {"group", "repeat"}:
        yield from _group(sheet, question, language, depth)
    elif question.kind == "note":
        yield from _note(sheet, question, language, depth)
    elif question.asked:
        yield _asked(sheet, question, language)


def _group(sheet: Sheet, group: Question, language: str, depth: int) -> Iterator[Block]:
    inside = list(_level(sheet, group.children, language, depth + 1))
    if not inside:
        return
    if group.label(language) != group.name:
        yield Heading(plainly(group.label(language)), level=min(depth, 2))
    if group.kind == "repeat":
        yield Paragraph(words.AGAIN.said(language), tone="quiet")
    condition = when_asked(sheet.form, group, language)
    if condition and isinstance(inside[0], Asked) and not inside[0].before:
        # Together on one page: a condition alone at its end is read by nobody.
        inside[0] = replace(inside[0], before=condition)
    elif condition:
        yield Paragraph(condition, tone="quiet")
    yield from inside


def _note(sheet: Sheet, note: Question, language: str, depth: int) -> Iterator[Block]:
    """Framed where it stands for the whole form."""
    condition = when_asked(sheet.form, note, language)
    text = plainly(note.label(language))
    if note.default:
        # A field that nobody fills in says what it holds.
        text = f"{text}: {note.default}"
    if condition:
        yield Paragraph(f"{condition} {text}", tone="quiet")
    else:
        yield Notice(text) if depth == 1 else Paragraph(text)
    yield from of_question(note, sheet.pictures)


def _asked(sheet: Sheet, question: Question, language: str) -> Asked:
    # A hint that says the same as we would is said once.
    told = dict.fromkeys((plainly(pick(question.hints, language)), *_room(question, language)))
    remarks = tuple(filter(None, told))
    shown = of_question(question, sheet.pictures)
    bare = Asked(plainly(question.label(language)), when_asked(sheet.form, question, language), remarks, shown=shown)
    if steps := _steps(question, language):
        return replace(bare, choices=steps, across=True)
    labels = tuple(plainly(choice.label(language)) for choice in question.choices)
    if labels and len(labels) <= _TICKED:
        pictured = of_choices(question.choices, sheet.pictures, language)
        return replace(bare, choices=labels, across=max(map(len, labels)) <= _ONE_LINE, choices_shown=pictured)
    if labels or question.kind in _WRITTEN:
        return replace(bare, lines=_LINES.get(question.appearance, 1))
    return bare


def _room(question: Question, language: str) -> tuple[str, ...]:
    """How to answer, where a box or a line does not say it by itself."""
    told = {
        "select_multiple": words.SEVERAL,
        "rank": words.IN_ORDER,
        "date": words.DAY,
        "datetime": words.MOMENT,
        "time": words.CLOCK,
    }.get(question.kind)
    if told is None and question.kind in _NOT_ON_PAPER:
        told = words.IN_THE_APPLICATION
    return (told.said(language),) if told else ()


def _steps(question: Question, language: str) -> tuple[str, ...]:
    if question.kind != "range":
        return ("",) if question.kind == "acknowledge" else ()
    try:
        start, end, step = (int(question.parameters[name]) for name in ("start", "end", "step"))
    except (KeyError, ValueError):
        return ()
    values = range(start, end + 1, step) if step > 0 else range(0)
    named = {choice.name: plainly(choice.label(language)) for choice in question.choices}
    told = [f"{value} ({named[str(value)]})" if str(value) in named else str(value) for value in values]
    return tuple(told) if len(values) <= _STEPS else ()
