"""A meeting as a source of the stream, read under the rights of the one who listens.

The cursor holds how far they have come in the meeting and in the private lines that they read: "12-3".
"""

from __future__ import annotations

from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.base.live.sources import Told
from rangkul.support.counselling import queries
from rangkul.support.counselling.actions.group_rows import seat_topic, staff_topic
from rangkul.support.counselling.live import read_cursor
from rangkul.support.counselling.models import Meeting


class GroupSource:
    wakes = frozenset({"group.spoke"})

    def topics(self, asker: Asker, wanted: str) -> frozenset[str]:
        meeting = _meeting(wanted)
        if meeting is None:
            return frozenset()
        who = queries.reader(asker, meeting)
        if who.leads:
            return frozenset({str(meeting.pk), staff_topic(meeting.pk)})
        return frozenset({str(meeting.pk), seat_topic(meeting.pk, who.seat.pk)}) if who.seat else frozenset()

    def since(self, asker: Asker, wanted: str, cursor: str) -> list[Told]:
        """Nothing any more for whoever left or was removed: the rows are not theirs to see."""
        meeting = _meeting(wanted)
        if meeting is None:
            return []
        who = queries.reader(asker, meeting)
        if not who.leads and who.seat is None:
            return []
        zone = queries.clock_of(asker, meeting.group)
        number, private = read_cursor(cursor)
        told = []
        for row in queries.group_after(meeting, number, who):
            number = row.number
            told.append(Told(f"{number}-{private}", "ruang", row.in_zone(zone)))
        for row in queries.private_after(meeting, private, who):
            private = row.number
            told.append(Told(f"{number}-{private}", "ruang", row.in_zone(zone)))
        return told


def _meeting(wanted: str) -> Meeting | None:
    try:
        return Meeting.objects.select_related("group").filter(pk=UUID(wanted)).first()
    except ValueError:
        return None
