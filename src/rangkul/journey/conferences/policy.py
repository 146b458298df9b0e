"""Who may do which verb. Who may see is decided by the database; here the conference is already one that is seen."""

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy as cases
from rangkul.journey.conferences.models import Conference, Decision, Invitation


def may_lead(*, by: Asker, conference: Conference, **_) -> bool:
    """The case's team and its supervisor; a guest or an invited colleague sits at the table, and does not set it."""
    return by.kind == "staff" and cases.may_work(by=by, case=conference.case)


def may_end_seat(*, by: Asker, invitation: Invitation, **_) -> bool:
    return may_lead(by=by, conference=invitation.conference)


def is_house(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def sits(by: Asker, invitation: Invitation) -> bool:
    """The seat is the asker's own and still theirs."""
    own = invitation.pk == by.ticket_id if by.kind == "ticket" else invitation.staff_id == by.staff_id
    return own and invitation.ended_at is None and invitation.valid_to > clock.now()


def may_reply(*, by: Asker, invitation: Invitation, **_) -> bool:
    return sits(by, invitation)


def may_dissent(
    *, by: Asker, conference: Conference, invitation: Invitation | None = None, decision: Decision | None = None, **_
) -> bool:
    """Whoever sits at the table, for themself."""
    if decision is not None and decision.conference_id != conference.pk:
        return False
    if invitation is not None:
        return invitation.conference_id == conference.pk and sits(by, invitation)
    return may_lead(by=by, conference=conference)
