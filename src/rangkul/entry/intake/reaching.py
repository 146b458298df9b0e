"""How the person may be reached, in words, as the page of a request or a case shows it first."""

from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.phones import parse_phone
from rangkul.commons.people.queries import day_name
from rangkul.commons.people.states import BY_NUMBER, Channel, PhoneOwner
from rangkul.entry.intake.models import Contact


def safe_contact(contact: Contact | None) -> dict[str, Any]:
    """Values of the `safe_contact` part."""
    if contact is None:
        return {"ways": [], "never": [], "when": "", "code_word": "", "note": ""}
    return {
        "ways": _ways(contact),
        "never": _never(contact),
        "when": _when(contact),
        "code_word": contact.code_word,
        "note": contact.note,
    }


def _ways(contact: Contact) -> list[str]:
    number = _number(contact)
    said = {
        Channel.CALL: _("Telepon %(number)s") % {"number": number},
        Channel.SMS: _("SMS %(number)s") % {"number": number},
        Channel.WHATSAPP: _("WhatsApp %(number)s") % {"number": number},
        Channel.EMAIL: _("Surel %(address)s") % {"address": contact.email},
        Channel.VISIT: _("Bertemu langsung"),
        Channel.TICKET: _("Tulis lewat tiket"),
    }
    return [str(said[channel]).strip() for channel in contact.channels if channel in said]


def _number(contact: Contact) -> str:
    if not contact.phone:
        return ""
    whose = dict(PhoneOwner.choices).get(contact.phone_owner, "")
    return f"{parse_phone(contact.phone).national} ({whose})" if whose else parse_phone(contact.phone).national


def _never(contact: Contact) -> list[str]:
    spoken = BY_NUMBER & set(contact.channels)
    if not spoken and not {Channel.EMAIL, Channel.VISIT} & set(contact.channels):
        return [_("menelepon, mengirim pesan, atau datang")]
    return [_("meninggalkan pesan")] if spoken and contact.never_leave_message else []


def _when(contact: Contact) -> str:
    days = ", ".join(day_name(day) for day in contact.days)
    hours = ""
    if contact.from_time and contact.to_time:
        hours = f"{contact.from_time:%H.%M}–{contact.to_time:%H.%M}"
    return ", ".join(part for part in (days, hours) if part)
