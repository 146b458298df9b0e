"""What the verbs on groups share: one after the other, numbers without gaps, seats given by the house."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Max, Model
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker, acting, job
from rangkul.base.live.telling import tell
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Staff
from rangkul.support.counselling import group_policy as policy
from rangkul.support.counselling.group_states import MeetingState
from rangkul.support.counselling.models import Attendance, Group, GroupMessage, GroupSeat, Meeting

JOB = job("counselling.group")


def one_by_one(group_id: UUID) -> None:
    """Held until the verb ends: whoever else does something in this group waits. A lock of the row would need the right
    to change it, which members do not have."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"group:{group_id}"])


def hold_group(group: Group) -> Group:
    """The group as it is now. Raises Http404 where the asker does not see it."""
    one_by_one(group.pk)
    found = Group.objects.filter(pk=group.pk).first()
    if found is None:
        raise Http404
    return found


def hold(meeting: Meeting) -> Meeting:
    """The meeting as it is now. Raises Http404 where the asker does not see it."""
    one_by_one(meeting.group_id)
    found = Meeting.objects.select_related("group").filter(pk=meeting.pk).first()
    if found is None:
        raise Http404
    return found


def hold_open(meeting: Meeting) -> Meeting:
    held = hold(meeting)
    if held.state != MeetingState.OPEN:
        words = {
            MeetingState.PLANNED: _("Pertemuannya belum dimulai."),
            MeetingState.CANCELLED: _("Pertemuan ini batal."),
        }
        raise Refused(words.get(held.state, _("Pertemuannya sudah berakhir.")), code="ended")
    return held


def about(group: Group, result: Any = None, *, silent: bool = False, **payload: Any) -> Done:
    """An event whose subject is the group: ids and numbers."""
    said = {key: str(value) if isinstance(value, UUID | Model) else value for key, value in payload.items()}
    return Done(
        group if result is None else result, subject=("group", group.pk), payload=said,
        agency_id=group.agency_id, unit_id=group.unit_id, silent=silent,
    )  # fmt: skip


def about_member(group: Group, request_id: UUID, result: Any, *, silent: bool = False) -> Done:
    """An event on the member's own trail."""
    return Done(
        result, subject=("request", request_id), payload={"group": str(group.pk)},
        agency_id=group.agency_id, unit_id=group.unit_id, silent=silent,
    )  # fmt: skip


def seat_of_staff(group: Group, staff: Staff) -> GroupSeat:
    """Whoever leads sits down when they first do something there."""
    with acting(JOB):
        seat = GroupSeat.objects.select_related("key").filter(group=group, staff=staff).first()
        if seat is None:
            seat = GroupSeat(group=group, key=DataKey.make(), staff=staff)
            seat.name = staff.called_name
            seat.save(force_insert=True)
    return seat


def seat_of_asker(by: Asker, group: Group) -> GroupSeat:
    """Raises Http404 for a member who no longer sits there."""
    if by.kind == "staff":
        return seat_of_staff(group, Staff.objects.get(pk=by.staff_id))
    seat = policy.seat_in(by, group)
    if seat is None:
        raise Http404
    return seat


def attend(meeting: Meeting, seat: GroupSeat) -> tuple[Attendance, bool]:
    """The row under whose key this seat speaks in this meeting, and whether it is new."""
    with acting(JOB):
        found = Attendance.objects.select_related("key").filter(meeting=meeting, seat=seat).first()
        if found is not None:
            return found, False
        row = Attendance(meeting=meeting, seat=seat, key=DataKey.make())
        row.save(force_insert=True)
        return row, True


def last_number(meeting: Meeting, beside: UUID | None = None) -> int:
    """Asked as the house: whoever joined late sees only the later part of what was counted."""
    with acting(JOB):
        rows = GroupMessage.objects.filter(meeting=meeting, beside_id=beside).order_by("-number")
        return rows.values_list("number", flat=True).first() or 0


def after_all(meeting: Meeting) -> datetime:
    """Now, and later than whatever was said before: who leads reads the private lines in the order of these times."""
    with acting(JOB):
        last = GroupMessage.objects.filter(meeting=meeting).aggregate(at=Max("at"))["at"]
    return max(clock.now(), last + timedelta(microseconds=1)) if last else clock.now()


def write_line(meeting: Meeting, line: str, seat: GroupSeat) -> None:
    """What the house itself writes down for everybody in the meeting."""
    there, _new = attend(meeting, seat)
    number, at = last_number(meeting) + 1, after_all(meeting)
    with acting(JOB):
        row = GroupMessage(meeting=meeting, key=there.key, seat=seat, number=number, line=line, at=at)
        row.save(force_insert=True)
    spoke(meeting)


def seat_topic(meeting_id: UUID, seat_id: UUID) -> str:
    return f"{meeting_id}:{seat_id}"


def staff_topic(meeting_id: UUID) -> str:
    return f"{meeting_id}:staff"


def spoke(meeting: Meeting, beside: UUID | None = None) -> None:
    """Wake the streams of the meeting; for a private line those of the member and of who leads alone."""
    if beside is None:
        tell("group.spoke", meeting.pk, {meeting.pk})
    else:
        tell("group.spoke", meeting.pk, {seat_topic(meeting.pk, beside), staff_topic(meeting.pk)})


def tell_seat(group: Group, seat: GroupSeat, name: str) -> None:
    """To the browser of one member: look again at what you may do here."""
    met = Meeting.objects.filter(group=group, state=MeetingState.OPEN).first()
    if met is not None:
        tell(name, met.pk, {seat_topic(met.pk, seat.pk), staff_topic(met.pk)}, seat.pk)


def open_meeting_of(group: Group) -> Meeting | None:
    return Meeting.objects.select_related("group").filter(group=group, state=MeetingState.OPEN).first()
