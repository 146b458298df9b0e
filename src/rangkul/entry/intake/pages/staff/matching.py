"""Whose request is it? Known persons whom it may speak of, and a new one from what the request already says."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import search
from rangkul.entry.intake import actions, queries
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.states import ForWhom

MOST = 4


@dataclass(frozen=True)
class Likely:
    person: Person
    reasons: tuple[str, ...]

    @property
    def words(self) -> str:
        year = f" ({self.person.birth_date.year})" if self.person.birth_date else ""
        return f"{self.person.full_name}{year}. {' '.join(self.reasons)}"


def proposed_name(request: Request, contact: Contact | None = None) -> str:
    """The name of who needs help, as far as the request knows it."""
    contact = contact or queries.contact_of(request)
    if contact is None:
        return ""
    if request.for_whom in (ForWhom.SELF, ForWhom.UNKNOWN):
        return contact.name or contact.called_name
    return contact.about_name


def linked_person(request: Request) -> Person | None:
    """None also where the person is out of the asker's sight."""
    if request.person_id is None:
        return None
    return Person.objects.select_related("key").filter(pk=request.person_id).first()


def likely(asker: Asker, request: Request) -> list[Likely]:
    """Known persons whom the request may speak of, with reasons; the linked one alone."""
    if request.person_id:
        linked = linked_person(request)
        return [Likely(linked, (_("Sudah dihubungkan."),))] if linked else []
    contact = queries.contact_of(request)
    if contact is None:
        return []
    asked = [proposed_name(request, contact), contact.phone]
    found: dict[UUID, Likely] = {}
    for words in asked:
        for match in search(asker, words, MOST) if words else ():
            found.setdefault(match.person.pk, Likely(match.person, match.reasons))
    return list(found.values())[:MOST]


def link_or_register(by: Asker, request: Request, who: str, name: str) -> Person:
    """`who` is a person's id or "new". The verbs decide; a person out of sight is one that does not exist."""
    if who == "new":
        return register_from(by, request, full_name=name)
    person = Person.objects.filter(pk=who).first()
    if person is None:
        raise Refused(_("Orang ini tidak ditemukan."), field="who")
    if request.person_id != person.pk:
        actions.link_person(by=by, request=request, person=person)
        request.person = person
    return person


def register_from(by: Asker, request: Request, **given: str) -> Person:
    """A new person with what the request already says; nothing is typed again."""
    own = actions.own_contact(request)
    given.setdefault("sex", own.sex if own else "")
    person = people.register(by=by, region_code=request.region_code, **given)
    actions.link_person(by=by, request=request, person=person)
    request.person = person
    return person
