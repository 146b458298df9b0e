"""Relatives as seen from one person, whichever way the relation was written."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.commons.people.models import HouseholdMember, Kinship, Person
from rangkul.commons.people.states import INVERSE, Relation

# What the other one is where the relation has no word of its own in the other direction.
_ONE_SIDED = {Relation.GUARDIAN: _("di bawah perwalian"), Relation.CAREGIVER: _("di bawah pengasuhan")}


@dataclass(frozen=True)
class Kin:
    """`person` is <label> of the person one asked about. Only a row written about `person` speaks of permission."""

    person: Person
    label: str
    row: Kinship
    speaks_of_them: bool


def kin_of(person: Person) -> list[Kin]:
    """The relatives of today whom the asker sees too."""
    rows = Kinship.objects.filter(Q(person=person) | Q(relative=person), until__isnull=True)
    rows = rows.select_related("person", "relative").order_by("made_at")
    return [_from_side_of(person, row) for row in rows]


def _from_side_of(person: Person, row: Kinship) -> Kin:
    relation = Relation(row.relation)
    if row.relative_id == person.pk:
        return Kin(row.person, str(relation.label), row, speaks_of_them=True)
    label = _ONE_SIDED.get(relation) or Relation(INVERSE.get(relation, relation)).label
    return Kin(row.relative, str(label), row, speaks_of_them=False)


def households_of(person: Person) -> list[HouseholdMember]:
    """Where the person lives now: the memberships with their household."""
    present = HouseholdMember.objects.filter(person=person, until__isnull=True)
    return list(present.select_related("household").order_by("made_at"))
