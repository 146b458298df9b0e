"""Adi keeps the list of other houses; Ayu opens what came; a program is answered with a receipt or a status."""

import pytest
from django.urls import reverse

from rangkul.base import clock
from rangkul.commons.directory.models import Organization
from rangkul.support.referral.tests.test_pages import once
from rangkul.tell.exchange.peers import actions, keys, posting, queries
from rangkul.tell.exchange.peers.models import Incoming, Peer
from rangkul.tell.exchange.tests.conftest import THREAD, accepted, words
from rangkul.tell.exchange.tests.other_house import OtherHouse

PEERS, NEW, LETTER = "/pertukaran/server/", "/pertukaran/server/baru/", "/pertukaran/pesan/"


def text(page) -> str:
    return page.content.decode()


def sent(visitor, raw: bytes):
    return visitor.post(LETTER, raw, content_type="application/json")


def test_adi_adds_compares_and_switches_off(signed_in, cast, asking, other, waiting, monkeypatch):
    monkeypatch.setattr(posting, "fetch_key", lambda _address: other.public)
    browser = signed_in(cast.adi)
    assert keys.own(1).public.fingerprint in text(browser.get(PEERS))
    answer = browser.post(NEW, {**once(browser.get(NEW)), "name": "Dinas", "address": "https://rangkul.dinas.example/"})
    here = answer.headers["Location"]
    page = browser.get(here)
    assert other.public.fingerprint in text(page)
    assert "belum dicocokkan" in text(page)
    assert browser.post(f"{here}cocok/", {"kid": other.public.kid}).status_code == 422
    changed = browser.post(f"{here}cocok/", {"kid": "0" * 32, "compared": "on"})
    assert "baru saja berganti" in text(changed)
    browser.post(f"{here}cocok/", {"kid": other.public.kid, "compared": "on"})
    assert "terhubung" in text(browser.get(here))
    browser.post(f"{here}saklar/", {"on": "0"})
    assert "dimatikan" in text(browser.get(PEERS))
    with asking(cast.adi):
        assert not Peer.objects.get().talks


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"address": "http://dinas.example"}, "https://"),
        ({"address": "https://dinas.example/jalan"}, "alamatnya saja"),
        ({"address": "https://a:b@dinas.example"}, "alamatnya saja"),
        ({"address": "https://dinas.example", "key": "abc"}, "belum lengkap"),
        ({"address": "https://dinas.example", "key": keys.PublicKey(bytes(64)).text[:-3]}, "belum lengkap"),
    ],
)
def test_what_is_no_server_is_said_beside_the_field(signed_in, cast, given, said):
    answer = signed_in(cast.adi).post(NEW, {"name": "Dinas", **given})
    assert answer.status_code == 422
    assert said in text(answer)


def test_the_own_key_and_one_twice_are_refused(signed_in, cast, peer, other):
    browser, given = signed_in(cast.adi), {"name": "Dinas", "address": "https://lain.example"}
    assert "server Anda sendiri" in text(browser.post(NEW, {**given, "key": keys.own(1).public.text}))
    assert "sudah dicatat" in text(browser.post(NEW, {**given, "key": other.public.text}))


def test_a_replaced_key_is_compared_again(signed_in, cast, asking, peer, other):
    new, browser = OtherHouse(), signed_in(cast.adi)
    here = reverse("exchange:peer", args=[peer.pk])
    assert "masih sama" in text(browser.post(f"{here}kunci/", {"key": other.public.text}))
    browser.post(f"{here}kunci/", {"key": new.public.text})
    with asking(cast.adi):
        row = Peer.objects.get()
        assert (row.talks, row.kid) == (False, new.public.kid)


def test_an_organisation_is_found_added_and_released(signed_in, cast, asking, peer):
    with asking(cast.ayu):
        found = Organization.objects.create(name="Griya Contoh", changed_at=clock.now())
    browser, here = signed_in(cast.adi), reverse("exchange:peer", args=[peer.pk])
    assert "Griya Contoh" in text(browser.get(here, {"cari": "griya"}))
    browser.post(reverse("exchange:reach", args=[peer.pk, found.pk]))
    assert "sudah dicapai" in text(browser.post(reverse("exchange:reach", args=[peer.pk, found.pk])))
    with asking(cast.adi):
        row = peer.reaches.get(name="Griya Contoh")
    browser.post(reverse("exchange:unreach", args=[peer.pk, row.pk]))
    assert "Griya Contoh" not in text(browser.get(here))


@pytest.mark.parametrize("name", ["ayu", "sari", "rini", "agus"])
def test_nobody_else_keeps_the_list(signed_in, cast, peer, name):
    browser, here = signed_in(getattr(cast, name)), reverse("exchange:peer", args=[peer.pk])
    for answer in (
        browser.get(PEERS),
        browser.get(NEW),
        browser.get(here),
        browser.post(f"{here}saklar/", {"on": "0"}),
    ):
        assert answer.status_code == 404


def test_a_get_changes_nothing(signed_in, cast, peer):
    browser, here = signed_in(cast.adi), reverse("exchange:peer", args=[peer.pk])
    for verb in ("cocok", "kunci", "saklar"):
        assert browser.get(f"{here}{verb}/").status_code == 405


def test_ayu_opens_it_by_a_press_and_answers(signed_in, cast, asking, came):
    browser = signed_in(cast.ayu)
    request = reverse("intake:request", args=[came.request_id])
    here = reverse("exchange:incoming", args=[came.pk])
    assert here in text(browser.get(request))
    assert "Melati" not in text(browser.get(here))
    browser.post(f"{here}buka/")
    assert "Melati" in text(browser.get(here))
    assert browser.post(f"{here}hasil/", {"outcome": "helped", "words": "Ya"}).status_code == 422
    accepted(cast, asking, came)
    browser.post(f"{here}mulai/")
    browser.post(f"{here}tanya/", {"words": "Kapan datang?"})
    assert "Kapan datang?" in text(browser.get(here))
    assert browser.post(f"{here}hasil/", {"outcome": "helped"}).status_code == 422
    browser.post(f"{here}hasil/", {"outcome": "helped", "words": "Sudah tinggal di sini."})
    page = text(browser.get(here))
    assert "sudah berakhir" in page
    assert "Melati" not in page
    assert "Kapan datang?" not in page


def test_the_list_shows_what_must_be_stopped_first(signed_in, cast, asking, came, other, visitor):
    with asking(cast.ayu) as by:
        actions.see(by=by, incoming=came)
    assert sent(visitor, other.packed(other.letter("withdrawn", THREAD))).status_code == 200
    browser, here = signed_in(cast.ayu), reverse("exchange:incoming", args=[came.pk])
    assert "pastikan tidak dipakai" in text(browser.get(reverse("exchange:incoming_rows")))
    page = text(browser.get(here))
    assert "Melati" not in page
    assert "Tidak kami pakai lagi" in page
    browser.post(f"{here}henti/")
    assert "Pengirim sudah tahu" in text(browser.get(here))
    with asking(cast.ayu):
        assert queries.incoming_of(came.pk).stopped_at is not None


def test_ayu_refers_on_and_says_where(signed_in, cast, asking, came):
    browser, here = signed_in(cast.ayu), reverse("exchange:incoming", args=[came.pk])
    browser.post(f"{here}buka/")
    assert browser.get(f"{here}lanjut/").status_code == 405
    assert browser.post(f"{here}lanjut/", {"words": "Penuh"}).status_code == 422
    browser.post(f"{here}lanjut/", {"onward_to": "Panti Contoh"})
    page = text(browser.get(here))
    assert "sudah berakhir" in page
    assert "Melati" not in page


@pytest.mark.parametrize("name", ["budi", "candra", "adi"])
def test_it_is_nowhere_for_who_does_not_see_the_request(signed_in, cast, came, name):
    browser, here = signed_in(getattr(cast, name)), reverse("exchange:incoming", args=[came.pk])
    assert browser.get(here).status_code == 404
    assert browser.post(f"{here}buka/").status_code == 404


def test_the_list_asks_a_fixed_number_of_questions(
    signed_in,
    cast,
    came,
    other,
    visitor,
    django_assert_max_num_queries,
):
    from rangkul.base.ids import new_id

    for _ in range(4):
        sent(visitor, other.packed(other.letter("referral", new_id(), **words())))
    browser = signed_in(cast.ayu)
    with django_assert_max_num_queries(16):
        assert text(browser.get(reverse("exchange:incoming_rows"))).count("todo-title") == 5


def test_a_program_reads_the_key_and_is_answered(visitor, peer, waiting, other, asking, cast):
    told = visitor.get("/pertukaran/kunci/").json()
    assert told == {"key": keys.own(1).public.text, "fingerprint": keys.own(1).public.fingerprint}
    letter = other.letter("referral", THREAD, **words())
    answer = sent(visitor, other.packed(letter))
    assert (answer.status_code, other.proved(letter, answer.content)) == (200, "done")
    with asking(cast.ayu):
        assert Incoming.objects.count() == 1


@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [
        (b"", 400, "unreadable"), (b"[]", 400, "unreadable"), (b"\xff", 400, "unreadable"),
        (b"[" * 60_000, 400, "unreadable"), (b"x" * 64_001, 413, "too_large"),
    ],
)  # fmt: skip
def test_what_is_no_letter_is_told_so(visitor, db, raw, status, code):
    answer = sent(visitor, raw)
    assert (answer.status_code, answer.json()) == (status, {"code": code})


def test_a_stranger_is_told_so_and_nothing_happens(visitor, peer, waiting, asking, cast):
    stranger = OtherHouse()
    answer = sent(visitor, stranger.packed(stranger.letter("referral", THREAD, **words())))
    assert (answer.status_code, answer.json()) == (401, {"code": "unknown_sender"})
    assert visitor.get(LETTER).status_code == 405
    with asking(cast.ayu):
        assert not Incoming.objects.exists()


def test_the_team_sees_how_far_it_came(signed_in, cast, asking, referred, other, delivered):
    browser = signed_in(cast.ayu)
    here = reverse("referrals:referral", args=[referred.case_id, referred.pk])
    assert "Sedang dikirim ke Dinas Sosial Contoh" in text(browser.get(here))
    other.down = True
    delivered()
    page = text(browser.get(here))
    assert "Belum sampai di Dinas Sosial Contoh" in page
    assert "Server tujuan tidak menjawab sejak" in page
    other.down = False
    from rangkul.base.asking import acting
    from rangkul.tell.exchange.peers.house import HOUSE

    with acting(HOUSE):
        Peer.objects.update(next_try_at=clock.now())
    delivered()
    page = text(browser.get(here))
    assert "Sudah sampai di Dinas Sosial Contoh" in page
    assert "bukti terima" in page
