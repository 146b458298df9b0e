"""One box: persons, cases, requests and tickets, each asked of its own package, each under the asker's own rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import names
from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.people import queries as people
from rangkul.commons.people.models import HouseholdMember, Person
from rangkul.commons.people.queries.reading import read
from rangkul.entry.intake import queries as intake
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.numbers import read_number

LIMIT = 10
# What is found by its own name keeps so many places beside what is found by a person.
_OWN_PLACES = 3
_COMPARED = 500
_ALIKE = 0.6


@dataclass(frozen=True)
class Found:
    """One result: what it is, where it opens, and one sentence each why it matched."""

    kind: str
    id: UUID
    title: str
    url: str
    reasons: tuple[str, ...]
    more: str = ""
    level: str = ""

    @property
    def kind_label(self) -> str:
        return {"case": _("Kasus"), "request": _("Permintaan"), "person": _("Orang")}[self.kind]


def everything(asker: Asker, text: str) -> list[Found]:
    """Cases before requests before persons: the worker most often looks for work that is going on."""
    if not text.strip():
        return []
    persons = people.search(asker, text, limit=LIMIT)
    by_person = {match.person.pk: match for match in persons}
    return [*_cases(asker, text, by_person), *_requests(asker, text), *_persons(persons)]


def _cases(asker: Asker, text: str, by_person: dict) -> list[Found]:
    # One equality each: with both in one question no index is used, and every case of the house is asked for its right.
    if number := read_number(text):
        return [_found(case, (_("Nomor kasus sama."),)) for case in _newest(_numbered(number))]
    of_persons = _of_persons(list(by_person)) if by_person else []
    found = {case.pk: _found(case, _reasons_for(case.person, by_person)) for case in _newest(of_persons)}
    for case in _newest(_of_members(list(by_person)) if by_person else []):
        found.setdefault(case.pk, _found(case, (_("Salah seorang anggotanya cocok."),)))
    named = [one for one in _by_name(asker, text) if one.id not in found][:LIMIT]
    return [*list(found.values())[: LIMIT - min(len(named), _OWN_PLACES)], *named][:LIMIT]


def _reasons_for(person: Person, by_person: dict) -> tuple[str, ...]:
    """Of the registration that was kept, where the case is of one that was merged into it."""
    match = by_person.get(person.pk) or by_person.get(people.root_of(person).pk)
    return match.reasons if match else ()


def _newest(rows: Iterable[Case]) -> list[Case]:
    return sorted(rows, key=lambda case: case.opened_at, reverse=True)


def _found(case: Case, reasons: Iterable[str]) -> Found:
    return Found(
        "case", case.pk, case.client_name, reverse("cases:case", args=[case.pk]), tuple(reasons),
        f"{case.number} · {case.get_stage_display()}", case.level if case.is_open else "",
    )  # fmt: skip


def _by_name(asker: Asker, text: str) -> list[Found]:
    """Households, groups and communities have a name and no search keys: the few that the asker may meet are
    compared."""
    if asker.unit_id is None or asker.staff_id is None or read(text).kind != "name":
        return []
    kinds = [ClientKind.HOUSEHOLD.value, ClientKind.GROUP.value, ClientKind.COMMUNITY.value]
    rows = [*_of_unit(asker.unit_id, kinds), *_of_worker(asker.staff_id, kinds)]
    wanted = {token.key[:2] for token in names.tokens(text)}
    scored = []
    for case in {case.pk: case for case in rows}.values():
        # To compare two names costs more than to find that no word of theirs begins alike.
        if wanted & {token.key[:2] for token in names.tokens(case.client_name)}:
            score = names.similarity(text, case.client_name)
            if score >= _ALIKE:
                scored.append((score, case))
    scored.sort(key=lambda one: (-one[0], -one[1].opened_at.timestamp()))
    return [
        _found(case, (names.explain(text, case.client_name) or _("Namanya mirip."),)) for _score, case in scored[:LIMIT]
    ]


@ready
def _numbered(number: str) -> QuerySet[Case]:
    return Case.objects.filter(number=number).select_related("key", "person", "household")


@ready
def _of_persons(ids: list[UUID]) -> QuerySet[Case]:
    return Case.objects.filter(person__registered_as=ids).select_related("key", "person", "household")


@ready
def _of_members(ids: list[UUID]) -> QuerySet[Case]:
    homes = HouseholdMember.objects.filter(person__registered_as=ids, until=None).values("household_id")
    return Case.objects.filter(household__in=homes).select_related("key", "person", "household")


@ready
def _of_unit(unit_id: UUID, kinds: list[str]) -> QuerySet[Case]:
    rows = Case.objects.filter(unit_id=unit_id, client_kind__among=kinds).select_related("person", "household")
    return rows[:_COMPARED]


@ready
def _of_worker(staff_id: UUID, kinds: list[str]) -> QuerySet[Case]:
    """Whose unit is another one than the worker's of today."""
    rows = Case.objects.filter(worker_id=staff_id, client_kind__among=kinds)
    return rows.select_related("person", "household")[:_COMPARED]


def _requests(asker: Asker, text: str) -> list[Found]:
    return [
        Found("request", hit.request.pk, hit.request.gist or hit.request.ticket_words,
              reverse("intake:request", args=[hit.request.pk]), tuple(hit.reasons),
              f"{hit.request.ticket_words} · {hit.request.get_state_display()}", hit.request.level)
        for hit in intake.search(asker, text)
    ]  # fmt: skip


def _persons(matches) -> list[Found]:
    return [
        Found("person", match.person.pk, match.person.full_name, reverse("people:person", args=[match.person.pk]),
              tuple(match.reasons), match.person.unit.name)
        for match in matches
    ]  # fmt: skip
