"""Ending a case together, and opening it again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases import policy, texts
from rangkul.journey.cases.actions.joining import leave, refuse_tied
from rangkul.journey.cases.actions.rows import about, filled, keep_next_due, lock
from rangkul.journey.cases.actions.stages import make_step
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.actions.team import change_worker, refuse_inadmissible
from rangkul.journey.cases.models import Case, Decision, Termination
from rangkul.journey.cases.queries.closing import closing_missing
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.retention import keep_until
from rangkul.journey.cases.states import (
    APPOINTMENT,
    CASE,
    TASK,
    AppointmentState,
    DecisionKind,
    EndReason,
    Stage,
    TaskKind,
    TaskState,
)

# Reasons for which nobody could be told.
UNREACHED = frozenset({EndReason.DIED, EndReason.LOST_CONTACT})


@dataclass(frozen=True)
class Ending:
    """What is written down when a case ends. `aftercare`: what will be looked after, and on which day."""

    reason: str
    summary: str
    client_words: str
    client_informed: bool
    aftercare: Sequence[tuple[str, date]] = field(default_factory=tuple)
    satisfaction: int | None = None
    satisfaction_words: str = ""
    # Why a supervisor ends the case although something stands open.
    all_the_same: str = ""


@action("case.terminated", may=policy.may_lead)
def terminate(*, by: Asker, case: Case, ending: Ending) -> Done:
    """End the case; returns it. Raises Refused while something stands open, unless a supervisor says why."""
    case = lock(case)
    _check(case, ending)
    passed_over = _passed_over(by, case, ending)
    CASE.step(case, "terminate")
    row = _keep(by, case, ending, passed_over)
    case.closed_at = row.at
    case.contract_due_at = None
    case.save(update_fields=["state", "closed_at", "contract_due_at"])
    _tell_client(by, case, DecisionKind.ENDED, ending.client_words)
    _end_promises(by, case)
    keep_next_due(case)
    if ending.aftercare:
        make_step(by, case, "begin_aftercare")
    for title, due in ending.aftercare:
        make_task(by, case, title=title, due=due, owner_id=case.worker_id, kind=TaskKind.AFTERCARE, shown=True)
    done = about(case, row, reason=ending.reason, passed_over=passed_over)
    done.result = case
    return done


def _check(case: Case, ending: Ending) -> None:
    if case.stage != Stage.TERMINATION:
        raise Refused(_("Kasus ini belum sampai tahap terminasi."), code="stage")
    if ending.reason not in EndReason.values:
        raise Refused(_("Pilih alasan pengakhiran."), field="reason")
    filled(ending.summary, _("Tulis ringkasan kasus."), "summary")
    filled(ending.client_words, _("Tulis apa yang akan dibaca klien."), "client_words")
    if not ending.client_informed and ending.reason not in UNREACHED:
        raise Refused(_("Beri tahu klien lebih dulu bahwa layanan akan berakhir."), field="client_informed")


def _passed_over(by: Asker, case: Case, ending: Ending) -> list[str]:
    standing = closing_missing(case)
    if not standing:
        return []
    if not (ending.all_the_same.strip() and policy.is_supervisor_of(by, case)):
        raise Refused(
            _("Belum bisa diakhiri: {what} Supervisor bisa mengakhiri dengan menulis alasannya.").format(
                what=" ".join(one.sentence for one in standing)
            ),
            code="standing",
        )
    return [one.code for one in standing]


def _keep(by: Asker, case: Case, ending: Ending, passed_over: list[str]) -> Termination:
    row = Termination(
        case=case,
        key=case.key,
        reason=ending.reason,
        by_id=by.staff_id,
        client_informed=ending.client_informed,
        satisfaction=ending.satisfaction,
        keep_until=keep_until(case.person, clock.local(clock.now()).date()),
        passed_over=passed_over,
        passed_over_by_id=by.staff_id if passed_over else None,
    )
    row.summary = ending.summary.strip()
    row.satisfaction_words = ending.satisfaction_words.strip()
    row.passed_over_reason = ending.all_the_same.strip() if passed_over else ""
    row.save(force_insert=True)
    return row


def _end_promises(by: Asker, case: Case) -> None:
    """Tasks and meetings of the service end with it; a duty stays until it is answered."""
    for task in case.tasks.filter(kind=TaskKind.TASK, state=TaskState.OPEN).select_related("key"):
        TASK.step(task, "drop")
        task.ended_at, task.ended_by_id, task.outcome = clock.now(), by.staff_id, texts.ended_with_the_case()
        task.save(update_fields=["state", "ended_at", "ended_by", "outcome"])
    for meeting in case.appointments.filter(state=AppointmentState.PLANNED):
        APPOINTMENT.step(meeting, "cancel")
        meeting.save(update_fields=["state"])


def _tell_client(by: Asker, case: Case, kind: str, text: str) -> None:
    decision = Decision(case=case, key=case.key, kind=kind, by_id=by.staff_id)
    decision.text = text.strip()
    decision.save(force_insert=True)


def _in_free_hands(by: Asker, case: Case, worker: Staff) -> None:
    tied = tied_to(case)
    refuse_tied(tied, worker, "worker")
    if worker.pk != case.worker_id:
        refuse_inadmissible(case, worker)
        change_worker(by, case, worker)
    for member in case.team.filter(staff__in=tied, until=None):
        leave(by, member)


@action("case.reopened", may=policy.may_lead)
def reopen(*, by: Asker, case: Case, reason: str, worker: Staff | None = None) -> Done:
    """The case goes on with a new look at the situation: back to assessment. Returns the case.

    `worker` takes it on. Raises Refused where whoever held it is tied to the person by now and nobody else is named;
    others of the team who are tied leave it.
    """
    case = lock(case)
    reason = filled(reason, _("Tulis mengapa kasus dibuka lagi."), "reason")
    CASE.step(case, "reopen")
    _in_free_hands(by, case, worker or case.worker)
    ending = case.terminations.select_related("key").get(reopened_at=None)
    ending.reopened_at, ending.reopened_by_id = clock.now(), by.staff_id
    ending.reopened_reason = reason
    ending.save(update_fields=["reopened_at", "reopened_by", "reopened_reason"])
    case.closed_at = None
    case.save(update_fields=["state", "closed_at"])
    make_step(by, case, "return_to_assessment", reason)
    keep_next_due(case)
    _tell_client(by, case, DecisionKind.REOPENED, texts.reopened())
    done = about(case, ending)
    done.result = case
    return done
