"""From rows to a family: which way relations point, whom the picture reaches, what it leaves to others."""

from datetime import date

import pytest

from rangkul.commons.people import actions as people
from rangkul.journey.cases.actions import add_person, open_case
from rangkul.journey.pictures.genogram.reading import age_in_figures, family_of
from rangkul.journey.pictures.queries import records_of


@pytest.fixture
def read(cast, asking, case):
    def now(by=None):
        with asking(by or cast.ayu):
            return family_of(records_of(case))

    return now


def names(family) -> set[str]:
    return {member.name for member in family.members}


def test_told_from_either_side_a_child_hangs_under_the_parent(family, cast, asking, read):
    with asking(cast.ayu) as ayu:
        people.add_kinship(by=ayu, person=family.wati, relative=family.minah, relation="child")
        tini = people.register(by=ayu, full_name="Tini")
        people.add_kinship(by=ayu, person=tini, relative=family.wati, relation="child", kind="adopted")
    found = read()
    links = {(found.by_id[link.parent].name, found.by_id[link.child].name, link.kind) for link in found.parents}
    assert ("Minah", "Wati", "") in links
    assert ("Wati", "Tini", "adopted") in links


def test_a_grandmother_whose_daughter_is_recorded_needs_no_line_of_her_own(family, cast, asking, read):
    with asking(cast.ayu) as ayu:
        people.add_kinship(by=ayu, person=family.minah, relative=family.rafi, relation="grandparent")
        buyut = people.register(by=ayu, full_name="Buyut")
        people.add_kinship(by=ayu, person=buyut, relative=family.rafi, relation="grandparent")
    found = read()
    assert [found.by_id[near.one].name for near in found.near] == ["Buyut"]


def test_a_restricted_relative_is_on_nobodys_picture_but_the_teams(family, cast, asking, case, read):
    with asking(cast.ayu) as ayu:
        people.restrict(by=ayu, person=family.minah, reason="Dicari oleh seseorang.")
    with asking(cast.candra) as candra:
        dinda_case = open_case(by=candra, person=family.dinda, concern="Lain")
        assert "Minah" not in names(family_of(records_of(dinda_case)))
    with asking(cast.ayu) as ayu:
        add_person(by=ayu, case=case, person=family.minah)
    assert "Minah" in names(read())


def test_a_neighbour_of_the_case_is_no_family(family, cast, asking, case, read):
    with asking(cast.ayu) as ayu:
        add_person(by=ayu, case=case, person=people.register(by=ayu, full_name="Bu RT"))
    assert "Bu RT" not in names(read())


def test_two_registrations_of_one_person_are_one_symbol(family, cast, asking, read):
    with asking(cast.ayu) as ayu:
        twin = people.register(by=ayu, full_name="Djoko Contoh")
        child = people.register(by=ayu, full_name="Sulung")
        people.add_kinship(by=ayu, person=twin, relative=child, relation="parent")
        people.merge(by=ayu, kept=family.joko, absorbed=twin, reason="KTP-nya sama persis.")
    found = read()
    assert "Sulung" in names(found)
    assert "Djoko Contoh" not in names(found)
    assert str(family.joko.pk) in {link.parent for link in found.parents_of(str(child.pk))}


def test_a_household_is_the_client_of_its_case(family, cast, asking):
    with asking(cast.ayu) as ayu:
        home = people.make_household(by=ayu, name="Keluarga Joko", head=family.joko)
        people.add_member(by=ayu, household=home, person=family.dinda)
        case = open_case(by=ayu, client_kind="household", household=home, concern="Utang")
        found = family_of(records_of(case))
    assert {member.name for member in found.members if member.index} == {"Joko", "Dinda"}
    assert {"Wati", "Minah", "Rafi"} <= names(found)


@pytest.mark.parametrize(
    ("person", "age"),
    [
        ({"birth_date": date(1992, 3, 1), "birth_precision": "day"}, "34"),
        ({"birth_date": date(1956, 1, 1), "birth_precision": "about"}, "±70"),
        ({"birth_date": date(2026, 6, 1), "birth_precision": "month"}, "5 bl"),
        ({"birth_date": date(1950, 1, 1), "birth_precision": "year", "died_on": date(2015, 1, 1)}, "±65"),
        ({"birth_date": date(1950, 1, 1), "birth_precision": "year", "died_precision": "unknown"}, ""),
        ({}, ""),
    ],
)
def test_an_age_is_as_exact_as_it_is_known(wati, cast, asking, person, age):
    with asking(cast.ayu) as ayu:
        people.correct(by=ayu, person=wati, **person)
    assert age_in_figures(wati, date(2026, 11, 20)) == age


def test_nobody_beyond_the_most_is_drawn_and_the_rest_is_counted(wati, cast, asking, read, monkeypatch):
    monkeypatch.setattr("rangkul.journey.pictures.queries.family.MOST", 3)
    with asking(cast.ayu) as ayu:
        for number in range(4):
            child = people.register(by=ayu, full_name=f"Anak {number}")
            people.add_kinship(by=ayu, person=wati, relative=child, relation="parent")
    found = read()
    assert len(found.members) == 3
    assert found.left_out == 2
