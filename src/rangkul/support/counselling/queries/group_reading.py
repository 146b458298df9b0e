"""How far the members of a group have read, for whoever leads it."""

from dataclasses import dataclass

from rangkul.support.counselling.models import Attendance, GroupMessage, GroupSeat, Meeting


@dataclass(frozen=True)
class Reading:
    """`behind`: how many words of others they have not seen; None for who has not come to this meeting."""

    seat: GroupSeat
    behind: int | None


def readings_of(meeting: Meeting) -> list[Reading]:
    """Whoever says something has seen what stood there, also without a script that tells so."""
    seats = GroupSeat.objects.select_related("key").filter(group=meeting.group_id, staff=None, left_at=None)
    came = dict(Attendance.objects.filter(meeting=meeting).values_list("seat_id", "read_to"))
    rows = GroupMessage.objects.filter(meeting=meeting, beside=None, line="")
    said = list(rows.order_by("number").values_list("number", "seat_id"))
    found = []
    for seat in seats.order_by("joined_at", "id"):
        if seat.pk not in came:
            found.append(Reading(seat, None))
            continue
        seen = max([came[seat.pk], *(number for number, who in said if who == seat.pk)])
        found.append(Reading(seat, sum(number > seen for number, who in said if who != seat.pk)))
    return found
