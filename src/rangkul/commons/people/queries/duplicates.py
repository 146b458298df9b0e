"""Who may already be registered under another spelling: asked while somebody types a new person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rangkul.base import names
from rangkul.base.asking import Asker
from rangkul.base.findings import Finding
from rangkul.base.identifiers import parse_kk, parse_nik
from rangkul.base.phones import parse_phone
from rangkul.base.rules import Decision, rule
from rangkul.commons.people import keys
from rangkul.commons.people.drafts import PersonDraft
from rangkul.commons.people.models import Person, Phone
from rangkul.commons.people.queries import candidates
from rangkul.commons.people.queries.search import note_search
from rangkul.commons.people.rules import duplicates as rules
from rangkul.commons.people.states import BirthPrecision

MOST_SHOWN = 5
# Names are compared with this many candidates closely.
_MOST_BY_NAME = 20


@dataclass(frozen=True)
class Duplicate:
    """`decision` holds rule, version, facts and reasons; `level` is "likely" or "possible"."""

    person: Person
    decision: Decision

    @property
    def level(self) -> str:
        return self.decision.value

    @property
    def reasons(self) -> list[str]:
        return [reason.in_words() for reason in self.decision.reasons]


def likely_duplicates(asker: Asker, draft: PersonDraft, *, but: Iterable[UUID] = ()) -> list[Duplicate]:
    """Persons whom the asker sees and who may be the one being typed, the likeliest first; `but` leaves some out.

    A draft may be half typed: numbers that cannot be read yet are left aside.
    """
    note_search(asker, "duplicates")
    if asker.agency_id is None or not asker.practises:
        return []
    known = _numbers(draft)
    phones = _phone_owners(known["phones"])
    ids = {*_same_numbers(known), *phones, *_by_name(asker, draft)} - set(but)
    persons = Person.objects.filter(pk__in=ids, merged_into__isnull=True, erased_at__isnull=True)
    found = []
    for person in persons.select_related("key", "unit").prefetch_related("other_names"):
        decision = rule(rules.NAME).decide(facts_of(draft, known, person, person.pk in phones))
        if decision.value != rules.NO:
            found.append(Duplicate(person, decision))
    return sorted(found, key=_strength)[:MOST_SHOWN]


def between(one: Person, other: Person) -> Decision:
    """What the rule says about two who are registered: shown beside them before anybody merges."""
    draft = PersonDraft(
        full_name=one.full_name,
        called_name=one.called_name,
        sex=one.sex,
        birth_date=one.birth_date,
        birth_precision=one.birth_precision,
        region_code=one.region_code,
    )
    mine = Phone.objects.filter(person=one, ended_at__isnull=True).values_list("number_blind", flat=True)
    shared = Phone.objects.filter(person=other, ended_at__isnull=True, number_blind__in=list(mine)).exists()
    known = {"nik": one.nik_blind and bytes(one.nik_blind), "kk": one.kk_blind and bytes(one.kk_blind)}
    return rule(rules.NAME).decide(facts_of(draft, known, other, shared))


def warnings_of(draft: PersonDraft, known_area) -> list[Finding]:
    """What is odd about the numbers of a draft and may still be right: said, never refused."""
    found: list[Finding] = []
    if draft.nik.strip():
        found += parse_nik(draft.nik, known_area=known_area).warnings
    if draft.kk.strip():
        found += parse_kk(draft.kk, known_area=known_area).warnings
    return found


def _numbers(draft: PersonDraft) -> dict[str, Any]:
    """Blind indexes of what can be read already."""
    nik, card = parse_nik(draft.nik) if draft.nik else None, parse_kk(draft.kk) if draft.kk else None
    phones = [parse_phone(phone.number) for phone in draft.phones if phone.number]
    return {
        "nik": keys.blind_nik(nik.digits) if nik and nik.valid else None,
        "kk": keys.blind_kk(card.digits) if card and card.valid else None,
        "phones": [keys.blind_phone(phone.e164) for phone in phones if phone.valid],
    }


def _same_numbers(known: dict[str, Any]) -> set[UUID]:
    found: set[UUID] = set()
    if known["nik"]:
        found |= set(Person.objects.filter(nik_blind=known["nik"]).values_list("pk", flat=True)[:_MOST_BY_NAME])
    if known["kk"]:
        found |= set(Person.objects.filter(kk_blind=known["kk"]).values_list("pk", flat=True)[:_MOST_BY_NAME])
    return found


def _phone_owners(blinds: list[bytes]) -> set[UUID]:
    rows = Phone.objects.filter(number_blind__in=blinds, ended_at__isnull=True)
    return set(rows.values_list("person_id", flat=True)[:_MOST_BY_NAME]) if blinds else set()


def _by_name(asker: Asker, draft: PersonDraft) -> list[UUID]:
    """The nearest by name; a mistyped word is looked for as in the search."""
    name = draft.full_name or draft.called_name
    sounds = keys.sounds_of(name)
    if not sounds:
        return []
    words = [token for token in names.tokens(name) if token.key in sounds]
    wanted = [*candidates.sure_keys(sounds), *candidates.guessed_keys(words, asker.agency_id)]
    found = candidates.holders(wanted, asker.agency_id)
    scored = [(max(names.similarity(name, known) for known in each.names), each.id) for each in found]
    return [pk for score, pk in sorted(scored, reverse=True)[:_MOST_BY_NAME] if score >= names.MATCH]


def facts_of(draft: PersonDraft, known: dict[str, Any], person: Person, phone: bool) -> dict[str, Any]:
    """Plain facts for the rule: equalities and distances, no name and no number."""
    typed = draft.full_name or draft.called_name
    registered = (person.full_name, *(other.name for other in person.other_names.all()))
    exact = BirthPrecision.DAY in {draft.birth_precision or BirthPrecision.DAY} and person.birth_precision == "day"
    both = draft.birth_date is not None and person.birth_date is not None
    return {
        "nik": _equal(known.get("nik"), person.nik_blind),
        "kk": _equal(known.get("kk"), person.kk_blind),
        "phone": phone,
        "name": round(max((names.similarity(typed, name) for name in registered), default=0.0), 3) if typed else 0.0,
        "birth": ("same" if draft.birth_date == person.birth_date else "other") if both else "",
        "birth_exact": both and exact,
        "years_apart": abs(draft.birth_date.year - person.birth_date.year) if both else None,
        "sex_differs": bool(draft.sex and person.sex and draft.sex != person.sex),
        "region": _same_area(draft.region_code, person.region_code),
    }


def _equal(one: bytes | None, other: bytes | None) -> str:
    if not one or not other:
        return ""
    return "same" if bytes(one) == bytes(other) else "different"


def _same_area(one: str, other: str) -> str:
    if len(one) >= 8 and one[:8] == other[:8]:
        return "district"
    return "regency" if len(one) >= 5 and one[:5] == other[:5] else ""


def _strength(found: Duplicate) -> tuple:
    return found.level != rules.LIKELY, -found.decision.facts["name"], found.person.pk
