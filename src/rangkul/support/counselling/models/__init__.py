from rangkul.support.counselling.models.call import Call, CallSignal
from rangkul.support.counselling.models.desk import Desk, Prepared, Terms
from rangkul.support.counselling.models.message import Draft, Message
from rangkul.support.counselling.models.room import Block, Room, Seat, Summary

__all__ = ["Block", "Call", "CallSignal", "Desk", "Draft", "Message", "Prepared", "Room", "Seat", "Summary", "Terms"]
