"""What a request says about reaching somebody safely is the person's, as soon as it is known who they are."""

from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person, SafeContact
from rangkul.commons.people.queries import ONLY_TICKET, Said, stricter, ways_in_words, ways_of
from rangkul.entry.intake import queries
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.states import ForWhom


def own_contact(request: Request) -> Contact | None:
    """The contact of the person in need; None where somebody else asked for them."""
    return queries.contact_of(request) if request.for_whom in (ForWhom.SELF, ForWhom.UNKNOWN) else None


def carry_contact(by: Asker, request: Request, person: Person) -> None:
    """Into the rules of the person. Where there are others already, what both allow holds until a worker has asked,
    and the note says both. The same request carries nothing the second time."""
    contact = own_contact(request)
    if contact is None or not by.practises:
        return
    if contact.phone:
        number = people.PhoneDraft(number=contact.phone, owner=contact.phone_owner)
        people.add_phone(by=by, person=person, phone=number)
    # As in the verb that writes them: of two who link at once, the second finds what the first has written.
    Person.objects.select_for_update().get(pk=person.pk)
    kept = SafeContact.objects.filter(person=person).select_related("key").first()
    given = _said(contact) if kept is None else _both(request, kept, contact)
    if kept is None or given != _said(kept):
        people.set_safe_contact(by=by, person=person, **given)


def _said(rules: SafeContact | Contact) -> dict[str, Any]:
    names = ("channels", "days", "from_time", "to_time", "never_leave_message", "code_word", "note")
    return {name: getattr(rules, name) for name in names}


def _both(request: Request, kept: SafeContact, contact: Contact) -> dict[str, Any]:
    ways = stricter(kept, contact)
    given = {
        **_said(kept),
        "never_leave_message": kept.never_leave_message or contact.never_leave_message,
        "code_word": contact.code_word or kept.code_word,
        "note": _note(request, kept, contact),
    }
    if ways == ways_of(kept):
        return given
    hours = {"from_time": ways.from_time, "to_time": ways.to_time}
    return {**given, "channels": list(ways.channels), "days": list(ways.days), **hours}


def _note(request: Request, kept: SafeContact, contact: Contact) -> str:
    """What stands there, and from this request what is not there yet."""
    parts = []
    if _differ(kept, contact) and request.ticket_words not in kept.note:
        before, now = (ways_in_words(one) or _("hanya lewat tiket") for one in (kept, contact))
        told = _("Dua keterangan berbeda. Sebelumnya: %(before)s. Permintaan %(ticket)s: %(now)s.")
        parts.append(told % {"before": before, "ticket": request.ticket_words, "now": now})
        parts.append(_("Yang lebih ketat berlaku sampai Anda menanyakannya dan menyimpan yang benar."))
    if contact.code_word and kept.code_word and contact.code_word != kept.code_word:
        parts.append(_("Kata rahasia sebelumnya: %(word)s.") % {"word": kept.code_word})
    parts.append(kept.note)
    if contact.note not in kept.note:
        parts.append(contact.note)
    return " ".join(part for part in parts if part)


def _differ(one: Said, other: Said) -> bool:
    ways = ways_of(one)
    left = ways != ONLY_TICKET and one.never_leave_message != other.never_leave_message
    return left or ways != ways_of(other)
