"""Who may do which verb. Who may see is decided by the database: here the asker already sees the row."""

from rangkul.base.asking import PRACTICE_ROLES, Asker
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.journey.cases import policy as case_policy
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce.models import (
    Contract,
    Decision,
    FollowUp,
    LogEntry,
    Objective,
    Practicum,
    Readiness,
    Reflection,
    Session,
    StudyCase,
)


def may_supervise(by: Asker, supervisor: Staff, worker: Staff) -> bool:
    """One of the two begins; a supervisor of the same agency with somebody who practises there."""
    return (
        by.kind == "staff"
        and by.staff_id in (supervisor.pk, worker.pk)
        and supervisor.pk != worker.pk
        and supervisor.agency_id == worker.agency_id == by.agency_id
        and Role.SUPERVISOR in supervisor.roles
        and not PRACTICE_ROLES.isdisjoint(worker.roles)
        and supervisor.is_active
        and worker.is_active
    )


def may_draft(*, by: Asker, supervisor: Staff, worker: Staff, **_) -> bool:
    return may_supervise(by, supervisor, worker)


def one_of_them(*, by: Asker, contract: Contract, **_) -> bool:
    return by.kind == "staff" and by.staff_id in contract.both


def in_session(*, by: Asker, session: Session, **_) -> bool:
    return by.kind == "staff" and by.staff_id in session.both


def may_change_decision(*, by: Asker, decision: Decision, **_) -> bool:
    return in_session(by=by, session=decision.session)


def may_end_follow_up(*, by: Asker, follow_up: FollowUp, **_) -> bool:
    return in_session(by=by, session=follow_up.session)


def may_judge(*, by: Asker, worker: Staff, **_) -> bool:
    """The database holds that a contract is in force between the two."""
    return by.kind == "staff" and by.has(Role.SUPERVISOR) and by.staff_id != worker.pk


def may_reply(*, by: Asker, readiness: Readiness, **_) -> bool:
    return by.staff_id == readiness.worker_id


def may_reflect(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.practises


def is_mine(*, by: Asker, reflection: Reflection, **_) -> bool:
    return by.staff_id == reflection.staff_id


def may_instruct(*, by: Asker, student: Staff, **_) -> bool:
    """Whoever practises and is no junior; the student learns in the same agency."""
    return by.has(Role.SUPERVISOR, Role.SOCIAL_WORKER) and student.agency_id == by.agency_id and is_a_student(student)


def is_a_student(staff: Staff) -> bool:
    return Role.STUDENT in staff.roles and staff.is_active


def is_instructor(*, by: Asker, practicum: Practicum, **_) -> bool:
    return by.kind == "staff" and by.staff_id == practicum.instructor_id


def is_student(*, by: Asker, practicum: Practicum, **_) -> bool:
    return by.kind == "staff" and by.staff_id == practicum.student_id


def in_practicum(*, by: Asker, practicum: Practicum, **_) -> bool:
    return by.kind == "staff" and by.staff_id in practicum.both


def of_instructor(*, by: Asker, objective: Objective | None = None, entry: LogEntry | None = None, **_) -> bool:
    return is_instructor(by=by, practicum=(objective or entry).practicum)


def of_student(*, by: Asker, entry: LogEntry, **_) -> bool:
    return is_student(by=by, practicum=entry.practicum)


def may_give_case(*, by: Asker, practicum: Practicum, case: Case, **_) -> bool:
    """The instructor, and only a case on which they work or that they supervise."""
    return is_instructor(by=by, practicum=practicum) and case_policy.may_work(by=by, case=case)


def made_it(*, by: Asker, study: StudyCase, **_) -> bool:
    return by.kind == "staff" and by.staff_id == study.made_by_id
