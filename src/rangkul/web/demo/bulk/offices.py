"""Agencies, units and accounts of a country, through the models: there are only thousands."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.contrib.auth.hashers import make_password

from rangkul.base.clock import now
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.web.demo.world.offices import Offices

_NAMESPACE = UUID("5d0d4a54-6a52-4a0e-9b53-0f4a6f6f2b51")


def key(kind: str, name: str) -> UUID:
    return uuid5(_NAMESPACE, f"{kind}:{name}")


@dataclass(frozen=True)
class Keys:
    """Primary keys as text, by the world's own keys."""

    agency_of: dict[str, str]
    unit: dict[str, str]
    staff: dict[str, str]


def keys_of(offices: Offices) -> Keys:
    return Keys(
        agency_of={unit.key: str(key("agency", unit.agency)) for unit in offices.units},
        unit={unit.key: str(key("unit", unit.key)) for unit in offices.units},
        staff={staff.key: str(key("staff", staff.key)) for staff in offices.staff},
    )


def write(offices: Offices, using: str, password: str) -> None:
    """All accounts share one password and its one hash: hashing thousands would take minutes."""
    hashed = make_password(password)
    Agency.objects.using(using).bulk_create(
        Agency(id=key("agency", one.key), name=one.name, region_code=one.region_code) for one in offices.agencies
    )
    Unit.objects.using(using).bulk_create(
        Unit(id=key("unit", one.key), agency_id=key("agency", one.agency), name=one.name, areas=list(one.areas))
        for one in offices.units
    )
    Staff.objects.using(using).bulk_create(_account(offices, one, hashed) for one in offices.staff)


def _account(offices: Offices, one, hashed: str) -> Staff:
    unit = next(unit for unit in offices.units if unit.key == one.unit)
    return Staff(
        id=key("staff", one.key),
        username=one.key,
        full_name=one.full_name,
        called_name=one.called_name,
        sex=one.sex,
        languages=list(one.languages),
        trained_violence=one.trained_violence,
        agency_id=key("agency", unit.agency),
        unit_id=key("unit", unit.key),
        supervisor_id=key("staff", one.supervisor) if one.supervisor else None,
        roles=list(one.roles),
        on_duty=one.on_duty,
        password=hashed,
        last_login=now(),
        email=f"{one.key}@contoh.example",
    )
