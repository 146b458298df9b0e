"""Wati's family: her husband Joko, their children Dinda and Rafi, her mother Minah; Ayu holds the case."""

from types import SimpleNamespace

import pytest

from rangkul.commons.people import actions as people
from rangkul.journey.cases.actions import open_case


@pytest.fixture
def wati(cast, asking):
    with asking(cast.ayu) as ayu:
        return people.register(by=ayu, full_name="Wati Contoh", called_name="Wati", sex="P")


@pytest.fixture
def case(cast, asking, wati):
    with asking(cast.ayu) as ayu:
        return open_case(by=ayu, person=wati, concern="Suami sering memukul")


@pytest.fixture
def family(cast, asking, wati, case):
    """Rows by first name. They are registered and related, and nobody but Wati is named in the case yet."""
    with asking(cast.ayu) as ayu:
        named = {
            name.lower(): people.register(by=ayu, full_name=f"{name} Contoh", called_name=name, sex=sex)
            for name, sex in (("Joko", "L"), ("Dinda", "P"), ("Rafi", "L"), ("Minah", "P"))
        }
        found = SimpleNamespace(wati=wati, **named)
        people.add_kinship(by=ayu, person=found.joko, relative=wati, relation="spouse", kind="married")
        people.add_kinship(by=ayu, person=found.minah, relative=wati, relation="parent")
        for child in (found.dinda, found.rafi):
            for parent in (found.joko, wati):
                people.add_kinship(by=ayu, person=parent, relative=child, relation="parent")
    return found


@pytest.fixture
def forty(cast, asking, family):
    """Four grandparents, their eight children with partners, and grandchildren: forty people around Wati."""
    with asking(cast.ayu) as ayu:
        number = iter(range(1000))

        def person(sex: str = "P"):
            return people.register(by=ayu, full_name=f"Kerabat {next(number):02d}", sex=sex)

        def child_of(*parents, sex: str = "P"):
            child = person(sex)
            for parent in parents:
                people.add_kinship(by=ayu, person=parent, relative=child, relation="parent")
            return child

        grand = [family.minah, person("L"), person("L"), person("P")]
        people.add_kinship(by=ayu, person=grand[1], relative=family.wati, relation="parent")
        for parent in grand[2:]:
            people.add_kinship(by=ayu, person=parent, relative=family.joko, relation="parent")
        for pair in (grand[:2], grand[2:]):
            people.add_kinship(by=ayu, person=pair[0], relative=pair[1], relation="spouse", kind="married")
            for _each in range(4):
                aunt, uncle = child_of(*pair), person("L")
                people.add_kinship(by=ayu, person=uncle, relative=aunt, relation="spouse", kind="married")
                for sex in "LP":
                    child_of(aunt, uncle, sex=sex)
    return family
