"""What must never stand in words that leave the house, whoever reads them: where somebody hides, their numbers, their
code word.

Drafts do not write these. But people type, and notes may hold them: so every word is looked at before it goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.commons.people.models import Address, Person, Phone, SafeContact
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import contact_of
from rangkul.journey.cases.models import Case

# Shorter words stand in every text.
_SHORTEST = 5
_PUNCTUATION = re.compile(r"[\s.,;:/()\-–]+")
_WRITTEN_OUT = {"jl": "jalan", "jln": "jalan", "gg": "gang", "kav": "kavling"}
_NUMBER = frozenset({"no", "nomor", "nomer"})
_NOT_A_DIGIT = re.compile(r"\D+")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Secret:
    """`firm`: no reader gets it. The others are shown to the worker, who knows whether this reader needs them."""

    what: str
    words: str
    firm: bool = False


def secrets_of(case: Case) -> list[Secret]:
    """Of everybody of the case, as far as the asker sees them."""
    return _telling(_secrets(_people(case)))


def secrets_of_request(request: Request) -> list[Secret]:
    """Of who asked, as they wrote it, and of the person whom it was linked with."""
    return _telling([*_asked(request), *_secrets([request.person_id] if request.person_id else [])])


def _telling(secrets: Iterable[Secret]) -> list[Secret]:
    return [one for one in secrets if len(one.words.strip()) >= _SHORTEST]


def _asked(request: Request) -> Iterator[Secret]:
    contact = contact_of(request)
    if contact is not None:
        yield Secret(_("alamat yang ditulis di permintaan"), contact.place_words)
        yield Secret(_("nomor telepon"), contact.phone[-8:])
        yield Secret(_("kata rahasia"), contact.code_word)


def _people(case: Case) -> list[UUID]:
    named = set(case.people.filter(until=None).values_list("person_id", flat=True))
    return list(named | ({case.person_id} if case.person_id else set()))


def _secrets(ids: list[UUID]) -> Iterator[Secret]:
    for address in Address.objects.filter(person__in=ids, hidden=True, ended_at=None).select_related("key"):
        for words in (address.line, address.landmark):
            yield Secret(_("alamat yang dirahasiakan"), words, firm=True)
    for person in Person.objects.filter(pk__in=ids).select_related("key"):
        yield Secret(_("NIK"), person.nik)
        yield Secret(_("nomor KK"), person.kk)
    for phone in Phone.objects.filter(person__in=ids, ended_at=None).select_related("key"):
        # However it is written, +62 812… or 0812…: the last digits are the same.
        yield Secret(_("nomor telepon"), phone.number[-8:])
    for rules in SafeContact.objects.filter(person__in=ids).select_related("key"):
        yield Secret(_("kata rahasia"), rules.code_word)


def words_on(svg: str) -> str:
    """What can be read on a drawing."""
    return unescape(_TAG.sub("\n", svg))


def found_in(text: str, secrets: Iterable[Secret]) -> list[Secret]:
    """Those that the text holds, each kind once."""
    words, digits = _folded(text), _NOT_A_DIGIT.sub("", text)
    return list({one.what: one for one in secrets if _holds(words, digits, one.words)}.values())


def _holds(words: str, digits: str, secret: str) -> bool:
    if secret.strip().isdigit():
        return secret.strip() in digits
    return _folded(secret) in words


def _folded(text: str) -> str:
    """Words between single blanks, however an address was shortened."""
    words = _PUNCTUATION.sub(" ", text.casefold()).split()
    return f" {' '.join(_WRITTEN_OUT.get(word, word) for word in words if word not in _NUMBER)} "
