"""One box: persons, cases, requests and tickets, each asked of its own package, each under the asker's own rights."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.people import queries as people
from rangkul.entry.intake import queries as intake
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.numbers import read_number

LIMIT = 10


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
    return [*_cases(text, by_person), *_requests(asker, text), *_persons(persons)]


def _cases(text: str, by_person: dict) -> list[Found]:
    # One equality each: with both in one question no index is used, and every case of the house is asked for its right.
    number = read_number(text)
    found = []
    rows = _numbered(number) if number else _of_persons(list(by_person)) if by_person else []
    for case in sorted(rows, key=lambda case: case.opened_at, reverse=True)[:LIMIT]:
        match = by_person.get(case.person_id)
        reasons = match.reasons if match else (_("Nomor kasus sama."),)
        found.append(
            Found("case", case.pk, case.client_name, reverse("cases:case", args=[case.pk]), tuple(reasons),
                  f"{case.number} · {case.get_stage_display()}", case.level if case.is_open else "")
        )  # fmt: skip
    return found


@ready
def _numbered(number: str) -> QuerySet[Case]:
    return Case.objects.filter(number=number).select_related("key", "person", "household")


@ready
def _of_persons(ids: list[UUID]) -> QuerySet[Case]:
    return Case.objects.filter(person__among=ids).select_related("key", "person", "household")


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
