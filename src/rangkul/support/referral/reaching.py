"""Where link and code go: each to one place, written so that two spellings of a place are known as one."""

from __future__ import annotations

from urllib.parse import quote, urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from rangkul.base import crypto
from rangkul.base.actions import Refused
from rangkul.base.phones import parse_phone
from rangkul.support.referral.states import SPOKEN, Way


def place_of(way: str, text: str, field: str) -> str:
    """The mailbox or number. Raises Refused where `text` is none that this way can reach."""
    text = text.strip()
    if way == Way.EMAIL:
        return _mailbox(text, field)
    phone = parse_phone(text, personal=False)
    if way in (Way.WHATSAPP, Way.SMS) and not phone.valid:
        raise Refused(
            _("Tulis satu nomor HP, misalnya 0812-3456-7890, atau pilih jalan lain."), field=field, code="address"
        )
    return phone.number or text.casefold()


def _mailbox(text: str, field: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        raise Refused(
            _("Tulis satu alamat surel, misalnya rujukan@lembaga.org, atau pilih jalan lain."),
            field=field, code="address",
        ) from None  # fmt: skip
    name, _at, host = text.lower().rpartition("@")
    # What stands behind a plus arrives in the same mailbox.
    return f"{name.partition('+')[0]}@{host}"


def apart(link_by: str, contact: str, code_by: str, code_contact: str) -> tuple[str, str]:
    """Both places; the second is empty where a worker says the code themself. Raises Refused where whoever opens the
    one has the other too."""
    link = place_of(link_by, contact, "contact")
    if code_by in SPOKEN:
        return link, ""
    if not code_contact.strip():
        raise Refused(
            _("Tulis ke mana kodenya dikirim. Tidak ada? Pilih Telepon, lalu bacakan sendiri kodenya."),
            field="code_contact", code="empty",
        )  # fmt: skip
    code = place_of(code_by, code_contact, "code_contact")
    if code == link:
        raise Refused(
            _(
                "Tautannya sudah ke sana: siapa yang membukanya memegang kuncinya juga. Minta nomor atau surel lain"
                " kepada penerima, atau pilih Telepon dan bacakan sendiri kodenya."
            ),
            field="code_contact", code="same",
        )  # fmt: skip
    return link, code


def print_of(referral_id: UUID, place: str) -> bytes | None:
    """By this the database tells that two places of one referral are one, and nothing about those of two."""
    return crypto.blind("referral.place", f"{referral_id}:{place}") if place else None


def written(way: str, place: str, title: str, words: str) -> str:
    """The address that opens the worker's own mail or WhatsApp with these words to this one place; empty where neither
    reaches it."""
    if way == Way.EMAIL:
        mail = urlencode({"subject": title, "body": words}, quote_via=quote)
        return f"mailto:{quote(place.strip(), safe='@+')}?{mail}"
    number = parse_phone(place, personal=False).whatsapp if way == Way.WHATSAPP else ""
    return f"https://wa.me/{number}?{urlencode({'text': words}, quote_via=quote)}" if number else ""
