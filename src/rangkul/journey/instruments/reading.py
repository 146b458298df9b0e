"""From stored bytes to things that answer: a version's form and rules, an administration's answer and score."""

from __future__ import annotations

import json
from functools import lru_cache
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.xforms import Answer, Complaint, Form, Refused
from rangkul.commons.people.models import Person
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.instruments.rendering import Rendered, render
from rangkul.journey.instruments.scoring import About, AnswerUnknown, Rules, Scored, score

_KEPT = 256


def form_of(version: InstrumentVersion) -> Form:
    return Form.from_xml(version.xform.encode())


def rules_of(version: InstrumentVersion) -> Rules | None:
    """None where nothing is scored. A version never changes, so its rules are read once in each process."""
    if version.rules is None:
        return None
    if version.pk not in _rules:
        if len(_rules) >= _KEPT:
            _rules.clear()
        _rules[version.pk] = Rules.load(version.rules)
    return _rules[version.pk]


_rules: dict[UUID, Rules] = {}


def drawn(version: InstrumentVersion, language: str) -> Rendered:
    return _drawn(version.xform, language)


@lru_cache(maxsize=_KEPT)
def _drawn(xform: str, language: str) -> Rendered:
    return render(xform, language)


def about(person: Person | None, years: int | None) -> About:
    return About(years, person.sex if person else "")


def counted(version: InstrumentVersion, answer: Answer, whom: About) -> Scored | None:
    """Raises base.xforms.Refused where an answer is none of the instrument's."""
    rules = rules_of(version)
    if rules is None:
        return None
    try:
        return score(rules, {item: _code(answer.get(item)) for item in rules.items}, about=whom)
    except AnswerUnknown as unknown:
        question = form_of(version).question(unknown.item)
        raise Refused(Complaint(question.path, question.label(), _("Pilih salah satu dari daftar."))) from None


def _code(value: object) -> object:
    """The scoring knows the names of choices; whole numbers may come as numbers."""
    return value if value is None or isinstance(value, str) else str(value)


def score_of(administration: Administration) -> Scored | None:
    stored = administration.scored
    # A destroyed key gives a sentence in the place of the score.
    return Scored.of(json.loads(stored)) if stored.startswith("{") else None


def answer_of(administration: Administration) -> Answer | None:
    """The answer as the form's values, not judged by a later clock; None where its key was destroyed."""
    try:
        return form_of(administration.version).read(administration.answer.encode())
    except Refused:
        return None
