"""Who may do which verb. Who may see is decided by the database; here the row is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.commons.people.policy import is_leaving
from rangkul.commons.people.states import Role
from rangkul.entry.intake import policy as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import policy as cases
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers.behind import file_of
from rangkul.support.volunteers.models import Complaint, Match, Need, Volunteer
from rangkul.support.volunteers.states import VolunteerState


def may_look(*, by: Asker, **_) -> bool:
    """Whoever practises, and a head, to whom a complaint may climb."""
    return by.kind == "staff" and (by.practises or by.has(Role.HEAD))


def may_keep(*, by: Asker, **_) -> bool:
    """Register, write down what was seen, hear a complaint, stop somebody: whoever practises may do it at once."""
    return by.kind == "staff" and by.practises


def may_vet(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.has(Role.SUPERVISOR)


def may_empty(*, by: Asker, volunteer: Volunteer, **_) -> bool:
    """Whoever keeps them; a name that was barred only a supervisor lets go."""
    return may_vet(by=by) if volunteer.state == VolunteerState.BARRED else may_keep(by=by)


def may_decide(*, by: Asker, complaint: Complaint, **_) -> bool:
    """A supervisor or the head, and never who wrote the complaint."""
    return by.kind == "staff" and by.has(Role.SUPERVISOR, Role.HEAD) and by.staff_id != complaint.by_id


def may_note(*, by: Asker, case: Case | None = None, request: Request | None = None, **_) -> bool:
    """The team of a case and its supervisor; for a request whoever may decide it."""
    if case is not None:
        return cases.may_work(by=by, case=case)
    return request is not None and by.practises and intake.may_work(by=by, request=request)


def may_see_to(*, by: Asker, need: Need, **_) -> bool:
    """Whoever works on the file of which it speaks, and nobody else."""
    case, request = file_of(need)
    return may_note(by=by, case=case, request=request)


def may_lead(*, by: Asker, match: Match, **_) -> bool:
    return may_see_to(by=by, need=match.need)


def is_job(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def may_stop(*, by: Asker, **_) -> bool:
    """Whoever hears a complaint; the house, where somebody who was to go along has no account any more."""
    return may_keep(by=by) or is_leaving(by=by)


def may_match(*, by: Asker, need: Need, volunteer: Volunteer, **_) -> bool:
    return may_see_to(by=by, need=need) and volunteer.agency_id == by.agency_id


__all__ = [
    "is_job",
    "is_leaving",
    "may_decide",
    "may_empty",
    "may_keep",
    "may_lead",
    "may_look",
    "may_match",
    "may_note",
    "may_see_to",
    "may_stop",
    "may_vet",
]
