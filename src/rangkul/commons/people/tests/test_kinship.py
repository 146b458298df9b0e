"""Who belongs to whom is written once and read from both sides; nobody is contacted without the client's word."""

import pytest

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people import actions, queries
from rangkul.commons.people.models import HouseholdMember, Kinship


@pytest.fixture
def mother_and_child(register, cast):
    return register(cast.ayu, "Ibu Wati"), register(cast.ayu, "Anak Wati")


def test_is_read_from_both_sides(mother_and_child, cast, asking):
    mother, child = mother_and_child
    with asking(cast.ayu) as ayu:
        actions.add_kinship(by=ayu, person=mother, relative=child, relation="parent")
        assert [(kin.person, kin.label) for kin in queries.kin_of(child)] == [(mother, "orang tua")]
        assert [(kin.person, kin.label) for kin in queries.kin_of(mother)] == [(child, "anak")]


def test_told_from_the_other_side_it_is_not_written_again(mother_and_child, cast, asking):
    mother, child = mother_and_child
    with asking(cast.ayu) as ayu:
        actions.add_kinship(by=ayu, person=mother, relative=child, relation="parent")
        actions.add_kinship(by=ayu, person=child, relative=mother, relation="child")
        assert Kinship.objects.count() == 1


def test_a_guardian_has_no_mirror(mother_and_child, cast, asking):
    mother, child = mother_and_child
    with asking(cast.ayu) as ayu:
        actions.add_kinship(by=ayu, person=mother, relative=child, relation="guardian")
        assert [kin.label for kin in queries.kin_of(mother)] == ["di bawah perwalian"]


def test_nobody_is_their_own_relative(mother_and_child, cast, asking):
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        actions.add_kinship(by=ayu, person=mother_and_child[0], relative=mother_and_child[0], relation="sibling")


def test_contact_is_off_until_the_client_allows_it(mother_and_child, cast, asking):
    mother, child = mother_and_child
    with asking(cast.ayu) as ayu:
        row = actions.add_kinship(by=ayu, person=mother, relative=child, relation="parent")
        assert row.may_contact is False
        actions.set_permission(by=ayu, kinship=row, may_contact=True, role="emergency", influence="helps")
        actions.set_permission(by=ayu, kinship=row, may_contact=True, role="emergency", influence="helps")
        assert Event.objects.filter(name="kinship.permission_set").count() == 1
        actions.end_kinship(by=ayu, kinship=row)
        assert Kinship.objects.get().may_contact is False


def test_a_household_has_one_head(mother_and_child, cast, asking):
    mother, child = mother_and_child
    with asking(cast.ayu) as ayu:
        household = actions.make_household(by=ayu, name="Keluarga Wati", head=mother)
        actions.add_member(by=ayu, household=household, person=child, is_head=True)
        actions.add_member(by=ayu, household=household, person=child, is_head=True)
        assert HouseholdMember.objects.get(is_head=True).person == child
        assert HouseholdMember.objects.count() == 2


def test_who_left_stays_known(mother_and_child, cast, asking):
    with asking(cast.ayu) as ayu:
        household = actions.make_household(by=ayu, name="Keluarga Wati", head=mother_and_child[0])
        member = household.members.get()
        actions.end_member(by=ayu, member=member)
        actions.end_member(by=ayu, member=member)
        assert HouseholdMember.objects.get().until
        assert Event.objects.filter(name="household.left").count() == 1
