"""Correcting keeps what was there before, and does not overwrite a colleague unseen."""

import pytest

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people import actions
from rangkul.commons.people.models import Person


def test_changes_what_was_named_and_nothing_else(register, cast, asking):
    person = register(cast.ayu, sex="P", birth_place="Garut")
    with asking(cast.dimas) as dimas:
        actions.correct(by=dimas, person=person, birth_place="Bandung")
        row = Person.objects.get()
    assert (row.birth_place, row.sex, row.edition) == ("Bandung", "P", 2)


def test_says_which_fields_and_never_their_words(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=person, full_name="Wati Baru", nik="3273015708900001")
        event = Event.objects.get(name="person.corrected")
        assert Person.objects.select_related("key").get().nik == "3273015708900001"
    assert event.payload == {"fields": ["full_name", "nik"]}


def test_the_same_again_does_nothing(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=person, full_name="Wati  Contoh")
        assert not Event.objects.filter(name="person.corrected").exists()
        assert Person.objects.get().edition == 1


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.dimas) as dimas:
        actions.correct(by=dimas, person=Person.objects.get(), birth_place="Bandung")
    with asking(cast.ayu) as ayu, pytest.raises(Refused) as refusal:
        actions.correct(by=ayu, person=person, edition=1, birth_place="Garut")
    assert refusal.value.code == "changed"


def test_a_number_can_be_taken_away(register, cast, asking):
    person = register(cast.ayu, nik="3273015708900001")
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=person, nik="")
        row = Person.objects.get()
    assert (row.nik, row.nik_blind) == ("", None)
