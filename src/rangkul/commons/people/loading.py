"""Row shapes for loading a register by COPY: what `register` writes for a person, without asking the database.

    for table, row in rows(draft, agency_id=..., unit_id=..., staff_id=...):
        writers[table].write_row(row)

`COLUMNS` gives each table's columns in the order of the tuples, and tables in the order in which they may be written.
Numbers are taken as valid. Each process keeps one Vocabulary and writes its rows at the end; processes that load for
the same agency leave that to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from rangkul.base import clock, crypto
from rangkul.base.identifiers import parse_kk, parse_nik
from rangkul.base.ids import new_id
from rangkul.base.phones import parse_phone
from rangkul.commons.people import keys
from rangkul.commons.people.drafts import PersonDraft, PhoneDraft

COLUMNS: dict[str, tuple[str, ...]] = {
    "base_datakey": ("id", "wrapped"),
    "people_person": (
        "id", "made_at", "key_id", "agency_id", "unit_id", "registered_by_id", "full_name", "called_name", "sex",
        "birth_date", "birth_precision", "birth_place", "nik", "nik_blind", "kk", "kk_blind", "region_code",
        "restricted", "edition",
    ),
    "people_personname": ("id", "made_at", "person_id", "kind", "name"),
    "people_phone": (
        "id", "made_at", "key_id", "person_id", "number", "number_blind", "owner", "owner_name", "shared", "whatsapp",
    ),
    "people_personkey": ("person_id", "agency_id", "key"),
    "people_namecut": ("agency_id", "cut", "word", "key"),
}  # fmt: skip

Row = tuple[Any, ...]


class Vocabulary:
    """The words of the names that were loaded, for `people_namecut`: some hundred bytes a word, not a person."""

    def __init__(self) -> None:
        self.words: set[tuple[UUID, str, str]] = set()

    def add(self, agency_id: UUID, draft: PersonDraft) -> None:
        self.words |= {(agency_id, word, sound) for word, sound in keys.words_of(draft.names)}

    def rows(self) -> Iterator[tuple[str, Row]]:
        for agency_id, word, sound in self.words:
            for cut in keys.cuts_of(word, sound):
                yield "people_namecut", (agency_id, cut, word, sound)


def rows(
    draft: PersonDraft,
    *,
    agency_id: UUID,
    unit_id: UUID,
    staff_id: UUID | None,
    made_at: datetime | None = None,
    person_id: UUID | None = None,
) -> Iterator[tuple[str, Row]]:
    """(table, row) of everything a person with these names, numbers and telephones has; the key row first."""
    made_at, person_id, key_id, secret = made_at or clock.now(), person_id or new_id(), new_id(), crypto.new_key()
    yield "base_datakey", (key_id, crypto.wrap(secret, key_id))
    about = (person_id, made_at, key_id, agency_id, unit_id, staff_id)
    yield "people_person", (*about, *_known(draft), *_numbers(draft, secret, person_id), draft.region_code, False, 1)
    for other in draft.other_names:
        yield "people_personname", (new_id(), made_at, person_id, other.kind, other.name)
    for phone in draft.phones:
        yield "people_phone", _phone(phone, made_at, key_id, secret, person_id)
    for key in keys.keys_of(draft.names):
        yield "people_personkey", (person_id, agency_id, key)


def _known(draft: PersonDraft) -> Row:
    precision = draft.birth_precision or ("day" if draft.birth_date else "")
    full = draft.full_name or draft.called_name
    return full, draft.called_name, draft.sex, draft.birth_date, precision, draft.birth_place


def _numbers(draft: PersonDraft, secret: bytes, person_id: UUID) -> Row:
    nik = parse_nik(draft.nik).digits if draft.nik else ""
    card = parse_kk(draft.kk).digits if draft.kk else ""
    return (
        crypto.seal(secret, nik.encode(), f"people_person.nik:{person_id}") if nik else None,
        keys.blind_nik(nik),
        crypto.seal(secret, card.encode(), f"people_person.kk:{person_id}") if card else None,
        keys.blind_kk(card),
    )


def _phone(phone: PhoneDraft, made_at: datetime, key_id: UUID, secret: bytes, person_id: UUID) -> Row:
    number, row_id = parse_phone(phone.number).e164, new_id()
    sealed = crypto.seal(secret, number.encode(), f"people_phone.number:{row_id}")
    about = (row_id, made_at, key_id, person_id, sealed, keys.blind_phone(number))
    return (*about, phone.owner, phone.owner_name, phone.shared, phone.whatsapp)
