"""Beside what is said in a meeting: what somebody is writing, that they write, and how far they have read."""

from django.db.models import F
from django.db.models.functions import Greatest

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting
from rangkul.base.live.telling import tell
from rangkul.support.counselling import group_policy as policy
from rangkul.support.counselling.actions.group_rows import (
    JOB,
    about,
    attend,
    hold_open,
    last_number,
    seat_of_asker,
    staff_topic,
)
from rangkul.support.counselling.models import Attendance, GroupDraft, GroupSeat, Meeting
from rangkul.support.counselling.states import LONGEST_MESSAGE, Lane


def _attendance(meeting: Meeting, seat: GroupSeat | None) -> Attendance | None:
    with acting(JOB):
        rows = Attendance.objects.select_related("key").filter(meeting=meeting, seat=seat)
        return rows.first() if seat is not None else None


@action("group.draft_kept", may=policy.may_say)
def keep_group_draft(*, by: Asker, meeting: Meeting, text: str, lane: str = Lane.ROOM) -> Done:
    """As in a room: a lost line or another device loses nothing. Nothing is kept for a member who has not come in."""
    meeting = hold_open(meeting)
    seat = seat_of_asker(by, meeting.group)
    there = attend(meeting, seat)[0] if by.kind == "staff" else _attendance(meeting, seat)
    mine = GroupDraft.objects.select_related("key").filter(meeting=meeting, seat=seat, lane=lane)
    if there is None or not text.strip():
        mine.delete()
        return about(meeting.group, silent=True)
    draft = mine.first() or GroupDraft(meeting=meeting, seat=seat, key=there.key, lane=lane)
    draft.body, draft.changed_at = text[: LONGEST_MESSAGE * 2], clock.now()
    draft.save()
    return about(meeting.group, draft, silent=True)


@action("group.marked", may=policy.sits_in_meeting)
def mark_in_group(*, by: Asker, meeting: Meeting, read: int) -> Done:
    """What was on the screen of this member; never backward, never beyond what was said. Only who leads is told."""
    seat = policy.seat_in(by, meeting.group)
    read = min(read, last_number(meeting))
    with acting(JOB):
        behind = Attendance.objects.filter(meeting=meeting, seat=seat, read_to__lt=read)
        changed = behind.update(read_to=Greatest(F("read_to"), read))
    if changed:
        tell("group.read", meeting.pk, {staff_topic(meeting.pk)}, seat.pk)
    return about(meeting.group, seat, silent=True)


def say_typing_in_group(*, by: Asker, meeting: Meeting) -> None:
    """A passing notice, kept nowhere; nothing from whoever has not come in, or was asked to listen."""
    seat = policy.seat_in(by, meeting.group)
    if seat is not None and meeting.goes_on and seat.muted_at is None and _attendance(meeting, seat):
        tell("room.typing", meeting.pk, {meeting.pk}, seat.pk)
