"""Who may do which verb. Who may see is decided by the database; here the row is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.journey.cases import policy as cases
from rangkul.journey.protection.models import Chat, ChatMark, Child, Claim, Evidence, LegalClock, SafetyPlan, Takedown

may_work = cases.may_work


def may_meet(*, by: Asker, clock: LegalClock, **_) -> bool:
    return cases.may_work(by=by, case=clock.case)


def may_stop(*, by: Asker, clock: LegalClock, **_) -> bool:
    """That a duty of the law does not apply is no worker's decision alone, least of all the owner's."""
    return by.staff_id != clock.owner_id and cases.is_supervisor_of(by, clock.case)


def may_correct(*, by: Asker, evidence: Evidence, **_) -> bool:
    """Also after the case has ended: what is wrong must be said."""
    return cases.may_work(by=by, case=evidence.case)


def may_read_chat(*, by: Asker, chat: Chat, **_) -> bool:
    return cases.may_work(by=by, case=chat.case)


def may_unmark(*, by: Asker, mark: ChatMark, **_) -> bool:
    return cases.may_work(by=by, case=mark.case)


def is_job(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def may_give(*, by: Asker, plan: SafetyPlan, **_) -> bool:
    return cases.may_work(by=by, case=plan.case)


def may_settle(*, by: Asker, row: Takedown | Claim, **_) -> bool:
    return cases.may_work(by=by, case=row.case)


def may_of_child(*, by: Asker, child: Child, **_) -> bool:
    return cases.may_work(by=by, case=child.case)
