"""What a worker whose account is closed holds of cases. A case is given to another worker by its supervisor, who knows
it; what stands beside a case goes to its responsible worker."""

from django.db.models import QuerySet
from django.utils.translation import ngettext

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks
from rangkul.commons.people.models import Staff
from rangkul.commons.people.policy import is_leaving
from rangkul.journey.cases.actions.joining import leave
from rangkul.journey.cases.actions.rows import about
from rangkul.journey.cases.models import Appointment, Case, Task, TeamMember
from rangkul.journey.cases.states import AppointmentState, CaseState, TaskState, TeamRole


def connect() -> None:
    hooks.holdings += [
        hooks.Holding(_cases_words, lambda staff: _cases(staff).count()),
        hooks.Holding(_parts_words, _count_parts, _give_parts, needs_heir=False),
    ]


def _cases(staff: Staff) -> QuerySet[Case]:
    return Case.objects.filter(worker=staff, state=CaseState.OPEN)


def _cases_words(n: int) -> str:
    return ngettext("%(n)d kasus berjalan", "%(n)d kasus berjalan", n) % {"n": n}


def _parts_words(n: int) -> str:
    words = ngettext(
        "%(n)d tugas, janji, atau tempat di tim kasus rekan; diteruskan kepada penanggung jawab kasusnya",
        "%(n)d tugas, janji, atau tempat di tim kasus rekan; diteruskan kepada penanggung jawab kasusnya",
        n,
    )
    return words % {"n": n}


def _tasks(staff: Staff) -> QuerySet[Task]:
    return Task.objects.filter(owner=staff, state=TaskState.OPEN).select_related("case__worker")


def _meetings(staff: Staff) -> QuerySet[Appointment]:
    return Appointment.objects.filter(staff=staff, state=AppointmentState.PLANNED).select_related("case__worker")


def _memberships(staff: Staff) -> QuerySet[TeamMember]:
    rows = TeamMember.objects.filter(staff=staff, until=None).exclude(role=TeamRole.WORKER)
    return rows.select_related("case")


def _count_parts(staff: Staff) -> int:
    return _tasks(staff).count() + _meetings(staff).count() + _memberships(staff).count()


def _give_parts(handing: hooks.Handing) -> None:
    """One by one, because each stands on the timeline of its case, with who has it now."""
    by, staff = hooks.LEAVING, handing.staff
    for task in _tasks(staff):
        hand_task(by=by, task=task, heir=_heir(task.case, handing))
    for meeting in _meetings(staff):
        hand_meeting(by=by, meeting=meeting, heir=_heir(meeting.case, handing))
    for member in _memberships(staff):
        end_membership(by=by, member=member)


def _heir(case: Case, handing: hooks.Handing) -> Staff:
    """An ended case whose aftercare was promised by the one who leaves goes to whoever goes on."""
    return case.worker if case.worker_id != handing.staff.pk or handing.to is None else handing.to


@action("task.handed_over", may=is_leaving)
def hand_task(*, by: Asker, task: Task, heir: Staff) -> Done:
    task.owner = heir
    task.save(update_fields=["owner"])
    return about(task.case, task, owner=heir.pk)


@action("appointment.handed_over", may=is_leaving)
def hand_meeting(*, by: Asker, meeting: Appointment, heir: Staff) -> Done:
    meeting.staff = heir
    meeting.save(update_fields=["staff"])
    return about(meeting.case, meeting, owner=heir.pk)


@action("member.ended", may=is_leaving)
def end_membership(*, by: Asker, member: TeamMember) -> Done:
    leave(by, member)
    return about(member.case, member, staff=member.staff_id)
