"""Chat exports of WhatsApp as text becomes messages. Nothing here is kept, scored or fetched."""

from rangkul.journey.protection.chats.messages import MEDIA_MARKS, Message, Read, Unreadable, read
from rangkul.journey.protection.chats.opening import BadExport, text_in, text_of

__all__ = ["MEDIA_MARKS", "BadExport", "Message", "Read", "Unreadable", "read", "text_in", "text_of"]
