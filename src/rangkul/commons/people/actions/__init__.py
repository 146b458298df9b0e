from rangkul.commons.people.actions.addresses import add_address, end_address
from rangkul.commons.people.actions.correct import correct
from rangkul.commons.people.actions.names import add_alias
from rangkul.commons.people.actions.phones import add_phone, end_phone
from rangkul.commons.people.actions.register import register

__all__ = [
    "add_address",
    "add_alias",
    "add_phone",
    "correct",
    "end_address",
    "end_phone",
    "register",
]
