"""A question is written, read once more as others will read it, and sent; then answered, closed or taken back."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import nameless
from rangkul.support.consultation import policy, queries
from rangkul.support.consultation.actions.rows import filled, held, nobody_in, said, signed
from rangkul.support.consultation.models import Answer, CaseQuestion, Question
from rangkul.support.consultation.states import QUESTION, Audience, QuestionState

MOST_DAYS = 60


@dataclass(frozen=True)
class To:
    """Who reads it: one of the three names where the audience has one."""

    audience: str
    staff_id: UUID | None = None
    unit_id: UUID | None = None
    agency_id: UUID | None = None

    def fields(self) -> dict[str, UUID | None]:
        own = {
            Audience.COLLEAGUE: ("to_staff_id", self.staff_id),
            Audience.UNIT: ("to_unit_id", self.unit_id),
            Audience.AGENCY: ("to_agency_id", self.agency_id),
        }.get(Audience(self.audience))
        if own and own[1] is None:
            raise Refused(_("Pilih kepada siapa pertanyaan ini."), field="audience", code="reader")
        return {"to_staff_id": None, "to_unit_id": None, "to_agency_id": None, **(dict([own]) if own else {})}


@action("question.drafted", may=policy.may_ask)
def ask(
    *,
    by: Asker,
    to: To,
    topic: str,
    title: str,
    text: str,
    answer_by: date,
    category: str = "",
    case: Case | None = None,
    facts: Collection[str] = (),
) -> Done:
    """A draft in which names, places, dates and numbers of the file have already given way to general words. `facts`
    names which lines of the case without its name go along."""
    row = Question(
        key=DataKey.make(), agency_id=by.agency_id, unit_id=by.unit_id, asked_by_id=by.staff_id, asker=signed(by),
        audience=to.audience, topic=topic, category=category, answer_by=_day(answer_by), **to.fields(),
    )  # fmt: skip
    _knows(by, row)
    _write(row, case, title, text, facts)
    row.save(force_insert=True)
    if case is not None:
        CaseQuestion(case=case, question=row, key=row.key).save(force_insert=True)
    return said("question", row, by.agency_id, topic=topic)


def _knows(by: Asker, row: Question) -> None:
    """Only somebody who is there may be asked."""
    known: Mapping[str, set] = {
        "to_staff_id": {one.pk for one in queries.colleagues(by)} if row.to_staff_id else set(),
        "to_unit_id": {one.pk for one in queries.units(by)} if row.to_unit_id else set(),
        "to_agency_id": {one.pk for one in queries.agencies(by)} if row.to_agency_id else set(),
    }
    for name, ids in known.items():
        if getattr(row, name) is not None and getattr(row, name) not in ids:
            raise Refused(_("Pilih salah satu dari daftar."), field="audience", code="reader")


def _day(answer_by: date) -> date:
    days.not_over(answer_by, "answer_by")
    if (answer_by - days.today()).days > MOST_DAYS:
        raise Refused(_("Paling lama 60 hari."), field="answer_by")
    return answer_by


def _write(row: Question, case: Case | None, title: str, text: str, facts: Collection[str]) -> None:
    row.title = nameless.hidden(case, filled(title, _("Tulis pertanyaannya dalam satu baris."), "title"))
    row.text = nameless.hidden(case, filled(text, _("Tulis apa yang ingin Anda ketahui."), "text"))
    told = [pair for pair in nameless.short_facts_of(case) if pair[0] in facts] if case else []
    row.facts = json.dumps(told) if told else ""


@action("question.changed", may=policy.is_asker)
def change(*, by: Asker, question: Question, title: str, text: str, facts: Collection[str] = ()) -> Done:
    """As long as it was not sent."""
    row = held(question)
    if row.state != QuestionState.DRAFT:
        raise Refused(_("Pertanyaan ini sudah dikirim."), code="sent")
    _write(row, queries.case_of(row), title, text, facts)
    row.save(update_fields=["title", "text", "facts"])
    return said("question", row, row.agency_id)


@action("question.sent", may=policy.is_asker)
def send(*, by: Asker, question: Question, read: bool) -> Done:
    """`read`: the worker has read it as others will, and says so."""
    row = held(question)
    if not read:
        raise Refused(_("Baca dulu, lalu centang bahwa tidak ada yang menunjuk orangnya."), field="read", code="unread")
    nobody_in(queries.case_of(row), "text", row.title, row.text)
    QUESTION.step(row, "send")
    row.sent_at = clock.now()
    row.save(update_fields=["state", "sent_at"])
    return said("question", row, row.agency_id, audience=row.audience)


@action("question.answered", may=policy.may_answer)
def answer(*, by: Asker, question: Question, text: str) -> Done:
    """The asker may add too. Where whoever answers sees the case, its names are kept out of the answer as well."""
    # Not held: who answers may not change the question.
    row = queries.get(question.pk)
    if row.state not in (QuestionState.OPEN, QuestionState.ANSWERED):
        raise Refused(_("Pertanyaan ini sudah ditutup."), code="closed")
    words = filled(text, _("Tulis jawabannya."), "text")
    nobody_in(queries.case_of(row), "text", words)
    found = Answer(question=row, key=row.key, by_id=by.staff_id, author=signed(by))
    found.text = words
    found.save(force_insert=True)
    return said("question", row, row.agency_id, found, answer=found.pk)


@action("question.helped", may=policy.may_thank)
def mark_helped(*, by: Asker, answer: Answer) -> Done:
    """A second time changes nothing."""
    row = held(answer.question)
    found = Answer.objects.select_for_update(of=("self",)).select_related("key").get(pk=answer.pk)
    if found.helped_at is not None:
        return said("question", row, row.agency_id, found, silent=True)
    QUESTION.step(row, "help")
    found.helped_at = clock.now()
    found.save(update_fields=["helped_at"])
    row.save(update_fields=["state"])
    return said("question", row, row.agency_id, found, answer=found.pk)


@action("question.closed", may=policy.is_asker)
def close(*, by: Asker, question: Question) -> Done:
    row = held(question)
    QUESTION.step(row, "close")
    row.ended_at = clock.now()
    row.save(update_fields=["state", "ended_at"])
    return said("question", row, row.agency_id)


@action("question.withdrawn", may=policy.is_asker)
def withdraw(*, by: Asker, question: Question) -> Done:
    """Nobody reads it any more, and nothing of it is left."""
    row = held(question)
    _take_back(row)
    return said("question", row, row.agency_id)


def _take_back(row: Question) -> None:
    QUESTION.step(row, "withdraw")
    row.title = row.text = row.facts = ""
    row.ended_at = clock.now()
    row.save(update_fields=["state", "title", "text", "facts", "ended_at"])


@action("question.left", may=policy.is_leaving)
def hand_on(*, by: Asker, staff: Staff) -> Done:
    """Whose account is closed: drafts go, open questions are closed with what was answered, and what was asked of them
    alone is asked of their unit."""
    for row in Question.objects.select_for_update(of=("self",)).select_related("key").filter(asked_by=staff):
        if row.state == QuestionState.DRAFT:
            _take_back(row)
        elif row.state in (QuestionState.OPEN, QuestionState.ANSWERED):
            QUESTION.step(row, "close")
            row.ended_at = clock.now()
            row.save(update_fields=["state", "ended_at"])
    if staff.unit_id:
        Question.objects.filter(to_staff=staff, state=QuestionState.OPEN).update(
            audience=Audience.UNIT, to_staff=None, to_unit_id=staff.unit_id
        )
    return Done(staff, subject=("staff", staff.pk), agency_id=staff.agency_id)


__all__ = ["MOST_DAYS", "To", "answer", "ask", "change", "close", "hand_on", "mark_helped", "send", "withdraw"]
