"""Who looks at an emergency access: somebody named, never the one who took it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.people.states import Role


def reviewer_for(staff: Staff, without: Staff | None = None) -> Staff | None:
    """The worker's own supervisor, else one of the unit, of the units above, of the agency, else a data officer;
    `without` is somebody who is about to leave."""
    never = {staff.pk, without and without.pk}
    return next((found for found in _candidates(staff) if found.is_active and found.pk not in never), None)


def _candidates(staff: Staff) -> Iterator[Staff]:
    if staff.supervisor_id:
        yield staff.supervisor
    colleagues = Staff.objects.filter(agency_id=staff.agency_id, is_active=True).order_by("full_name", "id")
    supervisors = colleagues.filter(roles__contains=[Role.SUPERVISOR])
    for unit_id in _upward(staff.unit_id):
        yield from supervisors.filter(unit_id=unit_id)
    yield from supervisors
    yield from colleagues.filter(roles__contains=[Role.DATA_OFFICER])


def above(staff: Staff) -> Staff | None:
    """Who is told when this one lets a clock run out: their supervisor, the head, else whoever could review them."""
    heads = Staff.objects.filter(agency_id=staff.agency_id, is_active=True, roles__contains=[Role.HEAD]).order_by("pk")
    first = [staff.supervisor] if staff.supervisor_id else []
    return next((found for found in (*first, *heads) if found.is_active and found.pk != staff.pk), reviewer_for(staff))


def data_officer_of(agency_id: UUID, without: Staff | None = None) -> Staff | None:
    """Who answers for the rights of persons: a data officer of the agency, else its head, else a supervisor."""
    active = Staff.objects.filter(agency_id=agency_id, is_active=True).order_by("full_name", "id")
    active = active.exclude(pk=without.pk) if without else active
    roles = (Role.DATA_OFFICER, Role.HEAD, Role.SUPERVISOR, Role.SOCIAL_WORKER)
    return next((found for role in roles if (found := active.filter(roles__contains=[role]).first())), None)


def _upward(unit_id) -> Iterator:
    """The unit and those above it; a ring of parents, which nothing forbids, is walked once."""
    seen = set()
    while unit_id and unit_id not in seen:
        seen.add(unit_id)
        yield unit_id
        unit_id = Unit.objects.filter(pk=unit_id).values_list("parent_id", flat=True).first()
