"""Who may do which verb. Who may see is decided by the database; here the case is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.entry.intake import policy as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.models import (
    Activity,
    Appointment,
    Case,
    CasePerson,
    CaseTicket,
    Contract,
    Escalation,
    Exemption,
    Note,
    Partner,
    Sheet,
    Signature,
    Task,
    TeamMember,
)
from rangkul.journey.cases.states import TaskOwner


def may_open(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.practises


def is_worker(by: Asker, case: Case) -> bool:
    return by.kind == "staff" and case.worker_id == by.staff_id


def is_team(by: Asker, case: Case) -> bool:
    return is_worker(by, case) or (
        by.kind == "staff" and TeamMember.objects.filter(case=case, staff_id=by.staff_id, until=None).exists()
    )


def is_supervisor_of(by: Asker, case: Case) -> bool:
    """A supervisor of the unit; nobody supervises their own case."""
    return by.has("supervisor") and by.unit_id == case.unit_id and case.worker_id != by.staff_id


def may_write(*, by: Asker, case: Case, **_) -> bool:
    """Note and activity: who practises and sees the case writes down what they did, also under break-glass."""
    return by.kind == "staff" and by.practises


def may_work(*, by: Asker, case: Case, **_) -> bool:
    return by.practises and (is_team(by, case) or is_supervisor_of(by, case))


def may_hand_in(*, by: Asker, folder: Case | Request, **_) -> bool:
    """Before there is a case whoever works on the request; through the ticket a job, which the later package names."""
    if by.kind == "job":
        return True
    return isinstance(folder, Request) and intake.may_work(by=by, request=folder)


def may_lead(*, by: Asker, case: Case, **_) -> bool:
    """Steps, contract, team, ending: the responsible worker, or a supervisor of the unit."""
    return by.practises and (is_worker(by, case) or is_supervisor_of(by, case))


def may_supervise(*, by: Asker, case: Case, **_) -> bool:
    return is_supervisor_of(by, case)


def may_change_level(*, by: Asker, case: Case, **_) -> bool:
    """A machine too may ask for it; the verb sees to it that a machine only raises."""
    return by.kind == "job" or may_work(by=by, case=case)


def may_lower(*, by: Asker, case: Case, **_) -> bool:
    """A junior is never alone with what was red (A55), as at the intake."""
    return case.level != Level.MERAH or not by.has("junior")


def is_clock(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def may_acknowledge(*, by: Asker, case: Case, **_) -> bool:
    """Whoever was told of it, or supervises the unit: the climb ends with a person who stands above the owner."""
    told = case.escalations.filter(told_id=by.staff_id, settled_at=None).exists()
    return by.kind == "staff" and (told or is_supervisor_of(by, case))


def was_told(*, by: Asker, escalation: Escalation, **_) -> bool:
    return by.kind == "staff" and by.staff_id == escalation.told_id


def may_send(*, by: Asker, case: Case, **_) -> bool:
    """The client writes through the ticket."""
    return by.kind == "ticket"


def may_correct(*, by: Asker, note: Note | None = None, activity: Activity | None = None, **_) -> bool:
    return may_write(by=by, case=(note or activity).case)


def may_settle(*, by: Asker, appointment: Appointment, **_) -> bool:
    return may_work(by=by, case=appointment.case)


def may_end_member(*, by: Asker, member: TeamMember, **_) -> bool:
    """Whoever leads the case; and everybody may leave a team themselves."""
    return by.staff_id == member.staff_id or may_lead(by=by, case=member.case)


def may_work_on(*, by: Asker, partner: Partner, **_) -> bool:
    return may_work(by=by, case=partner.case)


def may_work_with(*, by: Asker, row: CasePerson, **_) -> bool:
    return may_work(by=by, case=row.case)


def may_write_contract(*, by: Asker, contract: Contract, **_) -> bool:
    return may_lead(by=by, case=contract.case)


def may_file_sheet(*, by: Asker, sheet: Sheet, **_) -> bool:
    return may_work(by=by, case=sheet.case)


def may_lead_ticket(*, by: Asker, ticket: CaseTicket, **_) -> bool:
    return may_lead(by=by, case=ticket.case)


def may_end_exemption(*, by: Asker, exemption: Exemption, **_) -> bool:
    return may_lead(by=by, case=exemption.case)


def may_decide_signature(*, by: Asker, signature: Signature, **_) -> bool:
    return signature.asked_by_id != by.staff_id and is_supervisor_of(by, signature.case)


def may_show_task(*, by: Asker, task: Task, **_) -> bool:
    return may_work(by=by, case=task.case)


def may_end_task(*, by: Asker, task: Task, **_) -> bool:
    """The client ends their own tasks through the ticket, a machine those that an answer has settled; the team any."""
    if by.kind == "ticket":
        return task.owner_kind == TaskOwner.CLIENT
    if by.kind == "job":
        return True
    return may_work(by=by, case=task.case)
