"""Pairs of registrations about which somebody is not sure."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Doubt, Person, Staff
from rangkul.commons.people.states import DoubtAnswer

_PAIR = ("one", "other", "owner", "asked_by")


def pair(one: UUID, other: UUID) -> tuple[UUID, UUID]:
    """As the row keeps it: the smaller id first."""
    return (one, other) if one < other else (other, one)


def doubt_about(one: Person, other: Person) -> Doubt | None:
    """The one that stands open."""
    first, second = pair(one.pk, other.pk)
    return _open().filter(one=first, other=second).first()


def doubts_of(person: Person) -> list[tuple[Doubt, Person]]:
    """Those that stand open about a person, each with the other one of the pair, what is due first in front."""
    rows = _open().filter(Q(one=person) | Q(other=person)).order_by("due_at")
    return [(row, row.other if row.one_id == person.pk else row.one) for row in rows]


def answered_different(person: Person) -> set[UUID]:
    """Ids of those of whom somebody said that they are another person than this one."""
    rows = Doubt.objects.filter(Q(one=person) | Q(other=person), answer=DoubtAnswer.DIFFERENT)
    return {pk for both in rows.values_list("one_id", "other_id") for pk in both} - {person.pk}


def doubts_for(asker: Asker, limit: int = 5) -> list[Doubt]:
    """What the asker is to answer, what is due first in front."""
    return list(_open().filter(owner_id=asker.staff_id).order_by("due_at")[:limit])


def late_doubts(now: datetime) -> QuerySet[Doubt]:
    """Open after their time: for the clock of the house."""
    return Doubt.objects.filter(answered_at=None, due_at__lte=now, owner__is_active=True)


def _open() -> QuerySet[Doubt]:
    return Doubt.objects.filter(answered_at=None).select_related(*_PAIR)


def doubt_owners(persons: Iterable[Person]) -> list[Staff]:
    """Who may answer: who may merge, in the units where the two are registered."""
    units = {person.unit_id for person in persons}
    rows = Staff.objects.filter(unit__in=units, is_active=True, roles__overlap=["peksos", "supervisor"])
    return list(rows.order_by("full_name", "pk"))


def is_late_doubt(doubt_id: UUID, due_at: datetime) -> bool:
    return late_doubts(clock.now()).filter(pk=doubt_id, due_at=due_at).exists()
