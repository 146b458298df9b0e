"""The pages on which letters are sealed and read: what they say, what they take, and what they never show."""

import json
import os
from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.base.models import DataKey
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Room, WorkerKey
from rangkul.support.counselling.tests import browsers
from rangkul.support.counselling.tests.browsers import Pair, by_words, for_worker
from rangkul.support.counselling.tests.conftest import begun, fresh
from rangkul.support.counselling.tests.test_pages import ANSWERS
from rangkul.support.counselling.tests.test_sealing import STORY, WORDS, seal

SCRIPT = {"X-Rangkul-Room": "1"}


@pytest.fixture
def letter(request_, cast, asking):
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=30, letter_hours=24, seal_letters=True)
    return begun(request_, kind="letter", first_words="")


@pytest.fixture
def pair(cast, asking):
    made = Pair()
    with asking(cast.ayu) as by:
        actions.make_key(by=by, public=made.public, wrapped=made.wrapped(WORDS, cast.ayu.pk))
    return made


@pytest.fixture
def inside(letter, visitor):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(letter.request_id)
    session.save()
    return visitor


@pytest.fixture
def locked(letter, pair, wati, cast, asking):
    """Sealed and taken by Ayu."""
    seal(letter, wati, os.urandom(32))
    with asking(cast.ayu) as by:
        return actions.take(by=by, room=fresh(letter))


def given(page, name: str) -> dict:
    """The JSON that a page hands to its script."""
    said = page.content.decode().split(f'id="{name}" type="application/json">')[1].split("</script>")[0]
    return json.loads(said)


def test_from_the_first_question_to_the_lock(pair, visitor, cast, asking):
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=30, letter_hours=24, seal_letters=True)
    for slug, words in {**ANSWERS, "cara": {"kind": "letter"}, "cerita": {"called_name": "Wati"}}.items():
        page = visitor.get(reverse("room:step", args=[slug])).content.decode()
        # What would be written here could not be sealed.
        assert "first_words" not in page
        assert visitor.post(reverse("room:step", args=[slug]), words).status_code == 302
    assert reverse("room:lock") in visitor.get(reverse("room:ticket")).content.decode()
    assert reverse("room:lock") in visitor.get(reverse("room:room")).content.decode()


def test_a_letter_is_sealed_on_its_page(inside, pair, letter, cast, asking):
    page = inside.get(reverse("room:lock"))
    facts = given(page, "bahan-kunci")
    assert "Kunci surat Anda?" in page.content.decode()
    (one,) = facts["holders"]
    secret = os.urandom(32)
    answer = inside.post(
        reverse("room:lock"),
        {
            "punyaku": by_words(secret, WORDS, f"rangkul:ruang:1|{letter.pk}|klien"),
            "kunci": json.dumps({one["id"]: json.loads(for_worker(secret, one["public"], one["id"], letter.pk))}),
        },
    )
    assert answer.headers["Location"] == reverse("room:room")
    page = inside.get(reverse("room:room"))
    assert given(page, "kunci-ruang")["wrapped"]["rounds"] >= 600_000
    assert "Saya dalam bahaya" in page.content.decode()
    assert inside.get(reverse("room:lock")).status_code == 302


def test_without_a_worker_who_holds_a_key_the_client_is_told_before_writing(inside):
    page = inside.get(reverse("room:lock")).content.decode()
    assert "Surat ini belum bisa dikunci." in page
    assert "Tulis surat biasa" in page
    assert "data-lock-letter" not in page


NOBODY = "01a20000-0000-7000-8000-000000000000"


@pytest.mark.parametrize("kunci", ["", "[]", "{}", '{"x": 1}', "[" * 5_000, "null", json.dumps({NOBODY: {}})])
def test_what_is_no_key_is_refused_on_the_page(inside, pair, letter, wati, asking, kunci):
    answer = inside.post(reverse("room:lock"), {"punyaku": "{}", "kunci": kunci})
    assert answer.status_code == 422
    with asking(wati):
        assert not fresh(letter).end_to_end


def test_an_agency_that_does_not_offer_it_has_no_such_page(room, visitor):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(room.request_id)
    session.save()
    assert visitor.get(reverse("room:lock")).headers["Location"] == reverse("room:room")
    assert "kunci" not in visitor.get(reverse("room:room")).content.decode()


def test_plain_words_are_refused_over_http(inside, locked, wati, asking):
    told = inside.post(reverse("room:send"), {"text": STORY, "once": str(uuid4())}, headers=SCRIPT)
    assert (told.status_code, told.json()["code"]) == (422, "unsealed")
    assert inside.post(reverse("room:send"), {"text": STORY}).status_code == 422
    assert inside.post(reverse("room:draft"), {"text": STORY}, headers=SCRIPT).status_code == 204
    with asking(wati) as by:
        assert queries.draft_of(fresh(locked), by) == ""


def test_the_client_who_forgot_the_words_is_told_honestly(inside, locked):
    page = inside.get(reverse("room:lost")).content.decode()
    assert "Kami tidak menyimpan kata itu" in page
    assert reverse("room:end") in page


def test_the_code_word_closes_the_room_without_being_sent(inside, locked, cast, asking):
    assert "mangga" not in inside.get(reverse("room:room")).content.decode()
    assert inside.post(reverse("room:hush"), headers=SCRIPT).json() == {"away": reverse("look:exit")}
    with asking(cast.ayu):
        assert fresh(locked).hushed_at is not None
    assert inside.get(reverse("room:room")).status_code == 302


def test_the_worker_gets_their_own_keys_alone(locked, pair, signed_in, cast, wati):
    page = signed_in(cast.ayu).get(reverse("counselling:room", args=[locked.pk]))
    facts = given(page, "kunci-ruang")
    assert (facts["pair"]["public"], facts["trace"], facts["client"]) == (pair.public, "", False)
    assert pair.room_key(json.dumps(facts["wrapped"]), facts["pair"]["id"], locked.pk)
    page = signed_in(cast.sari).get(reverse("counselling:room", args=[locked.pk]))
    facts = given(page, "kunci-ruang")
    assert (facts["pair"], facts["wrapped"]) == (None, None)
    assert "Anda belum punya kunci surat" in page.content.decode()


def test_a_room_whose_key_was_destroyed_stays_closed_without_an_error(locked, signed_in, cast):
    with asking_as(job("trust.erase")):
        DataKey.objects.filter(pk=locked.key_id).update(wrapped=None, destroyed_at=clock.now())
    page = signed_in(cast.ayu).get(reverse("counselling:room", args=[locked.pk]))
    assert given(page, "kunci-ruang")["wrapped"] is None


def test_only_colleagues_with_a_key_are_offered(locked, pair, signed_in, cast):
    browser = signed_in(cast.ayu)
    refused = browser.post(reverse("counselling:call_in", args=[locked.pk]), {"ajak-staff": str(cast.dimas.pk)})
    assert refused.status_code == 422


def test_a_worker_makes_a_key_and_gives_it_other_words(signed_in, cast, asking):
    browser, made = signed_in(cast.ayu), Pair()
    page = browser.get(reverse("counselling:keys")).content.decode()
    assert "Buat kunci saya" in page
    assert browser.get(reverse("counselling:key_make")).status_code == 405
    browser.post(reverse("counselling:key_make"), {"umum": made.public, "punyaku": made.wrapped(WORDS, cast.ayu.pk)})
    browser.post(reverse("counselling:key_rewrap"), {"punyaku": made.wrapped("tiga kata lain lagi", cast.ayu.pk)})
    facts = given(browser.get(reverse("counselling:keys")), "bahan-kunci")
    assert Pair.opened(json.dumps(facts["wrapped"]), "tiga kata lain lagi", cast.ayu.pk).public == made.public
    other = Pair()
    browser.post(
        reverse("counselling:key_replace"), {"umum": other.public, "punyaku": other.wrapped(WORDS, cast.ayu.pk)}
    )
    with asking(cast.ayu):
        assert sorted(key.retired_at is None for key in WorkerKey.objects.all()) == [False, True]


def test_who_does_not_practise_has_no_key(signed_in, cast):
    assert signed_in(cast.adi).get(reverse("counselling:keys")).status_code == 403
    assert signed_in(cast.adi).post(reverse("counselling:key_make"), {"umum": "x"}).status_code == 403


def test_no_verb_follows_a_link(inside, locked, signed_in, cast):
    for verb in ("rewrap", "give", "hush", "danger"):
        assert inside.get(reverse(f"room:{verb}")).status_code == 405
    browser = signed_in(cast.ayu)
    for verb in ("give", "words"):
        assert browser.get(reverse(f"counselling:{verb}", args=[locked.pk])).status_code == 405
    for name in ("dimas", "budi"):
        for verb in ("give", "words"):
            answer = signed_in(getattr(cast, name)).post(reverse(f"counselling:{verb}", args=[locked.pk]), {})
            assert answer.status_code == 404


def test_the_trace_is_that_of_the_word_however_it_is_written(locked, wati, asking):
    from rangkul.support.counselling.pages.sealed import trace_of

    with asking(wati):
        room = Room.objects.select_related("key").get(pk=locked.pk)
        assert trace_of(" Mangga MUDA. ", room) == trace_of(room.code_word, room) != ""
        assert trace_of("...", room) == ""


def test_the_fingerprint_is_thirty_digits():
    assert [len(group) for group in browsers.fingerprint(Pair().public).split()] == [5] * 6


def test_whose_keys_there_are_comes_with_the_state_of_a_sealed_room(inside, locked):
    for page in (inside.get(reverse("room:room")), inside.get(reverse("room:state"))):
        assert [one["name"] for one in given(page, "pemegang-kunci")] == ["Ayu"]
        assert [one["given"] for one in given(page, "pemegang-kunci")] == [True]


def test_a_sealed_room_takes_files_that_are_sealed_and_says_what_nobody_checks(inside, locked):
    page = inside.get(reverse("room:room")).content.decode()
    assert "Server tidak bisa memeriksanya" in page
    assert "surat dan lampirannya perlu peramban dengan JavaScript" in page
