"""From stored bytes to things that answer: a version's form and rules, an administration's answer and score."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from decimal import Decimal
from functools import lru_cache
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.xforms import Answer, Complaint, Form, Refused
from rangkul.commons.people.models import Person
from rangkul.journey.instruments.models import Administration, CutOff, FormPicture, InstrumentVersion
from rangkul.journey.instruments.rendering import Rendered, render
from rangkul.journey.instruments.rendering.showing import Picture
from rangkul.journey.instruments.scoring import About, AnswerUnknown, Rules, Scored, score
from rangkul.journey.instruments.scoring.moving import movable, moved

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


def drawn(version: InstrumentVersion, language: str, route: str = "instruments:picture") -> Rendered:
    """`route` names the page that gives a picture, by the version's id and the picture's name."""
    if not form_of(version).media:
        return _drawn(version.xform, language)
    key = (version.pk, language, route)
    if key not in _pictured:
        if len(_pictured) >= _KEPT:
            _pictured.clear()
        _pictured[key] = render(version.xform, language, pictures(version, route))
    return _pictured[key]


def pictures(version: InstrumentVersion, route: str = "instruments:picture") -> dict[str, Picture]:
    """By the names that the form gives them; nothing is asked of the database for a form that shows none."""
    if not form_of(version).media:
        return {}
    rows = FormPicture.objects.filter(version_id=version.pk).values_list("name", "width", "height")
    return {name: Picture(reverse(route, args=[version.pk, name]), width, height) for name, width, height in rows}


_pictured: dict[tuple[UUID, str, str], Rendered] = {}


@lru_cache(maxsize=_KEPT)
def _drawn(xform: str, language: str) -> Rendered:
    return render(xform, language)


def about(person: Person | None, years: int | None) -> About:
    return About(years, person.sex if person else "")


def own_cuts(version: InstrumentVersion, agency_id: UUID | None) -> dict[str, Decimal]:
    """Where bands begin for this agency, by their keys: the newest word on each, where it is not the published one."""
    rows = CutOff.objects.filter(agency_id=agency_id, instrument_id=version.instrument_id)
    newest = rows.order_by("band", "-made_at", "-id").distinct("band")
    return {band: at for band, at in newest.values_list("band", "at") if at is not None}


def counted(version: InstrumentVersion, answer: Answer, whom: About, agency_id: UUID | None = None) -> Scored | None:
    """By the cut-offs of this agency. Raises base.xforms.Refused where an answer is none of the instrument's."""
    rules = rules_of(version)
    if rules is None:
        return None
    if agency_id is not None and movable(rules):
        rules = moved(rules, own_cuts(version, agency_id))
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


def own_words(administration: Administration) -> str:
    """What somebody wrote in their own words, one answer a line; "" where nothing but choices and numbers was asked."""
    answer = answer_of(administration)
    names = {one.name for one in form_of(administration.version).all_questions() if one.kind == "text"}
    return "\n".join(_texts(answer.values, names)) if answer else ""


def _texts(values: Mapping[str, object], names: Set[str]) -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, list):
            for turn in value:
                yield from _texts(turn, names)
        elif value and name.rpartition("/")[2] in names:
            yield str(value)
