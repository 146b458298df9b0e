"""The words of a conversation go when nobody agreed that they stay: with the key that opened them."""

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions import group_rows
from rangkul.support.counselling.actions.enclosing import remove_files
from rangkul.support.counselling.actions.rows import about, lock
from rangkul.support.counselling.actions.sealing import forget_keys
from rangkul.support.counselling.group_states import MEETING, MeetingState
from rangkul.support.counselling.models import Attendance, Draft, GroupDraft, GroupMessage, Meeting, Message, Room
from rangkul.support.counselling.states import ROOM


@action("room.erased", may=policy.is_clock)
def erase(*, by: Asker, room: Room) -> Done:
    """Messages, drafts and what was said before the conversation. That there was one, how it ended and what was noted
    of it stays."""
    room = lock(room)
    if room.erase_at is None or room.erase_at > clock.now() or room.in_file:
        return about(room, silent=True)
    ROOM.step(room, "erase")
    room.erase_at = None
    room.save(update_fields=["state", "erase_at"])
    remove_files(of=room)
    Message.objects.filter(room=room, about__isnull=False).delete()
    Message.objects.filter(room=room).delete()
    Draft.objects.filter(room=room).delete()
    forget_keys(room)
    DataKey.objects.filter(pk=room.key_id, wrapped__isnull=False).update(wrapped=None, destroyed_at=clock.now())
    return about(room)


@action("group.meeting_erased", may=policy.is_clock)
def erase_meeting(*, by: Asker, meeting: Meeting) -> Done:
    """What was said, with the keys that opened it. That the group met, who came and what came of it stays."""
    meeting = group_rows.hold(meeting)
    if meeting.state != MeetingState.ENDED or meeting.erase_at > clock.now():
        return group_rows.about(meeting.group, meeting, silent=True)
    MEETING.step(meeting, "erase")
    meeting.erase_at = None
    meeting.save(update_fields=["state", "erase_at"])
    remove_files(of=meeting)
    GroupDraft.objects.filter(meeting=meeting).delete()
    GroupMessage.objects.filter(meeting=meeting, about__isnull=False).delete()
    GroupMessage.objects.filter(meeting=meeting).delete()
    keys = Attendance.objects.filter(meeting=meeting).values("key_id")
    DataKey.objects.filter(pk__in=keys, wrapped__isnull=False).update(wrapped=None, destroyed_at=clock.now())
    return group_rows.about(meeting.group, meeting, meeting=meeting.pk)
