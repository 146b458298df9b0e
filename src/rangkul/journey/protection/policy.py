"""Who may do which verb. Who may see is decided by the database; here the row is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.entry.intake import policy as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import policy as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.protection.models import (
    Chat,
    ChatMark,
    Child,
    Claim,
    Evidence,
    Folder,
    LegalClock,
    SafetyPlan,
    Takedown,
)


def may_keep(*, by: Asker, folder: Folder, **_) -> bool:
    """Who works on the case; before there is one, who works on the request."""
    if isinstance(folder, Case):
        return cases.may_work(by=by, case=folder)
    return intake.may_work(by=by, request=folder)


def supervises(by: Asker, folder: Folder) -> bool:
    """A supervisor of the unit; nobody supervises what they answer for themself."""
    if isinstance(folder, Case):
        return cases.is_supervisor_of(by, folder)
    return by.has("supervisor") and by.unit_id == folder.unit_id and folder.owner_id != by.staff_id


def holds_ticket(*, by: Asker, request: Request, **_) -> bool:
    return intake.holds_ticket(by=by, request=request)


def may_meet(*, by: Asker, clock: LegalClock, **_) -> bool:
    return may_keep(by=by, folder=clock.folder)


def may_stop(*, by: Asker, clock: LegalClock, **_) -> bool:
    """That a duty of the law does not apply is no worker's decision alone, least of all the owner's."""
    return by.staff_id != clock.owner_id and supervises(by, clock.folder)


def may_correct(*, by: Asker, evidence: Evidence, **_) -> bool:
    """Also after the case has ended: what is wrong must be said."""
    return may_keep(by=by, folder=evidence.folder)


def may_read_chat(*, by: Asker, chat: Chat, **_) -> bool:
    return may_keep(by=by, folder=chat.folder)


def may_unmark(*, by: Asker, mark: ChatMark, **_) -> bool:
    return may_keep(by=by, folder=mark.folder)


def is_job(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def may_give(*, by: Asker, plan: SafetyPlan, **_) -> bool:
    return may_keep(by=by, folder=plan.folder)


def may_settle(*, by: Asker, row: Takedown | Claim, **_) -> bool:
    return may_keep(by=by, folder=row.folder)


def may_of_child(*, by: Asker, child: Child, **_) -> bool:
    return may_keep(by=by, folder=child.folder)
