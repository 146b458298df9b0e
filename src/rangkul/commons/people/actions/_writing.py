"""What several verbs about a person share: numbers checked, keys made again."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F
from django.utils.translation import gettext as _

from rangkul.base import identifiers
from rangkul.base.actions import Refused
from rangkul.base.identifiers import FamilyCard, Nik
from rangkul.base.phones import Phone as ParsedPhone
from rangkul.base.phones import parse_phone
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people import keys
from rangkul.commons.people.models import NameCut, Person, PersonKey


def checked_nik(text: str) -> Nik:
    """Raises Refused at the field `nik` for what cannot be a NIK; an unknown area only warns."""
    nik = identifiers.parse_nik(text, known_area=wilayah.known_area)
    if not nik.valid:
        raise Refused(str(nik.errors[0].message), field="nik")
    return nik


def checked_kk(text: str) -> FamilyCard:
    card = identifiers.parse_kk(text, known_area=wilayah.known_area)
    if not card.valid:
        raise Refused(str(card.errors[0].message), field="kk")
    return card


def checked_phone(text: str, field: str = "number") -> ParsedPhone:
    phone = parse_phone(text)
    if not phone.valid:
        raise Refused(str(phone.errors[0].message), field=field)
    return phone


def checked_name(full: str, called: str) -> tuple[str, str]:
    """A name is enough, a called name is enough; nobody is turned away for having no papers."""
    full, called = " ".join(full.split()), " ".join(called.split())
    if not full and not called:
        raise Refused(_("Tulis nama, atau nama panggilannya."), field="full_name")
    return full or called, called


def write_keys(person: Person, other_names: Iterable[str]) -> None:
    """Make the person's search keys what their names ask for, and let new words enter the vocabulary."""
    known_as = [name for name in (person.full_name, person.called_name, *other_names) if name]
    wanted = keys.keys_of(known_as)
    present = set(PersonKey.objects.filter(person=person).values_list("key", flat=True))
    if gone := present - wanted:
        PersonKey.objects.filter(person=person, key__in=gone).delete()
    PersonKey.objects.bulk_create(
        PersonKey(person_id=person.pk, agency_id=person.agency_id, key=key) for key in sorted(wanted - present)
    )
    _enter_words(person, keys.words_of(known_as))


def _enter_words(person: Person, words: set[tuple[str, str]]) -> None:
    """New words only; sorted, so that two registrations of the same new word never wait for each other in a ring."""
    mine = NameCut.objects.filter(agency_id=person.agency_id)
    known = set(mine.filter(cut=F("word"), cut__in=[word for word, _sound in words]).values_list("word", flat=True))
    NameCut.objects.bulk_create(
        (
            NameCut(agency_id=person.agency_id, cut=cut, word=word, key=sound)
            for word, sound in sorted(words)
            if word not in known
            for cut in sorted(keys.cuts_of(word, sound))
        ),
        ignore_conflicts=True,
    )
