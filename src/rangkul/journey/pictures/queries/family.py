"""The family of a case as the records know it: from the client outward along kinship, as far as the asker sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from rangkul.commons.people.models import HouseholdMember, Kinship, Person, Pregnancy
from rangkul.commons.people.states import Outcome, Standing
from rangkul.journey.cases.models import Case, CasePerson
from rangkul.journey.cases.states import CaseRole
from rangkul.journey.pictures.models import FamilyTie
from rangkul.journey.pictures.queries.ties import ties_of

# How far from the client a relative may be (a cousin's child is four steps away), and how many are drawn.
STEPS, MOST = 6, 60


@dataclass
class Records:
    """Rows, the nearest first. `root` leads from every registration to the one that is kept after merges."""

    clients: list[UUID] = field(default_factory=list)
    persons: dict[UUID, Person] = field(default_factory=dict)
    root: dict[UUID, UUID] = field(default_factory=dict)
    kinship: list[Kinship] = field(default_factory=list)
    homes: list[HouseholdMember] = field(default_factory=list)
    pregnancies: list[Pregnancy] = field(default_factory=list)
    ties: list[FamilyTie] = field(default_factory=list)
    named: list[CasePerson] = field(default_factory=list)
    left_out: int = 0


def records_of(case: Case) -> Records:
    found = Records(named=list(_named(case)))
    found.clients = _clients(case, found.named)
    persons = {row.person_id: row.person for row in found.named}
    if case.person is not None:
        persons[case.person_id] = case.person
    _load(persons, set(found.clients))
    found.clients = [one for one in found.clients if one in persons]
    found.ties = ties_of(case)
    _walk(found, persons)
    _merges(found, persons)
    _keep(found, persons)
    ids = list(found.persons)
    members = HouseholdMember.objects.filter(person_id__in=[*ids, *_absorbed(found)], until__isnull=True)
    found.homes = list(members.select_related("household").order_by("made_at", "id"))
    lost = Pregnancy.objects.filter(mother_id__in=ids).exclude(outcome=Outcome.BORN)
    found.pregnancies = list(lost.order_by("made_at", "id"))
    return found


def _named(case: Case):
    rows = case.people.filter(until__isnull=True).select_related("person")
    return rows.order_by("made_at", "id")


def _clients(case: Case, named: list[CasePerson]) -> list[UUID]:
    """Whom the picture is about: the client, or the members of the household or group that is the client."""
    if case.person_id is not None:
        return [case.person_id]
    asked: list[UUID] = []
    if case.household_id is not None:
        there = HouseholdMember.objects.filter(household_id=case.household_id, until__isnull=True)
        asked = list(there.order_by("-is_head", "made_at").values_list("person_id", flat=True))
    return asked or [row.person_id for row in named if row.role in (CaseRole.CLIENT, CaseRole.MEMBER)]


def _walk(found: Records, persons: dict[UUID, Person]) -> None:
    """Each person's relations are asked for once, all of one distance together; the people themselves at the end."""
    rows = Kinship.objects.exclude(standing=Standing.MISTAKE)
    asked: set[UUID] = set()
    edge = set(found.clients) | {end for tie in found.ties for end in (tie.one_id, tie.other_id)}
    known: dict[UUID, Kinship] = {}
    for _step in range(STEPS):
        if not edge or len(asked) > 2 * MOST:
            break
        near = rows.filter(Q(person_id__in=edge) | Q(relative_id__in=edge))
        # What touches somebody who was asked about is known already.
        near = near.exclude(Q(person_id__in=asked) | Q(relative_id__in=asked)) if asked else near
        asked |= edge
        fresh = {row.pk: row for row in near}
        known |= fresh
        edge = {end for row in fresh.values() for end in (row.person_id, row.relative_id)} - asked
    _load(persons, {end for row in known.values() for end in (row.person_id, row.relative_id)} | asked)
    # Asked once at the end: other registrations of the same people lead on like their own.
    if others := _same_people(persons, set(persons)) - asked:
        more = list(rows.filter(Q(person_id__in=others) | Q(relative_id__in=others)))
        known |= {row.pk: row for row in more}
        _load(persons, {end for row in more for end in (row.person_id, row.relative_id)})
    found.kinship = sorted(known.values(), key=lambda row: (row.made_at, row.pk))


def _load(persons: dict[UUID, Person], ids: set[UUID]) -> None:
    if missing := ids - set(persons):
        persons.update(Person.objects.in_bulk(missing))


def _same_people(persons: dict[UUID, Person], ids: set[UUID]) -> set[UUID]:
    """Other registrations that were decided to be one of these people, in both directions."""
    above = {person.merged_into_id for person in persons.values() if person.merged_into_id} - set(persons)
    same = Person.objects.filter(Q(merged_into_id__in=ids) | Q(pk__in=above))
    found = {person.pk: person for person in same}
    for pk, person in found.items():
        persons.setdefault(pk, person)
    return set(found)


def _merges(found: Records, persons: dict[UUID, Person]) -> None:
    for person in persons.values():
        seen, root = {person.pk}, person
        while root.merged_into_id in persons and root.merged_into_id not in seen:
            root = persons[root.merged_into_id]
            seen.add(root.pk)
        found.root[person.pk] = root.pk


def _absorbed(found: Records) -> list[UUID]:
    return [one for one, root in found.root.items() if one != root and root in found.persons]


def _keep(found: Records, persons: dict[UUID, Person]) -> None:
    """The nearest persons that kinship or a relation line ties to the client; a neighbour of the case is no family."""
    near = [found.root[one] for one in found.clients]
    ends = {found.root[end] for tie in found.ties for end in (tie.one_id, tie.other_id) if end in found.root}
    reached = [*near, *sorted(ends, key=str)]
    links: dict[UUID, list[UUID]] = {}
    for row in found.kinship:
        one, other = found.root[row.person_id], found.root[row.relative_id]
        links.setdefault(one, []).append(other)
        links.setdefault(other, []).append(one)
    order = dict.fromkeys(reached)
    waiting = list(order)
    for one in waiting:
        for other in links.get(one, []):
            if other not in order:
                order[other] = None
                waiting.append(other)
    kept = [one for one in order if persons[one].erased_at is None]
    found.left_out = max(0, len(kept) - MOST)
    found.persons = {one: persons[one] for one in kept[:MOST]}
    found.clients = [one for one in dict.fromkeys(near) if one in found.persons]
