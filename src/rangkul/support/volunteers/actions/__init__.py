from rangkul.support.volunteers.actions.matches import call_off, come, hear, match, miss, tell, thank
from rangkul.support.volunteers.actions.needs import NeedDraft, note_need, settle
from rangkul.support.volunteers.actions.stopping import complain, decide, hand_on, leave
from rangkul.support.volunteers.actions.volunteers import VettingDraft, VolunteerDraft, register, see, vet

__all__ = [
    "NeedDraft",
    "VettingDraft",
    "VolunteerDraft",
    "call_off",
    "come",
    "complain",
    "decide",
    "hand_on",
    "hear",
    "leave",
    "match",
    "miss",
    "note_need",
    "register",
    "see",
    "settle",
    "tell",
    "thank",
    "vet",
]
