"""Who stands above a worker: whom a clock that has run out may tell, from the nearest up."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.asking import PRACTICE_ROLES
from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.people.states import Role

# A chain of units deeper than this is a circle that somebody made by mistake.
_DEEPEST = 12


def chain(owner: Staff, unit: Unit | None) -> list[UUID]:
    """Staff ids: the owner's own supervisor, the unit's, those of the units above, the agency's heads; each once."""
    known = {owner.pk}
    found: list[UUID] = []
    for staff_id in _upward(owner, unit):
        if staff_id not in known:
            known.add(staff_id)
            found.append(staff_id)
    return found


def _upward(owner: Staff, unit: Unit | None) -> Iterator[UUID]:
    if owner.supervisor_id and Staff.objects.filter(pk=owner.supervisor_id, is_active=True).exists():
        yield owner.supervisor_id
    steps = 0
    while unit is not None and steps < _DEEPEST:
        yield from _holding(Role.SUPERVISOR, unit_id=unit.pk)
        unit, steps = unit.parent, steps + 1
    yield from _holding(Role.HEAD, agency_id=owner.agency_id)


def _holding(role: str, **where: UUID) -> list[UUID]:
    staff = Staff.objects.filter(roles__contains=[role], is_active=True, **where)
    return list(staff.order_by("full_name", "pk").values_list("pk", flat=True))


def colleagues(unit_id: UUID) -> QuerySet[Staff]:
    """Who practises in a unit, those on duty first."""
    here = Staff.objects.filter(unit_id=unit_id, is_active=True, roles__overlap=sorted(PRACTICE_ROLES))
    return here.order_by("-on_duty", "full_name", "pk")


def last_resort(owner: Staff, unit: Unit | None, never: Collection[UUID], number: int) -> UUID:
    """Who is told that nobody above may be told: the admins, who learn the number of the matter and choose somebody;
    then those who practise in the unit; the owner where nobody else is left. Each in turn, none of `never`."""
    admins = _holding(Role.ADMIN, agency_id=owner.agency_id)
    known = [*admins, *(colleagues(unit.pk).values_list("pk", flat=True) if unit else ())]
    able = [staff_id for staff_id in known if staff_id != owner.pk and staff_id not in never] or [owner.pk]
    return able[number % len(able)]
