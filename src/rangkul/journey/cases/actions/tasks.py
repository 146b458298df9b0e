"""Promises with a date: tasks of staff and of the client, and meetings."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Appointment, Case, Partner, Task
from rangkul.journey.cases.states import APPOINTMENT, TASK, Channel, TaskKind, TaskOwner


def make_task(
    by: Asker,
    case: Case,
    *,
    title: str,
    due: date,
    owner_id: UUID | None,
    kind: str = TaskKind.TASK,
    goal_id: UUID | None = None,
    shown: bool = False,
    partner: Partner | None = None,
) -> Task:
    """Without `owner_id` the client owns it; a partner's has the worker who sees to it as owner; `shown`: the client
    reads it though it is not their own. Raises Refused for a day that is over."""
    days.not_over(due, "due", case.region_code)
    staffs = TaskOwner.STAFF if owner_id else TaskOwner.CLIENT
    task = Task(
        case=case,
        key=case.key,
        kind=kind,
        owner_kind=TaskOwner.PARTNER if partner else staffs,
        owner_id=owner_id,
        partner=partner,
        due=due,
        goal_id=goal_id,
        shown=shown,
        made_by_id=by.staff_id,
    )
    task.title = title
    task.save(force_insert=True)
    return task


@action("task.added", may=policy.may_work)
def add_task(
    *,
    by: Asker,
    case: Case,
    title: str,
    due: date,
    owner: Staff | None = None,
    kind: str = TaskKind.TASK,
    goal_id: UUID | None = None,
    shown: bool = False,
    partner: Partner | None = None,
) -> Done:
    """A task with a day. `owner` None: the client's own task, which they see and end through their ticket; of others
    they see what is `shown`. With a `partner` the owner is the worker who sees to it."""
    case = lock_open(case)
    title = filled(title, _("Tulis apa yang akan dikerjakan."), "title")
    if owner is not None and not case.team.filter(staff=owner, until=None).exists() and owner.unit_id != case.unit_id:
        raise Refused(_("Pilih seseorang dari tim kasus ini."), field="owner")
    if owner is not None and owner.pk == case.against_id:
        raise Refused(_("Pilih seseorang dari tim kasus ini."), field="owner")
    if partner is not None:
        _may_be_asked(case, partner, owner)
    owner_id = owner.pk if owner else None
    task = make_task(
        by, case, title=title, due=due, owner_id=owner_id, kind=kind, goal_id=goal_id, shown=shown, partner=partner
    )  # fmt: skip
    return about(case, task, owner_kind=task.owner_kind, kind=kind)


def _may_be_asked(case: Case, partner: Partner, watcher: Staff | None) -> None:
    """Nobody near the client is asked for anything without leave (A22), and every clock has a worker."""
    if partner.case_id != case.pk or partner.until is not None:
        raise Refused(_("Pilih pihak yang ada di peta kasus ini."), field="owner", code="partner")
    if partner.near is not None and not partner.near.may_be_told:
        raise Refused(_("Tanyakan dulu kepada klien apakah orang ini boleh dihubungi."), field="owner", code="leave")
    if watcher is None:
        raise Refused(_("Pilih petugas yang mengikuti tugas ini."), field="watcher", code="watcher")


@action("task.shown", may=policy.may_show_task)
def show_task(*, by: Asker, task: Task, shown: bool) -> Done:
    """The client reads this task, which is not their own, from now on, or reads it no more."""
    held = Task.objects.select_for_update(of=("self",)).select_related("case").get(pk=task.pk)
    if held.owner_kind == TaskOwner.CLIENT:
        raise Refused(_("Tugas ini milik klien, jadi selalu terbaca klien."), code="own")
    silent = held.shown == shown
    held.shown = shown
    held.save(update_fields=["shown"])
    return about(held.case, held, silent=silent, shown=shown)


def _end(by: Asker, task: Task, verb: str, outcome: str) -> Task:
    held = Task.objects.select_for_update(of=("self",)).select_related("key", "case").get(pk=task.pk)
    TASK.step(held, verb)
    held.ended_at = clock.now()
    held.ended_by_id = by.staff_id
    held.outcome = outcome.strip()
    held.save(update_fields=["state", "ended_at", "ended_by", "outcome"])
    return held


@action("task.finished", may=policy.may_end_task)
def finish_task(*, by: Asker, task: Task, outcome: str = "") -> Done:
    held = _end(by, task, "finish", outcome)
    return about(held.case, held, owner_kind=held.owner_kind)


@action("task.dropped", may=policy.may_end_task)
def drop_task(*, by: Asker, task: Task, outcome: str) -> Done:
    """Not done, with the reason. A duty is answered, never dropped."""
    if task.kind == TaskKind.DUTY:
        raise Refused(_("Kewajiban ini harus dijawab, tidak bisa dibatalkan."), code="duty")
    held = _end(by, task, "drop", filled(outcome, _("Tulis mengapa tidak dilanjutkan."), "outcome"))
    return about(held.case, held, owner_kind=held.owner_kind)


@action("appointment.made", may=policy.may_work)
def add_appointment(
    *,
    by: Asker,
    case: Case,
    at: datetime,
    channel: str = Channel.OFFICE,
    place: str = "",
    about_what: str = "",
    staff: Staff | None = None,
) -> Done:
    case = lock_open(case)
    if at <= clock.now():
        raise Refused(_("Pilih waktu yang akan datang."), field="at")
    row = Appointment(case=case, key=case.key, at=at, channel=channel, staff_id=staff.pk if staff else by.staff_id)
    row.place = place.strip()
    row.about = about_what.strip()
    row.save(force_insert=True)
    return about(case, row, channel=channel)


def _settle(appointment: Appointment, verb: str) -> Done:
    held = Appointment.objects.select_for_update(of=("self",)).select_related("case").get(pk=appointment.pk)
    APPOINTMENT.step(held, verb)
    held.save(update_fields=["state"])
    return about(held.case, held, state=held.state)


@action("appointment.settled", may=policy.may_settle)
def settle_appointment(*, by: Asker, appointment: Appointment, verb: str) -> Done:
    """`verb`: keep, miss or cancel."""
    if verb not in APPOINTMENT.steps:
        raise Refused(_("Pilih bagaimana janji ini berakhir."), field="verb")
    return _settle(appointment, verb)
