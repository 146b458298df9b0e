from rangkul.entry.intake.models.conflict import Conflict
from rangkul.entry.intake.models.contact import Contact
from rangkul.entry.intake.models.decision import Decision, LevelChange, Message
from rangkul.entry.intake.models.draft import Draft
from rangkul.entry.intake.models.knock import Knock
from rangkul.entry.intake.models.request import Request, RequestKey
from rangkul.entry.intake.models.ruling import Escalation, Ruling

__all__ = [
    "Conflict",
    "Contact",
    "Decision",
    "Draft",
    "Escalation",
    "Knock",
    "LevelChange",
    "Message",
    "Request",
    "RequestKey",
    "Ruling",
]
