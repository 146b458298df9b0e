from rangkul.commons.people.actions.addresses import add_address, end_address
from rangkul.commons.people.actions.contact import set_safe_contact
from rangkul.commons.people.actions.correct import correct
from rangkul.commons.people.actions.doubts import answer_different, doubt, look_further
from rangkul.commons.people.actions.households import add_member, end_member, make_household
from rangkul.commons.people.actions.kinship import add_kinship, describe_kinship, end_kinship, set_permission
from rangkul.commons.people.actions.merging import merge, unmerge
from rangkul.commons.people.actions.names import add_alias
from rangkul.commons.people.actions.news import end_news_of, stop_staff_news, wish_staff_news
from rangkul.commons.people.actions.phones import add_phone, end_phone
from rangkul.commons.people.actions.pregnancies import end_pregnancy, record_pregnancy
from rangkul.commons.people.actions.register import register
from rangkul.commons.people.actions.restrict import restrict, unrestrict
from rangkul.commons.people.actions.reveal import reveal
from rangkul.commons.people.drafts import AddressDraft, NameDraft, PersonDraft, PhoneDraft

__all__ = [
    "AddressDraft",
    "NameDraft",
    "PersonDraft",
    "PhoneDraft",
    "add_address",
    "add_alias",
    "add_kinship",
    "add_member",
    "add_phone",
    "answer_different",
    "correct",
    "describe_kinship",
    "doubt",
    "end_address",
    "end_kinship",
    "end_member",
    "end_news_of",
    "end_phone",
    "end_pregnancy",
    "look_further",
    "make_household",
    "merge",
    "record_pregnancy",
    "register",
    "restrict",
    "reveal",
    "set_permission",
    "set_safe_contact",
    "stop_staff_news",
    "unmerge",
    "unrestrict",
    "wish_staff_news",
]
