"""How many points each answer is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from rangkul.base.xforms import Question
from rangkul.journey.instruments.scoring_sheet.rows import Row, Rows

Points = dict[str, str | None]
# Steps of one scale that is answered with a number.
_STEPS = 200


def read(found: Rows, score: Row, items: Sequence[str]) -> dict[str, Points]:
    return {item: points for item in items if (points := _points(found, score, found.form.question(item)))}


def decimals(points: Mapping[str, Points]) -> int:
    """As many as the finest answer has, two at most."""
    written = [worth for each in points.values() for worth in each.values() if worth is not None]
    return min(2, max((len(worth.partition(".")[2].rstrip("0")) for worth in written), default=0))


def _points(found: Rows, score: Row, question: Question) -> Points | None:
    if question.repeats:
        return _none(found, score, _("“%s” ada di bagian berulang, jadi tidak bisa dihitung."), question)
    if question.kind == "range":
        return _of_scale(found, score, question)
    if question.kind != "select_one" or not question.choices:
        return _none(found, score, _("“%s” bukan pilihan tunggal atau skala, jadi tidak bisa dihitung."), question)
    worth = _of_choices(question)
    if worth is None:
        said = _("Pilihan pada “%s” belum punya nilai: isi kolom points di lembar choices dengan angka.")
        return _none(found, score, said, question)
    if len({points for points in worth.values() if points is not None}) < 2:
        return _none(found, score, _("Semua pilihan pada “%s” bernilai sama."), question)
    return worth


def _of_choices(question: Question) -> Points | None:
    """The column `points`, where an empty cell stands for "not known"; else the names, where they are numbers."""
    written = {choice.name: choice.columns.get("points", "").strip() for choice in question.choices}
    if any(written.values()):
        found = {name: _number(points) if points else None for name, points in written.items()}
        return found if all(found[name] is not None for name, points in written.items() if points) else None
    named = {name: _number(name) for name in written}
    return named if all(points is not None for points in named.values()) else None


def _number(written: str) -> str | None:
    try:
        found = Decimal(written.replace(",", ".")) if len(written) <= 12 else None
    except InvalidOperation:
        return None
    return str(found) if found is not None and found.is_finite() and abs(found) <= 1_000 else None


def _of_scale(found: Rows, score: Row, question: Question) -> Points | None:
    try:
        start, end, step = (int(question.parameters[name]) for name in ("start", "end", "step"))
        steps = range(min(start, end), max(start, end) + 1, abs(step))
    except (KeyError, ValueError):
        return _none(found, score, _("Skala “%s” perlu start, end, dan step berupa bilangan bulat."), question)
    if not 2 <= len(steps) <= _STEPS:
        return _none(found, score, _("Skala “%s” terlalu panjang untuk dihitung."), question)
    return {str(value): str(value) for value in steps}


def _none(found: Rows, score: Row, message: str, question: Question) -> None:
    found.fault(score, "items", message % question.name)
