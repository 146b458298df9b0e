"""Workers ask each other without names, and keep what helped: three questions, five articles and one that waits. The
words stand in data/consultations.json; every rule that they name is a real one, everything that happened is made up."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from importlib.resources import files
from typing import Any

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.support.consultation import actions, queries
from rangkul.support.consultation.actions import To, Written
from rangkul.support.consultation.models import Question
from rangkul.web.demo.playing.office import Office


def play(office: Office) -> None:
    words = json.loads(files("rangkul.web.demo").joinpath("data/consultations.json").read_text(encoding="utf-8"))
    for one in words["articles"]:
        _article(office, **one)
    if {"ayu", "sari", "dimas", "budi"} <= office.staff.keys():
        _about_a_case(office, words)
        _waiting(office, words)


def _ago(office: Office, days: float) -> datetime:
    return office.now - timedelta(days=days)


def _ahead(office: Office, days: int) -> date:
    return clock.local(office.now).date() + timedelta(days=days)


def _article(office: Office, writer: str, editor: str, days: int, **given: Any) -> None:
    if not {writer, editor} <= office.staff.keys():
        return
    with office.at(_ago(office, days), writer) as by:
        row = actions.propose(by=by, given=Written(**given))
    with office.at(_ago(office, days - 2), editor) as by:
        actions.publish(by=by, article=row, review_on=_ahead(office, 300 - days))


def _ask(office: Office, days: float, who: str, to: To, words: dict[str, str], case: Case | None = None) -> Question:
    with office.at(_ago(office, days), who) as by:
        row = actions.ask(by=by, to=to, answer_by=_ahead(office, 4), case=case, facts=["Klien", "Usia"], **words)
        return actions.send(by=by, question=row, read=True)


def _about_a_case(office: Office, words: dict[str, Any]) -> None:
    """Ayu asks everybody; what helped grows into an article that Sari reads."""
    with office.at(_ago(office, 12), "ayu") as by:
        rows = Case.objects.filter(worker_id=by.staff_id, state="open").select_related("key", "person", "worker")
        case = rows.order_by("number").first()
    row = _ask(office, 12, "ayu", To("forum"), words["about_a_case"], case)
    given = [_answer(office, row, 11 - n, *one) for n, one in enumerate(words["answers"]) if one[0] in office.staff]
    with office.at(_ago(office, 8), "ayu") as by:
        found = queries.answer(given[-1])
        actions.mark_helped(by=by, answer=found)
        kept = actions.propose(by=by, given=Written(**words["grown"]), answer=found)
    with office.at(_ago(office, 7), "sari") as by:
        actions.publish(by=by, article=kept, review_on=_ahead(office, 360))


def _answer(office: Office, row: Question, days: float, who: str, text: str):
    with office.at(_ago(office, days), who) as by:
        return actions.answer(by=by, question=row, text=text).pk


def _waiting(office: Office, words: dict[str, Any]) -> None:
    staff = office.staff
    _ask(office, 2, "dimas", To("unit", unit_id=staff["dimas"].unit_id), words["in_the_unit"])
    _ask(office, 1, "budi", To("agency", agency_id=staff["ayu"].agency_id), words["to_the_other"])
    with office.at(_ago(office, 1), "dimas") as by:
        actions.propose(by=by, given=Written(**words["proposed"]))
