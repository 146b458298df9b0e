from rangkul.commons.people.actions.addresses import add_address, end_address
from rangkul.commons.people.actions.correct import correct
from rangkul.commons.people.actions.names import add_alias
from rangkul.commons.people.actions.phones import add_phone, end_phone
from rangkul.commons.people.actions.register import register
from rangkul.commons.people.drafts import AddressDraft, NameDraft, PersonDraft, PhoneDraft

__all__ = [
    "AddressDraft",
    "NameDraft",
    "PersonDraft",
    "PhoneDraft",
    "add_address",
    "add_alias",
    "add_phone",
    "correct",
    "end_address",
    "end_phone",
    "register",
]
