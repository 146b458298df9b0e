from rangkul.support.counselling.models.call import Call, CallSignal
from rangkul.support.counselling.models.desk import Desk, Prepared, Terms
from rangkul.support.counselling.models.enclosure import Enclosure
from rangkul.support.counselling.models.group import Group, GroupMember, GroupSeat, Meeting
from rangkul.support.counselling.models.group_words import (
    Attendance,
    GroupDraft,
    GroupMessage,
    GroupNote,
    GroupOutcome,
)
from rangkul.support.counselling.models.message import Draft, Message
from rangkul.support.counselling.models.news import NewsWish
from rangkul.support.counselling.models.room import Block, Room, Seat, Summary
from rangkul.support.counselling.models.sealing import RoomKey, Transcript, WorkerKey
from rangkul.support.counselling.models.slot import Slot

__all__ = [
    "Attendance",
    "Block",
    "Call",
    "CallSignal",
    "Desk",
    "Draft",
    "Enclosure",
    "Group",
    "GroupDraft",
    "GroupMember",
    "GroupMessage",
    "GroupNote",
    "GroupOutcome",
    "GroupSeat",
    "Meeting",
    "Message",
    "NewsWish",
    "Prepared",
    "Room",
    "RoomKey",
    "Seat",
    "Slot",
    "Summary",
    "Terms",
    "Transcript",
    "WorkerKey",
]
