"""The bulk load: its rows are what the verbs would have written."""

import pytest

from rangkul.base import crypto
from rangkul.commons.people.models import Person, PersonName
from rangkul.web.demo.bulk.sealing import Blind, Sealer
from rangkul.web.demo.bulk.sheets import Sheet, moment


def _bytes(copied: str) -> bytes:
    assert copied.startswith("\\\\x")
    return bytes.fromhex(copied[3:])


def test_what_is_sealed_in_bulk_opens_like_any_other():
    sealer = Sealer()
    key_id = sealer.ids(1_700_000_000)()
    wrapped = _bytes(sealer.new_key(key_id))
    key = crypto.unseal(crypto.derived("wrap"), wrapped, f"datakey:{key_id}")
    sealed = _bytes(sealer.seal("people_person.nik:1", "3273015708900001"))
    assert crypto.unseal(key, sealed, "people_person.nik:1") == b"3273015708900001"
    assert sealer.seal("x", "") == "\\N"


@pytest.mark.parametrize("value", ["3273015708900001", "", "+6284000000001"])
def test_blind_bytes_are_the_same_as_those_of_the_kit(value):
    assert Blind("nik")(value) == crypto.blind("nik", value)


def test_ids_are_version_seven_and_each_its_own():
    new_id = Sealer().ids(1_700_000_000.5)
    made = [new_id() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert made[0][14] == "7"
    assert made[0].startswith(f"{1_700_000_000_500:012x}"[:8])


def test_a_sheet_fills_what_the_model_fills_and_refuses_what_it_cannot():
    sheet = Sheet(PersonName, "id", "made_at", "person_id", "kind", "name")
    assert sheet.columns == ("id", "made_at", "person_id", "kind", "name")
    with pytest.raises(ValueError, match="give it"):
        Sheet(Person, "id")
    with pytest.raises(ValueError, match="has no"):
        Sheet(Person, "shoe_size")


def test_a_moment_is_told_to_the_minute():
    assert moment(1_700_000_000) == "2023-11-14 22:13:00+00"
