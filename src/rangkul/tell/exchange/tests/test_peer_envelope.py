"""What is signed and sealed for one house is read by that house alone, as it was written, or not at all."""

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.tell.exchange.peers import envelope
from rangkul.tell.exchange.peers.envelope import (
    LARGEST,
    Letter,
    Unopened,
    canonical,
    open_letter,
    pack,
    read_receipt,
    receipt,
)
from rangkul.tell.exchange.peers.keys import PublicKey
from rangkul.tell.exchange.tests.other_house import drawn

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
US, THEM, STRANGER = drawn(), drawn(), drawn()
KNOWN = {THEM.kid: THEM.public}
WORDS = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
BODIES = st.dictionaries(st.text(max_size=10), WORDS, max_size=5)


def written(body, made=NOW, days=2) -> Letter:
    return Letter(uuid4(), made, made + timedelta(days=days), body)


def opened(raw, moment=NOW, known=KNOWN, ours=(US,)):
    return open_letter(raw, ours, known, moment)


def refused(raw, moment=NOW, **how) -> tuple[int, str]:
    with pytest.raises(Unopened) as error:
        opened(raw, moment, **how)
    return error.value.status, error.value.code


@given(BODIES)
def test_what_was_written_is_read(body):
    letter = written(body)
    found = opened(pack(letter, THEM, US.public))
    assert (found.letter, found.sender, found.letter.digest) == (letter, THEM.kid, letter.digest)


@given(st.data())
def test_no_changed_byte_gets_through(data):
    raw = bytearray(pack(written({"kind": "referral"}), THEM, US.public))
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    status, _code = refused(bytes(raw))
    assert status in (400, 401, 410, 421)


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode) | WORDS.map(canonical))
def test_what_is_no_letter_is_refused(raw):
    assert refused(raw) == (400, "unreadable")


@pytest.mark.parametrize("body", [{"kind": "\ud800"}, {"kind": "\u00e9"}, ["referral"]])
def test_a_signed_letter_that_reads_in_two_ways_is_refused(monkeypatch, body):
    """By a house that we know: its words are escaped, so that they read the same and are written otherwise."""

    def escaped(value) -> bytes:
        return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()

    with monkeypatch.context() as patch:
        patch.setattr(envelope, "canonical", escaped)
        raw = pack(written(body), THEM, US.public)
    assert refused(raw) == (400, "unreadable")


def test_nothing_of_it_is_read_on_the_way():
    raw = pack(written({"asked": "Tempat tidur untuk Wati"}), THEM, US.public)
    assert b"Wati" not in raw
    assert len({pack(written({}), THEM, US.public) for _ in range(3)}) == 3


def test_an_unknown_house_is_not_heard():
    assert refused(pack(written({}), STRANGER, US.public)) == (401, "unknown_sender")


def test_a_letter_for_somebody_else_is_not_ours():
    assert refused(pack(written({}), THEM, STRANGER.public)) == (421, "wrong_addressee")


def test_nobody_signs_for_another_house():
    envelope = json.loads(pack(written({}), STRANGER, US.public))
    envelope["head"]["from"] = THEM.kid
    assert refused(canonical(envelope)) == (401, "bad_signature")


def test_a_letter_is_not_taken_out_and_sent_as_ones_own():
    """A house that we know too, and that got hold of somebody's letter to us, signs it anew."""
    envelope = json.loads(pack(written({"kind": "referral"}), THEM, US.public))
    head = {**envelope["head"], "from": STRANGER.kid}
    theirs = {"head": head, "sealed": envelope["sealed"]}
    import base64

    signature = base64.b64encode(STRANGER.sign(b"rangkul-peer-message-1\n" + canonical(theirs))).decode()
    raw = canonical(theirs | {"signature": signature})
    assert refused(raw, known={STRANGER.kid: STRANGER.public}) == (400, "sealed_wrongly")


@pytest.mark.parametrize(
    ("made", "days", "code"),
    [(-3, 2, "too_old"), (0, 40, "too_old"), (1, 2, "too_early")],
)
def test_too_old_and_too_early(made, days, code):
    letter = written({}, NOW + timedelta(days=made), days)
    assert refused(pack(letter, THEM, US.public))[1] == code


def test_too_large_is_not_even_parsed():
    assert refused(b"{" * (LARGEST + 1)) == (413, "too_large")


def test_a_key_twice_or_a_blank_is_not_the_same_letter():
    raw = pack(written({}), THEM, US.public)
    assert refused(raw.replace(b'{"head"', b'{"head":1,"head"', 1)) == (400, "unreadable")
    assert refused(raw + b" ") == (400, "unreadable")


@given(BODIES)
def test_a_receipt_proves_this_letter_by_this_house(body):
    letter = written(body)
    proof = receipt(opened(pack(letter, THEM, US.public)), "done", NOW)
    assert read_receipt(proof, letter, US.public)["effect"] == "done"
    for other, by in ((written(body), US.public), (letter, STRANGER.public)):
        with pytest.raises(Unopened):
            read_receipt(proof, other, by)
    with pytest.raises(Unopened):
        read_receipt(proof.replace(b'"done"', b'"none"'), letter, US.public)


def test_a_key_travels_as_text_and_shows_thirty_digits():
    key = US.public
    assert PublicKey.read(f" {key.text[:40]}\n{key.text[40:]} ") == key
    assert [len(group) for group in key.fingerprint.split()] == [5] * 6
    assert key.fingerprint != THEM.public.fingerprint
    for wrong in ("", "abc", key.text[:-4], "é" * 86):
        with pytest.raises(ValueError, match="no key"):
            PublicKey.read(wrong)
