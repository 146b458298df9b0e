"""Who may do which verb in a group. Who may see it is the database's answer."""

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.models import Group, GroupMessage, GroupSeat, Meeting


def may_open_group(*, by: Asker, **_: object) -> bool:
    return by.practises


def leads(*, by: Asker, group: Group, **_: object) -> bool:
    """Its two leaders, and a supervisor of the unit: somebody must be able to go on when a worker falls ill."""
    if not by.practises:
        return False
    return by.staff_id in (group.owner_id, group.second_id) or (by.has("supervisor") and by.unit_id == group.unit_id)


def leads_meeting(*, by: Asker, meeting: Meeting, **_: object) -> bool:
    return leads(by=by, group=meeting.group)


def leads_seat(*, by: Asker, seat: GroupSeat, **_: object) -> bool:
    return seat.is_member and leads(by=by, group=seat.group)


def seat_in(by: Asker, group: Group) -> GroupSeat | None:
    """Where the asker sits now; None for a leader who has not sat down yet."""
    rows = GroupSeat.objects.select_related("key").filter(group=group, left_at=None)
    if by.kind == "ticket":
        return rows.filter(member__request_id=by.ticket_id).first()
    return rows.filter(staff_id=by.staff_id).first() if by.kind == "staff" else None


def may_join(*, by: Asker, request: Request, **_: object) -> bool:
    """Only whoever holds the ticket; nobody is put into a group."""
    return by.kind == "ticket" and by.ticket_id == request.pk


def sits(*, by: Asker, group: Group, **_: object) -> bool:
    return by.kind == "ticket" and seat_in(by, group) is not None


def sits_in_meeting(*, by: Asker, meeting: Meeting, **_: object) -> bool:
    return sits(by=by, group=meeting.group)


def may_say(*, by: Asker, meeting: Meeting, **_: object) -> bool:
    return leads_meeting(by=by, meeting=meeting) or sits_in_meeting(by=by, meeting=meeting)


def may_take_back(*, by: Asker, message: GroupMessage, **_: object) -> bool:
    """One's own words; whoever leads also those of others, when they hurt somebody."""
    group = message.meeting.group
    if leads(by=by, group=group):
        return True
    seat = seat_in(by, group)
    return seat is not None and seat.pk == message.seat_id


def may_second(staff: Staff, group: Group) -> bool:
    return staff.is_active and staff.practises and staff.agency_id == group.agency_id and staff.pk != group.owner_id
