"""Who works in the world: the fixed cast for the demo, and a country full of offices for measuring."""

from dataclasses import dataclass, field

from rangkul.web.demo.world import naming
from rangkul.web.demo.world.chance import Chance
from rangkul.web.demo.world.places import regencies, regency_name


@dataclass(frozen=True, slots=True)
class Agency:
    key: str
    name: str
    region_code: str


@dataclass(frozen=True, slots=True)
class Unit:
    key: str
    agency: str
    name: str
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """`key` is also the name to sign in with; `supervisor` another's key or ""."""

    key: str
    full_name: str
    called_name: str
    sex: str
    unit: str
    roles: tuple[str, ...]
    supervisor: str = ""
    languages: tuple[str, ...] = ("id",)
    on_duty: bool = True
    trained_violence: bool = False


@dataclass(frozen=True)
class Offices:
    agencies: tuple[Agency, ...]
    units: tuple[Unit, ...]
    staff: tuple[Staff, ...]
    by_unit: dict[str, tuple[Staff, ...]] = field(default_factory=dict)

    def workers(self, unit: str) -> tuple[Staff, ...]:
        """Those who hold cases in a unit: social workers, then juniors; never its supervisor."""
        return tuple(one for one in self.by_unit[unit] if {"peksos", "junior"} & set(one.roles))

    def supervisor(self, unit: str) -> Staff:
        return next(one for one in self.by_unit[unit] if "supervisor" in one.roles)


def _offices(agencies: list[Agency], units: list[Unit], staff: list[Staff]) -> Offices:
    by_unit = {unit.key: tuple(one for one in staff if one.unit == unit.key) for unit in units}
    return Offices(tuple(agencies), tuple(units), tuple(staff), by_unit)


def cast() -> Offices:
    """Sari supervises Ayu and Dimas; Budi works for another agency. Two agencies, four units, three time zones."""
    agencies = [
        Agency("harapan", "LKS Rangkul Harapan (contoh)", "33.74"),
        Agency("pelita", "LKS Pelita Timur (contoh)", "73.71"),
    ]
    units = [
        Unit("semarang", "harapan", "Unit Kota Semarang", ("33.74",)),
        Unit("demak", "harapan", "Unit Demak dan Kendal", ("33.21", "33.24")),
        Unit("makassar", "pelita", "Unit Makassar", ("73.71",)),
        Unit("jayapura", "pelita", "Unit Jayapura", ("91.71",)),
    ]
    java, bugis = ("id", "jv"), ("id", "bug")
    staff = [
        Staff("sari", "Sari Wulandari", "Sari", "P", "semarang", ("supervisor",), "rini", java, trained_violence=True),
        Staff("ayu", "Ayu Lestari", "Ayu", "P", "semarang", ("peksos",), "sari", java, trained_violence=True),
        Staff("dimas", "Dimas Prakoso", "Dimas", "L", "semarang", ("junior",), "sari", java),
        Staff("tono", "Tono Saputra", "Tono", "L", "semarang", ("praktikan",), languages=java, on_duty=False),
        Staff("rini", "Rini Handayani", "Rini", "P", "semarang", ("pimpinan",)),
        Staff("adi", "Adi Nugroho", "Adi", "L", "semarang", ("admin",)),
        Staff("putri", "Putri Anggraini", "Putri", "P", "semarang", ("pdp",)),
        Staff("agus", "Agus Santoso", "Agus", "L", "semarang", ("auditor",)),
        Staff("dewi", "Dewi Kusumawati", "Dewi", "P", "demak", ("supervisor",), "rini", java, trained_violence=True),
        Staff("candra", "Candra Wibowo", "Candra", "L", "demak", ("peksos",), "dewi", java),
        Staff(
            "hana", "Hana Rahman", "Hana", "P", "makassar", ("supervisor", "pimpinan"), "", bugis, trained_violence=True
        ),
        Staff("budi", "Budi Saleh", "Budi", "L", "makassar", ("peksos",), "hana", bugis),
        Staff("markus", "Markus Rumbiak", "Markus", "L", "jayapura", ("supervisor",), "hana"),
        Staff("yosina", "Yosina Wanggai", "Yosina", "P", "jayapura", ("peksos",), "markus", trained_violence=True),
    ]
    return _offices(agencies, units, staff)


# One unit of six for so many people: a worker then holds about thirty open cases.
PERSONS_PER_UNIT = 2000
_TEAM = ("supervisor", "peksos", "peksos", "peksos", "peksos", "junior")


def country(persons: int, seed: int) -> Offices:
    """Offices for so many people: a unit for each regency reached, an agency for each province."""
    codes = regencies()
    wanted = max(4, min(len(codes), round(persons / PERSONS_PER_UNIT)))
    rng = Chance(seed)
    agencies: dict[str, Agency] = {}
    units, staff = [], []
    for code in codes[:wanted]:
        agency = f"a{code[:2]}"
        agencies.setdefault(agency, Agency(agency, f"LKS Contoh Provinsi {code[:2]}", code[:2]))
        unit = Unit(f"u{code.replace('.', '')}", agency, f"Unit {regency_name(code)}", (code,))
        units.append(unit)
        staff += _team(unit, rng)
    return _offices(list(agencies.values()), units, staff)


def _team(unit: Unit, rng: Chance) -> list[Staff]:
    supervisor = f"{unit.key}s0"
    team = []
    for place, role in enumerate(_TEAM):
        sex = rng.pick("LP")
        full = naming.full_name("jawa", sex, 1988, rng)
        key = f"{unit.key}s{place}"
        above = "" if place == 0 else supervisor
        # Two of the four social workers and the supervisor were trained.
        trained = place in {0, 1, 2}
        team.append(Staff(key, full, full.split()[0], sex, unit.key, (role,), above, trained_violence=trained))
    return team
