"""Writing down what was said and done. Nothing is changed afterwards: a correction is one more row."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import hooks, policy
from rangkul.journey.cases.actions.apart import keep_apart
from rangkul.journey.cases.actions.rows import about, filled, lock
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Activity, Case, Note
from rangkul.journey.cases.states import WITHOUT_CLIENT, NoteKind, TaskKind, WorkerRole, practice_with

# A clock that runs a little ahead is no lie about the future.
AHEAD = timedelta(minutes=5)
LONG_AGO = timedelta(days=366)


def when(at: datetime | None) -> datetime:
    """When it took place: now, or a moment in the past year. Raises Refused for the future."""
    now = clock.now()
    if at is None:
        return now
    if at > now + AHEAD:
        raise Refused(_("Waktunya belum lewat. Untuk rencana, buat janji temu."), field="at")
    if at < now - LONG_AGO:
        raise Refused(_("Waktunya lebih dari setahun lalu. Tulis sebagai catatan."), field="at")
    return at


@action("note.written", may=policy.may_write)
def write_note(*, by: Asker, case: Case, text: str, kind: str = NoteKind.PROGRESS, at: datetime | None = None) -> Done:
    """A note about the case. A note of supervision, by a supervisor, keeps the flag of supervision (A31)."""
    case = lock(case)
    if kind == NoteKind.SUPERVISION and not policy.is_supervisor_of(by, case):
        raise Refused(_("Catatan supervisi ditulis oleh supervisor."), field="kind")
    note = _note(by, case, filled(text, _("Catatan ini masih kosong."), "text"), kind, when(at))
    if kind == NoteKind.SUPERVISION:
        case.supervised_at = note.at
        case.save(update_fields=["supervised_at"])
    return about(case, note, kind=kind)


def _note(by: Asker, case: Case, text: str, kind: str, at: datetime, **mends) -> Note:
    note = Note(case=case, key=case.key, by_id=by.staff_id, request_id=by.ticket_id, kind=kind, at=at, **mends)
    note.text = text
    note.save(force_insert=True)
    return note


@action("note.sent", may=policy.may_send)
def send_note(*, by: Asker, case: Case, text: str) -> Done:
    """The client writes to the team through the ticket: a message, or what they want corrected."""
    text = filled(text, _("Pesan ini masih kosong."), "text")
    return about(case, _note(by, case, text, NoteKind.CLIENT, clock.now()), kind=NoteKind.CLIENT)


@action("note.corrected", may=policy.may_correct)
def correct_note(*, by: Asker, text: str, note: Note | None = None, activity: Activity | None = None) -> Done:
    """Append what is right; what was written stays readable. Corrections of a correction hang on the first text."""
    first = note.corrects or note if note is not None else activity
    case = first.case
    text = filled(text, _("Tulis apa yang benar."), "text")
    mends = {"corrects": first} if isinstance(first, Note) else {"activity": first}
    return about(case, _note(by, case, text, NoteKind.PROGRESS, clock.now(), **mends), mends=first.pk)


@action("activity.recorded", may=policy.may_write)
def record_activity(
    *,
    by: Asker,
    case: Case,
    channel: str,
    minutes: int,
    result: str,
    at: datetime | None = None,
    method: str = "",
    level: str = "",
    worker_role: str = "",
    goal_id: UUID | None = None,
    next_step: str = "",
    next_due: date | None = None,
    despite: str = "",
) -> Done:
    """What was done (A26). A next step with a date becomes a task of whoever wrote it, so nothing is typed twice.
    Method and level are those of the kind of client where nothing is said. `despite`: why somebody stood between both
    sides though the file tells of violence; Refused without it."""
    case = lock(case)
    days.not_over(next_due, "next_due", case.region_code)
    if worker_role == WorkerRole.MEDIATOR:
        keep_apart(by, case, what=_("menengahi"), despite=despite)
    usual_method, usual_level = practice_with(case.client_kind)
    if goal_id is not None and goal_id not in {one for one, _words in goals(case)}:
        raise Refused(_("Pilih tujuan dari rencana kasus ini."), field="goal_id")
    activity = Activity(
        case=case,
        key=case.key,
        by_id=by.staff_id,
        at=when(at),
        method=method or usual_method,
        level=level or usual_level,
        channel=channel,
        minutes=minutes,
        worker_role=worker_role,
        goal_id=goal_id,
    )
    activity.result = filled(result, _("Tulis apa hasilnya."), "result")
    activity.next_step = next_step.strip()
    activity.save(force_insert=True)
    _keep_contact(case, activity)
    if next_due is not None:
        title = filled(next_step, _("Tulis langkah berikutnya, atau kosongkan tanggalnya."), "next_step")
        make_task(by, case, title=title, due=next_due, owner_id=by.staff_id, kind=TaskKind.TASK, goal_id=goal_id)
    return about(case, activity, channel=channel, method=activity.method, level=activity.level, minutes=minutes)


def _keep_contact(case: Case, activity: Activity) -> None:
    if activity.channel in WITHOUT_CLIENT or (case.last_contact_at and case.last_contact_at >= activity.at):
        return
    case.last_contact_at = activity.at
    case.save(update_fields=["last_contact_at"])


def goals(case: Case) -> list[tuple[UUID, str]]:
    return [goal for choices in hooks.goal_choices for goal in choices(case)]
