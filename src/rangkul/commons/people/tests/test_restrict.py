"""A person in danger vanishes from the register, and stays with those who help."""

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people import actions
from rangkul.commons.people.models import Person

WHY = "Suaminya bekerja di lembaga ini."


@pytest.fixture
def hidden(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu:
        return actions.restrict(by=ayu, person=person, reason=WHY)


@pytest.mark.parametrize(("name", "seen"), [("ayu", True), ("sari", True), ("dimas", False), ("candra", False)])
def test_is_seen_by_who_hid_her_and_by_the_supervisor(hidden, cast, asking, name, seen):
    with asking(getattr(cast, name)):
        assert Person.objects.exists() is seen


def test_only_the_supervisor_opens_again(hidden, cast, asking):
    with asking(cast.ayu) as ayu, pytest.raises(PermissionDenied):
        actions.unrestrict(by=ayu, person=hidden, reason=WHY)
    with asking(cast.sari) as sari:
        actions.unrestrict(by=sari, person=hidden, reason=WHY)
    with asking(cast.dimas):
        assert Person.objects.exists()


def test_needs_a_reason(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        actions.restrict(by=ayu, person=person, reason="ya")


def test_twice_is_once(hidden, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.restrict(by=ayu, person=hidden, reason=WHY)
        assert Event.objects.filter(name="person.restricted").count() == 1
