"""Who may do which verb. Who may see is decided by the database; here the case is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_team


def may_plan(*, by: Asker, case: Case, **_) -> bool:
    """The case's team, with the client; a supervisor signs or sends back and does not rewrite (A62)."""
    return by.practises and is_team(by, case)


def may_rate(*, by: Asker, case: Case | None = None, request: Request | None = None, **_) -> bool:
    """The client through the ticket, or on the device that somebody of the team hands over. Without a case through
    the ticket alone."""
    if case is None:
        return request is not None and by.kind == "ticket" and by.ticket_id == request.pk
    return by.kind == "ticket" or may_plan(by=by, case=case)
