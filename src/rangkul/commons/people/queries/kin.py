"""Relatives as seen from one person, whichever way the relation was written."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.commons.people.models import HouseholdMember, Kinship, Person
from rangkul.commons.people.states import INVERSE, KinKind, Relation, Standing

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
    """The relatives of today whom the asker sees too. Who lives apart is still husband or wife."""
    today = Q(until__isnull=True) | Q(standing=Standing.SEPARATED)
    rows = Kinship.objects.filter(today, Q(person=person) | Q(relative=person))
    rows = rows.select_related("person", "relative").order_by("made_at")
    return [_from_side_of(person, row) for row in rows]


def _from_side_of(person: Person, row: Kinship) -> Kin:
    relation = Relation(row.relation)
    if row.relative_id == person.pk:
        return Kin(row.person, _with_kind(relation.label, row), row, speaks_of_them=True)
    label = _ONE_SIDED.get(relation) or Relation(INVERSE.get(relation, relation)).label
    return Kin(row.relative, _with_kind(label, row), row, speaks_of_them=False)


def _with_kind(label: object, row: Kinship) -> str:
    """`orang tua (angkat)`, `suami atau istri (menikah, berpisah)`; what is plain is not said."""
    kind = "" if row.kind == KinKind.BIRTH else row.get_kind_display() if row.kind else ""
    words = ", ".join(word for word in (kind, row.get_standing_display() if row.standing else "") if word)
    return f"{label} ({words})" if words else str(label)


def households_of(person: Person) -> list[HouseholdMember]:
    """Where the person lives now: the memberships with their household."""
    present = HouseholdMember.objects.filter(person=person, until__isnull=True)
    return list(present.select_related("household").order_by("made_at"))
