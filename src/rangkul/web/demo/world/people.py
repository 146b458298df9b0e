"""Households and their people, drawn one household at a time so that a million need no memory.

A household's number decides everything about it, so that two processes can draw different halves. Sizes follow a
fixed pattern: the number of its first person is known without drawing the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rangkul.web.demo.world import naming
from rangkul.web.demo.world.chance import Chance
from rangkul.web.demo.world.places import Village, villages

# Prefix 0840 is not assigned to anybody: such a number can never ring at a real person.
PHONE_PREFIX = "+62840"
# The registry counts births of one day in one district from 1; nobody ever got this far.
NIK_SERIAL_FROM = 9000

# Kind and size of each household in a run of ten; together 34 people.
PATTERN = (
    ("couple", 4), ("single_mother", 3), ("elder", 1), ("three_generations", 6), ("couple", 3),
    ("grandparent", 3), ("couple", 6), ("single_man", 1), ("elders", 2), ("couple", 5),
)  # fmt: skip
PER_RUN = sum(size for _, size in PATTERN)
_BEFORE = tuple(sum(size for _, size in PATTERN[:place]) for place in range(len(PATTERN)))


@dataclass(slots=True)
class Person:
    """`role` in the household: father, mother, child, grandparent or alone; `number` counts from 0."""

    number: int
    role: str
    full_name: str
    called_name: str
    sex: str
    birth_date: date
    birth_precision: str
    birth_place: str
    other_names: list[str] = field(default_factory=list)
    nik: str = ""
    phone: str = ""
    phone_owner: str = "self"
    whatsapp: bool = False

    def age(self, on: date) -> int:
        born = self.birth_date
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@dataclass(slots=True)
class Household:
    number: int
    kind: str
    culture: str
    village: Village
    members: list[Person]
    kk: str
    street: str
    rt: str
    rw: str
    no_fixed_address: bool

    def first(self, *roles: str) -> Person | None:
        """The first member who has one of these roles."""
        return next((member for role in roles for member in self.members if member.role == role), None)

    @property
    def name(self) -> str:
        return f"Keluarga {self.members[0].full_name}"


def first_person(household: int) -> int:
    run, place = divmod(household, len(PATTERN))
    return run * PER_RUN + _BEFORE[place]


def households_for(persons: int) -> int:
    """How many households it takes until there are at least `persons` people."""
    full, rest = divmod(persons, PER_RUN)
    return full * len(PATTERN) + sum(before < rest for before in _BEFORE)


class Drawing:
    """Draws one household. `area` is the region code prefix from which its village is taken."""

    def __init__(self, seed: int, number: int, area: str, today: date):
        self.rng = Chance(seed * 1_000_003 + number)
        self.number, self.today = number, today
        places = villages(area)
        self.village = places[int(self.rng.random() * len(places))]
        self.culture = naming.culture(area[:2], self.rng)
        self.next_person = first_person(number)

    def household(self) -> Household:
        rng, (kind, size) = self.rng, PATTERN[self.number % len(PATTERN)]
        members = list(getattr(self, f"_{kind}")(size))
        return Household(
            number=self.number,
            kind=kind,
            culture=self.culture,
            village=self.village,
            members=members,
            kk=self._family_card() if rng.random() < 0.75 else "",
            street=self._street(),
            rt=f"{rng.between(1, 12):03d}",
            rw=f"{rng.between(1, 9):03d}",
            no_fixed_address=kind == "single_man" and rng.random() < 0.4,
        )

    def _couple(self, size: int, father_born: int = 0) -> Iterator[Person]:
        rng = self.rng
        family = naming.family_name(self.culture, rng)
        born = father_born or self.today.year - rng.between(27 + 2 * size, 54)
        yield self._person("father", "L", born, family)
        mother_born = born + rng.between(-2, 5)
        yield self._person("mother", "P", mother_born)
        yield from self._children(size - 2, mother_born, family)

    def _single_mother(self, size: int) -> Iterator[Person]:
        born = self.today.year - self.rng.between(26, 46)
        yield self._person("mother", "P", born)
        yield from self._children(size - 1, born, naming.family_name(self.culture, self.rng))

    def _elder(self, _size: int) -> Iterator[Person]:
        rng = self.rng
        yield self._person("alone", "P" if rng.random() < 0.65 else "L", self.today.year - rng.between(64, 88))

    def _elders(self, _size: int) -> Iterator[Person]:
        born = self.today.year - self.rng.between(62, 80)
        yield self._person("father", "L", born)
        yield self._person("mother", "P", born + self.rng.between(0, 7))

    def _single_man(self, _size: int) -> Iterator[Person]:
        yield self._person("alone", "L", self.today.year - self.rng.between(19, 58))

    def _grandparent(self, size: int) -> Iterator[Person]:
        rng = self.rng
        born = self.today.year - rng.between(56, 72)
        yield self._person("grandparent", "P", born)
        family = naming.family_name(self.culture, rng)
        yield from self._children(size - 1, max(born + 26, self.today.year - 38), family)

    def _three_generations(self, size: int) -> Iterator[Person]:
        rng = self.rng
        father_born = self.today.year - rng.between(32, 46)
        members = list(self._couple(size - 1, father_born))
        sex = "P" if rng.random() < 0.7 else "L"
        yield from members
        yield self._person("grandparent", sex, father_born - rng.between(21, 30))

    def _children(self, count: int, mother_born: int, family: str) -> Iterator[Person]:
        rng = self.rng
        # The eldest is at most 17 and early enough for the others to follow two years apart.
        born = max(mother_born + rng.between(19, 24), self.today.year - 17)
        born = min(born, self.today.year - 2 * count)
        for place in range(1, count + 1):
            sex = "L" if rng.random() < 0.51 else "P"
            yield self._person("child", sex, born, family, place)
            born = min(born + rng.between(1, 3), self.today.year - 2 * (count - place - 1))

    def _person(self, role: str, sex: str, born: int, family: str = "", place: int = 1) -> Person:
        rng, today = self.rng, self.today
        birth = min(date(born, 1, 1) + timedelta(days=int(rng.random() * 364)), today - timedelta(days=20))
        full = naming.full_name(self.culture, sex, birth.year, rng, family=family, place=place)
        person = Person(
            number=self.next_person,
            role=role,
            full_name=full,
            called_name=naming.called_name(full, sex, today.year - born, rng),
            sex=sex,
            birth_date=birth,
            birth_precision="day",
            birth_place=self.village.regency.removeprefix("Kabupaten ").removeprefix("Kota "),
        )
        self.next_person += 1
        self._know_less(person, today.year - born)
        self._reach(person, today.year - born)
        return person

    def _know_less(self, person: Person, age: int) -> None:
        """Papers are missing, dates are rough, names stand in two spellings."""
        rng = self.rng
        if rng.random() < (0.62 if age >= 65 else 0.88 if age >= 17 else 0.7):
            person.nik = self._nik(person)
        elif age >= 55 and rng.random() < 0.7:
            person.birth_precision = "about" if rng.random() < 0.5 else "year"
            person.birth_date = person.birth_date.replace(month=1, day=1)
        if rng.random() < (0.25 if age >= 55 else 0.08):
            person.other_names.append(naming.document_name(person.full_name, rng))

    def _reach(self, person: Person, age: int) -> None:
        rng = self.rng
        if age < 12 or rng.random() > (0.45 if age >= 65 else 0.82):
            return
        person.phone = f"{PHONE_PREFIX}{person.number % 100_000_000:08d}"
        person.whatsapp = rng.random() < 0.8
        if age < 17 or (age >= 65 and rng.random() < 0.6):
            person.phone_owner = "family"

    def _nik(self, person: Person) -> str:
        born = person.birth_date
        day = born.day + (40 if person.sex == "P" else 0)
        serial = NIK_SERIAL_FROM + person.number % 1000
        return f"{self._area()}{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}"

    def _family_card(self) -> str:
        issued = date(2008, 1, 1) + timedelta(days=int(self.rng.random() * 6200))
        serial = NIK_SERIAL_FROM + self.number % 1000
        return f"{self._area()}{issued:%d%m%y}{serial:04d}"

    def _area(self) -> str:
        return self.village.code[:8].replace(".", "")

    def _street(self) -> str:
        rng = self.rng
        if self.village.is_town:
            return f"Jl. {rng.pick(_STREETS)} No. {rng.between(1, 180)}"
        return f"{rng.pick(_HAMLETS)} {rng.pick(_STREETS)}"


_STREETS = (
    "Melati", "Mawar", "Kenanga", "Cempaka", "Flamboyan", "Dahlia", "Anggrek", "Kamboja", "Merpati", "Kutilang",
    "Cendrawasih", "Rajawali", "Mangga", "Rambutan", "Nangka", "Jambu", "Kelapa", "Sawo", "Delima", "Salak",
    "Pandan", "Serayu", "Progo", "Cisadane", "Brantas", "Merbabu", "Lawu", "Sindoro", "Semeru", "Rinjani",
)  # fmt: skip
_HAMLETS = ("Dusun", "Lingkungan", "Kampung", "Gang")
