"""Who carries the case. Joining gives the right to see it and leaving takes it away, in the same transaction."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases import policy, texts
from rangkul.journey.cases.actions.joining import join, leave, refuse_tied
from rangkul.journey.cases.actions.risk import guard_grave_case
from rangkul.journey.cases.actions.rows import about, filled, lock, lock_open
from rangkul.journey.cases.models import Case, Decision, TeamMember
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.states import DecisionKind, TeamRole


def refuse_inadmissible(case: Case, staff: Staff) -> None:
    if not staff.practises or not staff.is_active or staff.unit_id is None:
        raise Refused(_("Pilih pekerja sosial yang aktif."), field="staff", code="worker")
    if staff.pk == case.against_id:
        raise Refused(_("Petugas ini tidak bisa ikut dalam kasus ini."), field="staff", code="against")
    refuse_tied(tied_to(case), staff, "staff")


@action("member.added", may=policy.may_lead)
def add_member(*, by: Asker, case: Case, staff: Staff, role: str = TeamRole.CO_WORKER) -> Done:
    """Let a colleague in. Who is in already stays as they are."""
    case = lock_open(case)
    refuse_inadmissible(case, staff)
    if role == TeamRole.WORKER:
        raise Refused(_("Untuk mengganti penanggung jawab, pindahkan kasusnya."), field="role")
    if (there := case.team.filter(staff=staff, until=None).first()) is not None:
        return about(case, there, silent=True)
    return about(case, join(by, case, staff.pk, role), staff=staff.pk, role=role)


@action("member.ended", may=policy.may_end_member)
def end_member(*, by: Asker, member: TeamMember) -> Done:
    """The colleague leaves and no longer sees the case. The responsible worker leaves only by a transfer."""
    case = lock(member.case)
    if member.role == TeamRole.WORKER and member.until is None:
        raise Refused(_("Pindahkan dulu kasusnya ke penanggung jawab baru."), code="worker")
    if member.until is not None:
        return about(case, member, silent=True)
    leave(by, member)
    return about(case, member, staff=member.staff_id)


@action("worker.changed", may=policy.may_lead)
def transfer(*, by: Asker, case: Case, worker: Staff, reason: str, stay: bool = False) -> Done:
    """Another worker takes over; `stay` keeps the former one in the team. Returns the case."""
    case = lock_open(case)
    reason = filled(reason, _("Tulis mengapa kasus dipindahkan."), "reason")
    refuse_inadmissible(case, worker)
    if worker.agency_id != case.agency_id:
        raise Refused(_("Ke lembaga lain lewat rujukan, tidak dengan memindahkan kasus."), field="worker")
    if worker.pk == case.worker_id:
        return about(case, case, silent=True)
    former = case.worker_id
    member = change_worker(by, case, worker, stay=stay)
    done = about(case, member, staff=worker.pk, former=former)
    done.result = case
    return done


def change_worker(by: Asker, case: Case, worker: Staff, *, stay: bool = False) -> TeamMember:
    """Put somebody else in charge of the held case, and tell the client."""
    # Who hands a case to another unit may have seen it by their unit alone; they stay in until it is done.
    guest = None if policy.is_team(by, case) else join(by, case, by.staff_id, TeamRole.SUPERVISOR)
    former = case.team.filter(role=TeamRole.WORKER, until=None).first()
    _tell_client(by, case, worker)
    case.worker, case.unit_id = worker, worker.unit_id
    case.save(update_fields=["worker", "unit"])
    case.signatures.filter(decided_at=None).update(unit_id=worker.unit_id)
    member = _hand_over(by, case, former, worker, stay)
    if guest is not None:
        leave(by, guest)
    return member


def _hand_over(by: Asker, case: Case, former: TeamMember, worker: Staff, stay: bool) -> TeamMember:
    """The former worker's right ends last: it may be the one by which all this is written."""
    now = clock.now()
    case.team.filter(staff__in=[worker.pk, former.staff_id], until=None).update(until=now)
    member = join(by, case, worker.pk, TeamRole.WORKER)
    guard_grave_case(by, case)
    if stay:
        join(by, case, former.staff_id, TeamRole.CO_WORKER)
    else:
        leave(by, former)
    return member


def _tell_client(by: Asker, case: Case, worker: Staff) -> None:
    decision = Decision(case=case, key=case.key, kind=DecisionKind.WORKER, by_id=by.staff_id)
    decision.text = texts.handed_over(worker.called_name)
    decision.save(force_insert=True)


@action("partner.not_needed", may=policy.may_work)
def say_why_alone(*, by: Asker, case: Case, reason: str) -> Done:
    """Why nobody else takes part (A31)."""
    case = lock_open(case)
    case.alone_because = filled(reason, _("Tulis alasannya."), "reason")
    case.save(update_fields=["alone_because"])
    return about(case, case)
