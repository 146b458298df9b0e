"""Who may do which verb. Who may see is decided by the database; here the row is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.commons.people.policy import is_leaving
from rangkul.commons.people.states import Role
from rangkul.journey.cases import policy as cases
from rangkul.journey.cases.models import Case
from rangkul.support.consultation.models import Answer, Article, Question


def may_ask(*, by: Asker, case: Case | None = None, **_) -> bool:
    return by.kind == "staff" and by.practises and (case is None or cases.may_work(by=by, case=case))


def is_asker(*, by: Asker, question: Question, **_) -> bool:
    return by.kind == "staff" and by.staff_id == question.asked_by_id


def may_answer(*, by: Asker, question: Question, **_) -> bool:
    return by.kind == "staff" and by.practises


def may_thank(*, by: Asker, answer: Answer, **_) -> bool:
    """Only the one who asked knows what helped; nobody thanks themself."""
    return by.kind == "staff" and answer.question.asked_by_id == by.staff_id != answer.by_id


def may_propose(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.practises


def may_rewrite(*, by: Asker, article: Article, **_) -> bool:
    return by.kind == "staff" and by.practises and by.agency_id == article.agency_id


def may_edit(*, by: Asker, article: Article, **_) -> bool:
    """An editor is a supervisor of the agency that keeps it, and never the one who wrote it."""
    own = by.agency_id == article.agency_id and by.staff_id != article.written_by_id
    return by.kind == "staff" and by.has(Role.SUPERVISOR) and own


__all__ = ["is_asker", "is_leaving", "may_answer", "may_ask", "may_edit", "may_propose", "may_rewrite", "may_thank"]
