"""A file travels once, in a letter of its own; it is believed only as announced, and goes with the right to read."""

import base64
import io
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import acting
from rangkul.base.files import vault
from rangkul.base.ids import new_id
from rangkul.commons.trust import actions as trust
from rangkul.journey.cases.actions import attach_document
from rangkul.support.referral import actions as referrals
from rangkul.support.referral import queries as of_referrals
from rangkul.support.referral.hooks import travel_of
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, fresh
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.peers.envelope import Unopened
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import IncomingFile, Message, Outgoing, Peer
from rangkul.tell.exchange.peers.taking_in import take_in
from rangkul.tell.exchange.tests.conftest import DINAS, accepted, words

SAID = b"Luka sudah dijahit."


@pytest.fixture
def enclosed(cast, peer, waiting, need, case, asking):
    """Sent by Ayu with one document of the case."""
    with asking(cast.ayu) as by:
        document = attach_document(by=by, case=case, file=io.BytesIO(SAID), size=len(SAID), name="visum.txt")
        row = referrals.prepare(by=by, need=need, receiver=DINAS)
        enclosed = {document.pk: "Supaya dokter tahu"}
        referrals.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN, enclosed=enclosed)
        return referrals.send(by=by, referral=fresh(row), leave=SPOKEN)


def announced(data: bytes = SAID, name: str = "visum.txt") -> dict:
    return {"id": str(new_id()), "name": name, "size": len(data), "sha256": sha256(data).hexdigest()}


def letter_with(other, of, told: dict, data: bytes = SAID):
    letter = other.letter("file", new_id(), of=str(of), file=told, data=base64.b64encode(data).decode())
    return letter, other.packed(letter)


@pytest.fixture
def came_with(peer, waiting, other, house):
    """A referral from there that announces one file."""
    told, thread = announced(), new_id()
    take_in(other.packed(other.letter("referral", thread, **words(files=[told]))))
    return told, thread


def read(row: IncomingFile) -> bytes:
    return b"".join(vault.read(row.pk, row.key))


def test_it_goes_after_its_referral_with_the_bytes_that_were_announced(enclosed, other, delivered, house):
    assert delivered() == 2
    assert other.kinds == ["referral", "file"]
    (told,) = other.got[0]["files"]
    assert (told["name"], told["sha256"]) == ("visum.txt", sha256(SAID).hexdigest())
    assert (other.got[1]["file"], other.got[1]["of"]) == (told, other.got[0]["thread"])
    assert base64.b64decode(other.got[1]["data"]) == SAID
    assert all(row.__dict__["body"] is None for row in house(Message))


def test_a_file_that_nobody_takes_holds_up_no_letter(enclosed, other, delivered, house, cast, asking):
    other.takes_no_files = True
    for _ in range(9):
        delivered()
        with acting(HOUSE):
            Peer.objects.update(next_try_at=clock.now())
    states = {one.kind: (one.state, one.fault) for one in house(Message)}
    assert states == {"referral": ("delivered", ""), "file": ("failed", "no_files")}
    with asking(cast.ayu) as by:
        referrals.tell(by=by, referral=enclosed, words="Dua.")
        (travel,) = travel_of(fresh(enclosed))
    assert travel.tone == "warn"
    assert any("tidak diterima di sana" in one for one in travel.proofs)
    assert delivered() == 1


def test_taken_back_before_it_went_it_does_not_go(enclosed, cast, asking, other, delivered, house):
    with asking(cast.ayu) as by:
        trust.withdraw_consent(by=by, consent=enclosed.consent)
    assert delivered() == 1
    assert other.kinds == ["withdrawn"]
    assert {one.state for one in house(Message) if one.kind == "file"} == {"dropped"}


def test_it_is_kept_under_the_key_of_what_was_sent(came_with, other, house, cast, asking):
    told, thread = came_with
    letter, raw = letter_with(other, thread, told)
    assert other.proved(letter, take_in(raw)) == "done"
    assert take_in(raw), "the same letter again"
    (row,) = house(IncomingFile)
    with acting(HOUSE):
        assert (row.name, row.media_type, read(row)) == ("visum.txt", "text/plain; charset=utf-8", SAID)
        assert row.key_id == row.incoming.key_id
    with asking(cast.budi):
        assert not IncomingFile.objects.exists()


@pytest.mark.parametrize("data", [b"MZ\x00\x01", b"<script>alert(1)</script>"])
def test_what_is_no_file_that_we_take_is_not_kept(peer, waiting, other, house, data):
    told, thread = announced(data, "surat.pdf"), new_id()
    take_in(other.packed(other.letter("referral", thread, **words(files=[told]))))
    letter, raw = letter_with(other, thread, told, data)
    assert other.proved(letter, take_in(raw)) == "none"
    assert not house(IncomingFile)


def test_what_was_not_announced_is_not_kept(came_with, other, house):
    letter, raw = letter_with(other, came_with[1], announced())
    assert other.proved(letter, take_in(raw)) == "none"
    assert not house(IncomingFile)


def test_other_bytes_than_those_it_describes_are_refused(came_with, other, house):
    told, thread = came_with
    for data in (b"Luka sudah dijahiT.", SAID + b"!", b""):
        with pytest.raises(Unopened) as error:
            take_in(letter_with(other, thread, told, data)[1])
        assert (error.value.status, error.value.code) == (400, "other_bytes")
    assert not house(IncomingFile)


@pytest.mark.parametrize(
    "wrong",
    [{"size": 6_000_000}, {"size": 0}, {"size": "9"}, {"name": ""}, {"name": "x" * 161}, {"sha256": 1}, {"id": "x"}],
)
def test_an_announcement_of_another_shape_is_refused(peer, waiting, other, wrong):
    with pytest.raises(Unopened) as error:
        take_in(other.packed(other.letter("referral", new_id(), **words(files=[announced() | wrong]))))
    assert error.value.code == "unreadable"


def test_after_the_end_nothing_is_kept_or_read(came_with, other, house, cast, asking, signed_in):
    told, thread = came_with
    take_in(letter_with(other, thread, told)[1])
    (row,) = house(IncomingFile)
    take_in(other.packed(other.letter("withdrawn", thread)))
    with asking(cast.ayu):
        assert queries.files_of(queries.incoming_of(row.incoming_id)) == []
        assert IncomingFile.objects.select_related("key").get(pk=row.pk).key.wrapped is None
    here = reverse("exchange:incoming_file", args=[row.incoming_id, row.pk])
    assert signed_in(cast.ayu).get(here).status_code == 404
    late, raw = letter_with(other, thread, told)
    assert other.proved(late, take_in(raw)) == "none"


def test_ayu_reads_it_and_hands_back_a_result(came_with, other, cast, asking, house, signed_in, delivered):
    told, thread = came_with
    take_in(letter_with(other, thread, told)[1])
    (row,) = house(IncomingFile)
    browser, here = signed_in(cast.ayu), reverse("exchange:incoming", args=[row.incoming_id])
    file = f"{here}berkas/{row.pk}/"
    assert browser.get(file).status_code == 404, "it was not opened yet"
    browser.post(f"{here}buka/")
    assert file in browser.get(here).content.decode()
    assert b"".join(browser.get(file).streaming_content) == SAID
    assert signed_in(cast.budi).get(file).status_code == 404
    assert browser.get(f"{here}berkas/").status_code == 405
    assert browser.post(f"{here}berkas/", {"file": SimpleUploadedFile("a.pdf", b"MZ\x00")}).status_code == 422
    for _ in range(2):
        browser.post(f"{here}berkas/", {"file": SimpleUploadedFile("hasil.txt", b"Sudah membaik.")})
    assert "hasil.txt" in browser.get(here).content.decode()
    delivered()
    assert other.kinds == ["seen", "file"] or other.kinds == ["file", "seen"]
    sent = next(one for one in other.got if one["kind"] == "file")
    assert (sent["of"], base64.b64decode(sent["data"])) == (str(thread), b"Sudah membaik.")
    assert "sudah sampai" in browser.get(here).content.decode()


def test_a_result_reaches_them_although_it_was_finished_right_after(came, cast, asking, other, delivered):
    accepted(cast, asking, came)
    with asking(cast.ayu) as by:
        actions.hand_over(by=by, incoming=came, file=io.BytesIO(b"Sudah membaik."), size=14, name="hasil.txt")
        actions.finish(by=by, incoming=came, outcome="helped", words="Sudah membaik.")
        with pytest.raises(Refused):
            actions.hand_over(by=by, incoming=came, file=io.BytesIO(b"Lagi"), size=4, name="b.txt")
    delivered()
    assert other.kinds.index("file") < other.kinds.index("completed")
    assert base64.b64decode(next(one for one in other.got if one["kind"] == "file")["data"]) == b"Sudah membaik."


def test_their_result_comes_in_through_the_door(referred, house, other, cast, asking):
    thread = house(Outgoing)[0].pk
    letter, raw = letter_with(other, thread, announced(b"Sudah membaik.", "hasil.txt"), b"Sudah membaik.")
    assert other.proved(letter, take_in(raw)) == "done"
    bad, raw = letter_with(other, thread, announced(b"MZ\x00", "x.pdf"), b"MZ\x00")
    assert other.proved(bad, take_in(raw)) == "none"
    with asking(cast.ayu):
        row = fresh(referred)
        assert [one.name for one in of_referrals.files(row)] == ["hasil.txt"]
    with asking(cast.ayu) as by:
        trust.withdraw_consent(by=by, consent=row.consent)
    late, raw = letter_with(other, thread, announced(b"Lagi", "c.txt"), b"Lagi")
    assert other.proved(late, take_in(raw)) == "none"
    with asking(cast.ayu):
        assert len(of_referrals.files(Referral.objects.get(pk=referred.pk))) == 1


def test_the_door_for_files_takes_a_large_letter_and_the_other_does_not(came_with, other, house, visitor):
    data = b"a" * 200_000
    told, thread = announced(data), new_id()
    take_in(other.packed(other.letter("referral", thread, **words(files=[told]))))
    raw = letter_with(other, thread, told, data)[1]

    def posted(address):
        return visitor.post(address, raw, content_type="application/json")

    assert posted("/pertukaran/pesan/").status_code == 413
    assert visitor.get("/pertukaran/berkas/").status_code == 405
    assert posted("/pertukaran/berkas/").status_code == 200
    assert [one.size for one in house(IncomingFile)] == [200_000]
