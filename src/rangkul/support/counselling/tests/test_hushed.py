"""A room that its code word closed waits until somebody says what they did about it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.tests.conftest import fresh
from rangkul.support.counselling.tests.test_late import make_late, tick, told
from rangkul.support.counselling.tests.test_on_the_board import shown

DID = "Saya menelepon Pak RT; ia melihat ke sana."


@pytest.fixture
def hushed(taken, talk):
    talk.wati("mangga muda")
    return taken


@pytest.fixture
def see_to(hushed, asking):
    def see(staff, text=DID):
        with asking(staff) as by:
            return actions.see_to(by=by, room=fresh(hushed), text=text)

    return see


def test_until_then_the_board_waits_and_leads_to_the_words(hushed, cast, signed_in):
    page = shown(signed_in, cast.sari)
    assert 'data-rangkul-waiting="1"' in page
    assert f"/kerja/konseling/{hushed.pk}/#dilihat" in page
    assert 'id="dilihat"' in signed_in(cast.sari).get(reverse("counselling:room", args=[hushed.pk])).text


def test_whoever_says_what_they_did_stops_it_and_stands_on_the_board(hushed, see_to, cast, signed_in):
    see_to(cast.sari)
    for staff in (cast.ayu, cast.sari):
        page = shown(signed_in, staff)
        assert 'data-rangkul-waiting="0"' in page
        assert "Sari sudah melihat" in page
        assert "Ditutup dengan kata rahasia" in page
        assert "#dilihat" not in page


def test_what_had_climbed_rests(hushed, see_to, cast):
    make_late(hushed)
    tick()
    assert told() == [("room_live", cast.sari.pk)]
    see_to(cast.sari)
    assert told() == []
    with time_machine.travel(clock.now() + timedelta(hours=3), tick=False):
        tick()
    assert told() == []


def test_it_is_read_in_the_room_and_not_by_the_client(hushed, see_to, cast, wati, asking, signed_in):
    see_to(cast.ayu)
    for address in ("room", "state"):
        page = signed_in(cast.sari).get(reverse(f"counselling:{address}", args=[hushed.pk])).text
        assert "Ayu sudah melihat" in page
        assert DID in page
        assert 'id="dilihat"' not in page
    with asking(wati) as by:
        assert DID not in [one.text for one in queries.said(queries.newest(fresh(hushed)), by, hushed.pk)]
        assert queries.newest(fresh(hushed), "aside") == []


def test_the_page_takes_it_and_asks_for_words(hushed, cast, signed_in, asking):
    browser, at = signed_in(cast.ayu), reverse("counselling:see_to", args=[hushed.pk])
    assert browser.get(at).status_code == 405
    assert browser.post(at, {"lihat-text": " "}).status_code == 422
    with asking(cast.ayu):
        assert queries.waits_for_somebody(fresh(hushed))
    assert browser.post(at, {"lihat-text": DID}).status_code == 302
    with asking(cast.ayu):
        assert not queries.waits_for_somebody(fresh(hushed))


def test_said_again_it_is_one_event_and_keeps_the_words(hushed, see_to, cast, asking):
    see_to(cast.sari)
    see_to(cast.ayu, "Saya di kantor sampai ia kembali.")
    with asking(cast.sari):
        (event,) = Event.objects.filter(name="room.hush_seen")
        assert event.by_id == cast.sari.pk
        assert len(queries.newest(fresh(hushed), "aside")) == 2
        assert queries.seen_to(fresh(hushed)).words == DID


def test_when_the_client_comes_back_they_wait_for_an_answer_and_the_next_code_word_for_somebody(
    hushed, see_to, cast, wati, asking
):
    see_to(cast.sari)
    with asking(wati) as by:
        actions.resume(by=by, room=fresh(hushed))
        assert fresh(hushed).answer_due is not None
    with asking(cast.sari) as by, pytest.raises(Refused, match="sudah kembali"):
        actions.see_to(by=by, room=fresh(hushed), text=DID)
    with asking(wati) as by:
        actions.hush(by=by, room=fresh(hushed))
    with asking(cast.sari):
        assert queries.waits_for_somebody(fresh(hushed))
        assert queries.seen_to(fresh(hushed)) is None


def test_a_hand_over_does_not_start_it_anew(hushed, see_to, cast, asking):
    see_to(cast.sari)
    with asking(cast.ayu) as by:
        actions.hand_over(by=by, room=fresh(hushed), staff=cast.candra)
    with asking(cast.candra):
        assert fresh(hushed).answer_due is None


def test_the_client_and_who_does_not_sit_there_say_nothing_of_it(hushed, wati, cast, asking):
    with asking(cast.ayu):
        room = fresh(hushed)
    for who in (wati, cast.dimas, cast.budi):
        with asking(who) as by, pytest.raises(PermissionDenied):
            actions.see_to(by=by, room=room, text=DID)
