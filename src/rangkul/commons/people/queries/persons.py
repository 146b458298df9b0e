"""One person and what belongs to the same human being after merges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from uuid import UUID

from django.db import connection

from rangkul.commons.people.models import Person

_IDENTITY = """
WITH RECURSIVE up AS (
  SELECT id, merged_into_id FROM people_person WHERE id = %s
  UNION SELECT p.id, p.merged_into_id FROM people_person p JOIN up ON p.id = up.merged_into_id
), whole AS (
  SELECT id FROM up WHERE merged_into_id IS NULL
  UNION SELECT p.id FROM people_person p JOIN whole ON p.merged_into_id = whole.id
)
SELECT id FROM whole
"""


@dataclass(frozen=True)
class SafeHours:
    """What the clock may know of a SafeContact; days and hours as there."""

    channels: list[str]
    days: list[int]
    from_time: time | None
    to_time: time | None
    never_leave_message: bool


def safe_hours(person_id: UUID | None) -> list[SafeHours]:
    """Of every registration of this human being. The clock alone is told; nothing for anybody else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_safe_hours(%s::uuid)", [person_id])
        return [SafeHours(*row) for row in cursor.fetchall()]


def get(person_id: UUID) -> Person:
    """The person with the key that opens what is sealed. Raises Person.DoesNotExist where the asker sees nobody."""
    return Person.objects.select_related("key", "unit", "registered_by", "merged_into").get(pk=person_id)


def identity_ids(person: Person) -> list[UUID]:
    """Every registration that was decided to be this human being, in both directions, the person's own first."""
    with connection.cursor() as cursor:
        cursor.execute(_IDENTITY, [person.pk])
        others = [row[0] for row in cursor.fetchall() if row[0] != person.pk]
    return [person.pk, *sorted(others)]


def root_of(person: Person) -> Person:
    """The registration that is kept; the person itself where nothing was merged, or as far as the asker sees."""
    seen = set()
    while person.merged_into_id and person.pk not in seen:
        seen.add(person.pk)
        above = Person.objects.select_related("key", "unit").filter(pk=person.merged_into_id).first()
        if above is None:
            break
        person = above
    return person
