"""Registering: whatever is known, checked in plain words, and no more than that."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people import actions
from rangkul.commons.people.drafts import AddressDraft, NameDraft, PhoneDraft
from rangkul.commons.people.models import Address, Person, PersonKey, Phone

NIK = "3273015708900001"


def test_a_called_name_is_enough(register, cast):
    assert register(cast.ayu, "", called_name="Mbak Sum").full_name == "Mbak Sum"


def test_no_name_at_all_is_refused(register, cast):
    with pytest.raises(Refused) as refusal:
        register(cast.ayu, "  ")
    assert refusal.value.field == "full_name"


def test_belongs_to_the_unit_of_who_registers(register, cast):
    person = register(cast.ayu)
    assert (person.agency_id, person.unit_id, person.registered_by_id) == (
        cast.ayu.agency_id,
        cast.ayu.unit_id,
        cast.ayu.pk,
    )


@pytest.mark.parametrize("name", ["adi", "agus", "rini", "putri"])
def test_who_does_not_practise_registers_nobody(register, cast, name):
    with pytest.raises(PermissionDenied):
        register(getattr(cast, name))


def test_the_number_is_sealed_and_found_blind(register, cast, asking):
    person = register(cast.ayu, nik="3273.0157.0890.0001")
    with asking(cast.ayu):
        raw = Person.objects.values_list("nik", flat=True).get()
        assert b"3273" not in bytes(raw)
        assert Person.objects.select_related("key").get(nik_blind=person.nik_blind).nik == NIK


def test_the_number_says_the_sex_where_nobody_did(register, cast):
    assert register(cast.ayu, nik=NIK).sex == "P"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"nik": "123"}, "nik"),
        ({"nik": "3201017102930001"}, "nik"),
        ({"kk": "abc"}, "kk"),
        ({"birth_date": date(2090, 1, 1)}, "birth_date"),
        ({"birth_precision": "year"}, "birth_date"),
        ({"phones": [PhoneDraft("halo")]}, "number"),
        ({"phones": [PhoneDraft("112")]}, "number"),
        ({"addresses": [AddressDraft(region_code="99.99")]}, "region_code"),
        ({"addresses": [AddressDraft()]}, "region_code"),
        ({"addresses": [AddressDraft(region_code="32.73", rt="1234")]}, "rt"),
        ({"addresses": [AddressDraft(region_code="32.73", postal_code="12")]}, "postal_code"),
        ({"addresses": [AddressDraft(no_fixed_address=True)]}, "landmark"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(register, cast, asking, wrong, field):
    with pytest.raises(Refused) as refusal:
        register(cast.ayu, **wrong)
    assert refusal.value.field == field
    with asking(cast.ayu):
        assert not Person.objects.exists()


def test_an_unknown_area_in_the_number_is_kept(register, cast):
    assert register(cast.ayu, nik="9999015708900001").nik == "9999015708900001"


def test_the_same_number_twice_is_not_refused(register, cast):
    assert register(cast.ayu, nik=NIK).pk != register(cast.ayu, "Wati Lagi", nik=NIK).pk


def test_several_phones_and_whose_they_are(register, cast, asking):
    register(cast.ayu, phones=[PhoneDraft("0812 3456 7890", "self"), PhoneDraft("0227654321", "neighbour", "Bu RT")])
    with asking(cast.ayu):
        numbers = {phone.number: phone.owner_name for phone in Phone.objects.select_related("key")}
    assert numbers == {"+6281234567890": "", "+62227654321": "Bu RT"}


def test_somebody_without_a_home_has_a_landmark(register, cast, asking):
    address = AddressDraft(no_fixed_address=True, landmark="Kolong jembatan Pasupati")
    register(cast.ayu, addresses=[address])
    with asking(cast.ayu):
        assert Address.objects.select_related("key").get().landmark == "Kolong jembatan Pasupati"


def test_rt_and_rw_have_three_digits_and_the_home_counts(register, cast, asking):
    home = AddressDraft(region_code="32.73.01", rt="2", rw="05")
    assert register(cast.ayu, addresses=[home]).region_code == "32.73.01"
    with asking(cast.ayu):
        assert (Address.objects.get().rt, Address.objects.get().rw) == ("002", "005")


def test_a_hidden_address_is_for_those_who_stand_around(register, cast, asking):
    register(cast.ayu, addresses=[AddressDraft(region_code="32.73", hidden=True)])
    for name, seen in (("ayu", 1), ("sari", 1), ("dimas", 0), ("candra", 0), ("budi", 0)):
        with asking(getattr(cast, name)):
            assert Address.objects.count() == seen, name


def test_leaves_keys_for_every_name_and_one_event_without_words(register, cast, asking):
    register(cast.ayu, "Joko Cahyono", other_names=[NameDraft("Gareng")])
    with asking(cast.ayu):
        keys = set(PersonKey.objects.values_list("key", flat=True))
        event = Event.objects.get(name="person.registered")
    assert {"=garank", "garank"} <= keys or any(key.startswith("gar") for key in keys)
    assert event.payload == {"has_nik": False}


def test_a_phone_that_is_there_is_not_added_again(register, cast, asking):
    person = register(cast.ayu, phones=[PhoneDraft("081234567890")])
    with asking(cast.ayu) as ayu:
        actions.add_phone(by=ayu, person=person, phone=PhoneDraft("+62 812-3456-7890"))
        phone = Phone.objects.get()
        actions.end_phone(by=ayu, phone=phone)
        actions.end_phone(by=ayu, phone=phone)
        assert Event.objects.filter(name="phone.ended").count() == 1
