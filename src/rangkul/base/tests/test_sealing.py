"""Sealed text opens only with its own key, in its own place, while the key lives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base import crypto
from rangkul.base.ids import new_id


@given(st.binary(max_size=2000))
def test_what_was_sealed_opens_again(text):
    key = crypto.new_key()
    assert crypto.unseal(key, crypto.seal(key, text, "a"), "a") == text


@pytest.mark.parametrize("damage", [lambda s: s[:-1] + bytes([s[-1] ^ 1]), lambda s: s[:5], lambda s: b""])
def test_damaged_bytes_are_unreadable(damage):
    key = crypto.new_key()
    with pytest.raises(crypto.Unreadable):
        crypto.unseal(key, damage(crypto.seal(key, b"rahasia", "a")), "a")


def test_a_sealed_text_moved_elsewhere_is_unreadable():
    key = crypto.new_key()
    with pytest.raises(crypto.Unreadable):
        crypto.unseal(key, crypto.seal(key, b"rahasia", "cases_note.text:1"), "cases_note.text:2")


def test_a_wrapped_key_belongs_to_its_row():
    key, row = crypto.new_key(), new_id()
    assert crypto.unwrap(crypto.wrap(key, row), row) == key
    with pytest.raises(crypto.Unreadable):
        crypto.unwrap(crypto.wrap(key, row), new_id())


def test_blind_indexes_meet_only_in_their_purpose():
    assert crypto.blind("nik", "3273") == crypto.blind("nik", "3273")
    assert crypto.blind("nik", "3273") != crypto.blind("kk", "3273")


def test_two_seals_of_one_text_differ():
    key = crypto.new_key()
    assert crypto.seal(key, b"sama", "a") != crypto.seal(key, b"sama", "a")
