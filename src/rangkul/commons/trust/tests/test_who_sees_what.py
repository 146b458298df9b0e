"""The database decides who sees a person; the fixed cast walks past."""

import pytest

from rangkul.commons.people.models import Person


def seen(asking, staff) -> bool:
    with asking(staff):
        return Person.objects.exists()


def test_her_worker_sees_her(wati, cast, asking):
    with asking(cast.ayu):
        assert Person.objects.select_related("key").get().nik == "3273015708900001"


@pytest.mark.parametrize("name", ["budi", "hana", "adi", "agus", "putri", "rini"])
def test_others_do_not(wati, cast, asking, name):
    assert not seen(asking, getattr(cast, name))


def test_the_public_does_not(wati, asking):
    assert not seen(asking, None)


def test_nobody_sees_nothing(wati):
    assert not Person.objects.exists()


def test_another_unit_sees_her_until_she_is_restricted(wati, cast, asking):
    assert seen(asking, cast.candra)
    with asking(cast.ayu):
        Person.objects.update(restricted=True)
    assert not seen(asking, cast.candra)
    assert seen(asking, cast.sari)
