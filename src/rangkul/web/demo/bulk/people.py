"""Persons, households, kinship, phones and addresses as rows."""

from functools import lru_cache

from rangkul.base.models import DataKey
from rangkul.commons.people.keys import keys_of, words_of
from rangkul.commons.people.models import (
    Address,
    Household,
    HouseholdMember,
    Kinship,
    Person,
    PersonKey,
    PersonName,
    Phone,
)
from rangkul.web.demo.bulk.offices import Keys
from rangkul.web.demo.bulk.sealing import Blind, Ids, Sealer, bytea
from rangkul.web.demo.bulk.sheets import NULL, Sheet, moment
from rangkul.web.demo.world import people as world
from rangkul.web.demo.world.kin import kinship

# A year in seconds: persons were registered over the last three years.
_YEAR = 365 * 86_400


# The world has some ten thousand different names, however many people bear them.
@lru_cache(maxsize=50_000)
def keys_of_name(name: str) -> frozenset[str]:
    return frozenset(keys_of([name]))


@lru_cache(maxsize=50_000)
def _keys(known_as: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(frozenset().union(*map(keys_of_name, known_as)))


class PeopleRows:
    """Turns households into rows. `words` gathers the vocabulary of each agency: (agency, word, its sound)."""

    def __init__(self, keys: Keys, sealer: Sealer, now: float):
        self.keys, self.sealer, self.now = keys, sealer, now
        self.words: dict[str, set[tuple[str, str]]] = {}
        # Names of each agency whose words are known already: a name of the world has hundreds of bearers.
        self._heard: dict[str, set[str]] = {}
        self.nik, self.kk, self.phone = Blind("nik"), Blind("kk"), Blind("phone")
        self.data_keys = Sheet(DataKey, "id", "wrapped", "destroyed_at")
        self.persons = Sheet(
            Person, "id", "made_at", "key_id", "agency_id", "unit_id", "registered_by_id", "full_name", "called_name",
            "sex", "birth_date", "birth_precision", "birth_place", "nik", "nik_blind", "kk", "kk_blind", "region_code",
            "restricted",
        )  # fmt: skip
        self.names = Sheet(PersonName, "id", "made_at", "person_id", "kind", "name")
        self.name_keys = Sheet(PersonKey, "person_id", "agency_id", "key")
        self.phones = Sheet(
            Phone, "id", "made_at", "key_id", "person_id", "number", "number_blind", "owner", "whatsapp", "shared"
        )
        self.addresses = Sheet(
            Address, "id", "made_at", "key_id", "person_id", "kind", "region_code", "line", "rt", "rw", "postal_code",
            "no_fixed_address",
        )  # fmt: skip
        self.households = Sheet(Household, "id", "made_at", "agency_id", "unit_id", "name", "region_code")
        self.members = Sheet(HouseholdMember, "id", "made_at", "household_id", "person_id", "is_head")
        self.kin = Sheet(Kinship, "id", "made_at", "person_id", "relative_id", "relation")
        self.sheets = (
            self.data_keys, self.persons, self.names, self.name_keys, self.phones, self.addresses, self.households,
            self.members, self.kin,
        )  # fmt: skip

    def made_at(self, number: int, persons: int) -> float:
        """Registered in the order of their numbers, the last one today."""
        return self.now - 3 * _YEAR * (1 - number / max(persons, 1)) - 60

    def add(self, household: world.Household, unit: str, worker: str, persons: int, restricted: int = -1) -> list[str]:
        """All rows of a household. Returns the ids of its persons; `restricted` is the number of one in danger."""
        at = self.made_at(household.members[0].number, persons)
        when, agency, unit_id = moment(at), self.keys.agency_of[unit], self.keys.unit[unit]
        new_id = self.sealer.ids(at)
        ids = [new_id() for _ in household.members]
        words = self.words.setdefault(agency, set())
        home = new_id()
        self.households.add(home, when, agency, unit_id, household.name, household.village.code)
        for place, (person, person_id) in enumerate(zip(household.members, ids, strict=True)):
            key_id = new_id()
            self.data_keys.add(key_id, self.sealer.new_key(key_id), NULL)
            self.persons.add(
                person_id, when, key_id, agency, unit_id, worker, person.full_name, person.called_name, person.sex,
                person.birth_date.isoformat(), person.birth_precision, person.birth_place,
                self.sealer.seal(f"people_person.nik:{person_id}", person.nik),
                bytea(self.nik(person.nik)) if person.nik else NULL,
                self.sealer.seal(f"people_person.kk:{person_id}", household.kk),
                bytea(self.kk(household.kk)) if household.kk else NULL,
                household.village.code, "t" if person.number == restricted else "f",
            )  # fmt: skip
            self._reach(household, person, person_id, key_id, when, new_id)
            member = new_id()
            self.members.add(member, when, home, person_id, "t" if place == 0 else "f")
            self._name(person, person_id, agency, words)
        self._kin(household, ids, when, new_id)
        return ids

    def _name(self, person: world.Person, person_id: str, agency: str, words: set[tuple[str, str]]) -> None:
        known_as = (person.full_name, person.called_name, *person.other_names)
        for key in _keys(known_as):
            self.name_keys.add(person_id, agency, key)
        heard = self._heard.setdefault(agency, set())
        if not heard.issuperset(known_as):
            words.update(words_of(known_as))
            heard.update(known_as)

    def _reach(
        self, household: world.Household, person: world.Person, person_id: str, key_id: str, when: str, new_id: Ids
    ) -> None:
        for other in person.other_names:
            self.names.add(new_id(), when, person_id, "document", other)
        if person.phone:
            phone = new_id()
            sealed = self.sealer.seal(f"people_phone.number:{phone}", person.phone)
            self.phones.add(
                phone, when, key_id, person_id, sealed, bytea(self.phone(person.phone)), person.phone_owner,
                "t" if person.whatsapp else "f", "f" if person.phone_owner == "self" else "t",
            )  # fmt: skip
        address = new_id()
        line = "" if household.no_fixed_address else household.street
        self.addresses.add(
            address, when, key_id, person_id, "domisili", household.village.code,
            self.sealer.seal(f"people_address.line:{address}", line), household.rt, household.rw,
            household.village.postal, "t" if household.no_fixed_address else "f",
        )  # fmt: skip

    def _kin(self, household: world.Household, ids: list[str], when: str, new_id: Ids) -> None:
        for one, other, relation in kinship(household):
            self.kin.add(new_id(), when, ids[one], ids[other], relation)
