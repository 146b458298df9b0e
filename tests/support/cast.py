"""The fixed cast: Sari supervises Ayu and Dimas; Budi works for another agency; Wati is the client."""

from types import SimpleNamespace
from uuid import UUID, uuid5

from rangkul.base.asking import LOGIN, acting
from rangkul.commons.people.models import Agency, Staff, Unit

_NAMESPACE = UUID("6f1c1f0e-6d0c-4d0c-8f3a-2f6d1b0a7c11")
PASSWORD = "kata-sandi-uji-0"


def key(name: str) -> UUID:
    """The fixed id of one of the cast, its agency or unit."""
    return uuid5(_NAMESPACE, name)


_AGENCIES = {"harapan": ("Yayasan Harapan Contoh", "32.73"), "pelita": ("Yayasan Pelita Contoh", "31.71")}
_UNITS = {
    "bandung": ("harapan", "Unit Bandung", ["32.73", "32.77"]),
    "cimahi": ("harapan", "Unit Cimahi", ["32.77"]),
    "jakarta": ("pelita", "Unit Jakarta", ["31"]),
}
# name: full name, sex, unit, roles, supervisor
_STAFF = {
    "rini": ("Rini Pimpinan", "P", "bandung", ["pimpinan"], None),
    "sari": ("Sari Supervisor", "P", "bandung", ["supervisor"], None),
    "ayu": ("Ayu Peksos", "P", "bandung", ["peksos"], "sari"),
    "dimas": ("Dimas Junior", "L", "bandung", ["junior"], "sari"),
    "candra": ("Candra Peksos", "L", "cimahi", ["peksos"], None),
    "dewi": ("Dewi Supervisor Cimahi", "P", "cimahi", ["supervisor"], None),
    "adi": ("Adi Admin", "L", "bandung", ["admin"], None),
    "putri": ("Putri PDP", "P", "bandung", ["pdp"], None),
    "agus": ("Agus Auditor", "L", "bandung", ["auditor"], None),
    "budi": ("Budi Peksos", "L", "jakarta", ["peksos"], None),
    "hana": ("Hana Supervisor", "P", "jakarta", ["supervisor"], None),
}


def make(owner) -> None:
    """Write the cast once into the template database, as the owner."""
    alias = owner.alias
    for name, (full, region) in _AGENCIES.items():
        Agency.objects.using(alias).create(id=key(name), name=full, region_code=region)
    for name, (agency, full, areas) in _UNITS.items():
        Unit.objects.using(alias).create(id=key(name), agency_id=key(agency), name=full, areas=areas)
    for name, (full, sex, unit, roles, supervisor) in _STAFF.items():
        staff = Staff(
            id=key(name),
            username=name,
            full_name=full,
            called_name=full.split()[0],
            sex=sex,
            roles=roles,
            agency_id=key(_UNITS[unit][0]),
            unit_id=key(unit),
            on_duty=name in {"ayu", "budi", "candra"},
            supervisor_id=key(supervisor) if supervisor else None,
            email=f"{name}@contoh.example",
        )
        staff.set_password(PASSWORD)
        staff.save(using=alias, force_insert=True)


def members() -> SimpleNamespace:
    """Every worker by first name, as rows: `cast.ayu`, and their askers by `cast.ayu.asker()`."""
    with acting(LOGIN):
        rows = {staff.pk: staff for staff in Staff.objects.select_related("agency", "unit")}
    return SimpleNamespace(**{name: rows[key(name)] for name in _STAFF})
