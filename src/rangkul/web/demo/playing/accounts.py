"""Agencies, units and accounts of the cast. They are written as the owner: no verb makes the first account."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from hmac import digest

from django.contrib.auth.hashers import make_password

from rangkul.base import crypto
from rangkul.base.asking import LOGIN, asking_as
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.commons.people.states import Role
from rangkul.web.demo.world import offices as world
from rangkul.web.demo.world.offices import Offices

OWNER = "owner"


def password_of(username: str) -> str:
    """The same at every start of one installation, another on every other: it comes from the master key."""
    number = int.from_bytes(digest(crypto.derived("demo password"), username.encode(), sha256)[:8])
    return f"{username}-{number % 10**6:06d}"


def ensure(offices: Offices) -> dict[str, Staff]:
    """The accounts by their names, as the application sees them; made where they are missing."""
    names = [one.key for one in offices.staff]
    agencies = {one.key: _agency(one) for one in offices.agencies}
    units = {one.key: _unit(one, agencies) for one in offices.units}
    accounts = {one.username: one for one in Staff.objects.using(OWNER).filter(username__in=names)}
    hashes = _hashes([name for name in names if name not in accounts])
    for one in _supervisors_first(offices.staff):
        if one.key in hashes:
            accounts[one.key] = _account(one, units, accounts, hashes[one.key])
    with asking_as(LOGIN):
        return {one.username: one for one in Staff.objects.filter(username__in=accounts).select_related("unit")}


def _agency(one: world.Agency) -> Agency:
    found, _ = Agency.objects.using(OWNER).get_or_create(name=one.name, defaults={"region_code": one.region_code})
    return found


def _unit(one: world.Unit, agencies: dict[str, Agency]) -> Unit:
    agency = agencies[one.agency]
    found, _ = Unit.objects.using(OWNER).get_or_create(
        agency=agency, name=one.name, defaults={"areas": list(one.areas)}
    )
    return found


def _supervisors_first(staff: Iterable[world.Staff]) -> list[world.Staff]:
    by_key = {one.key: one for one in staff}

    def height(one: world.Staff) -> int:
        return 0 if not one.supervisor else 1 + height(by_key[one.supervisor])

    return sorted(by_key.values(), key=height)


def _hashes(names: list[str]) -> dict[str, str]:
    """Passwords by the names, hashed on all processors: one takes a fifth of a second."""
    with ThreadPoolExecutor() as pool:
        return dict(zip(names, pool.map(make_password, map(password_of, names)), strict=True))


def _account(one: world.Staff, units: dict[str, Unit], accounts: dict[str, Staff], password: str) -> Staff:
    unit = units[one.unit]
    account = Staff(
        username=one.key,
        full_name=one.full_name,
        called_name=one.called_name,
        sex=one.sex,
        languages=list(one.languages),
        trained_violence=one.trained_violence,
        agency_id=unit.agency_id,
        # A student learns at the unit and belongs to none.
        unit_id=None if Role.STUDENT in one.roles else unit.pk,
        supervisor_id=accounts[one.supervisor].pk if one.supervisor else None,
        roles=list(one.roles),
        on_duty=one.on_duty,
        email=f"{one.key}@contoh.example",
        password=password,
    )
    account.save(using=OWNER, force_insert=True)
    return account


def listed(offices: Offices) -> list[dict[str, str]]:
    """What `demo.json` says of each account."""
    names = {unit.key: unit.name for unit in offices.units}
    return [
        {
            "role": ", ".join(str(Role(role).label) for role in one.roles),
            "name": one.full_name,
            "unit": names[one.unit],
            "username": one.key,
            "password": password_of(one.key),
        }
        for one in offices.staff
    ]
