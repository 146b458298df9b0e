"""Where the client is, who can come and whether it is safe: asked at the start of each session, not once a room."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as
from rangkul.base.models import Event
from rangkul.support.counselling import actions
from rangkul.support.counselling.states import CallState
from rangkul.support.counselling.tests.conftest import begun, fresh

HERE = {"di-place": "Di pasar", "di-nearby": "Bu Tini", "di-safe": "no"}
ASKS = "Sebelum lanjut"
ROOM, SAY, CALL = "/konseling/ruang/", "/konseling/ruang/di-mana/", "/konseling/ruang/bicara/ajak/"


@pytest.fixture
def letter(request_, cast, asking):
    room = begun(request_, kind="letter")
    with asking(cast.ayu) as by:
        return actions.take(by=by, room=fresh(room))


@pytest.fixture
def browser(visitor, request_):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return visitor


@pytest.fixture
def next_day():
    with time_machine.travel(clock.now() + timedelta(hours=20), tick=False):
        yield


def place(by, room, **given):
    with asking_as(by):
        return actions.say_where(
            by=by, room=fresh(room), **{"place": "Di pasar", "nearby": "Bu Tini", "safe": "yes", **given}
        )


def call(by, room):
    with asking_as(by):
        return actions.begin_call(by=by, room=fresh(room), mode="voice")


def test_in_the_first_hours_nobody_is_asked_twice(letter, browser):
    assert ASKS not in browser.get(ROOM).text


def test_who_comes_back_the_next_day_is_asked_again_and_reads_no_earlier_answer(letter, next_day, browser):
    page = browser.get(ROOM).text
    assert ASKS in page
    assert "belakang pasar" not in page
    assert "Kakak saya, Rini" not in page
    assert "room-form" in page, "writing waits for nothing"


def test_the_answer_holds_for_this_session_and_takes_nothing_over(letter, next_day, browser, cast, asking):
    answer = browser.post(SAY, {"di-place": "Di pasar", "di-nearby": "Tidak ada"})
    assert (answer.status_code, answer.headers["Location"]) == (302, ROOM)
    with asking(cast.ayu):
        room = fresh(letter)
        assert (room.place, room.nearby, room.safe) == ("Di pasar", "Tidak ada", "unknown")
        assert Event.objects.filter(name="room.placed").count() == 1
    assert ASKS not in browser.get(ROOM).text


def test_the_same_said_twice_is_one_event(letter, wati, cast, asking, next_day):
    for _again in range(2):
        place(wati, letter)
    with asking(cast.ayu):
        assert Event.objects.filter(name="room.placed").count() == 1


def test_without_a_place_it_is_asked_once_more_with_what_was_written(letter, next_day, browser):
    answer = browser.post(SAY, {"di-place": "", "di-nearby": "Bu Tini"})
    assert answer.status_code == 422
    assert "Bu Tini" in answer.text


@pytest.mark.parametrize("nearby", ["", " \n", "\u200b"])
def test_who_can_come_is_answered_too_and_nobody_is_an_answer(letter, wati, next_day, browser, nearby):
    answer = browser.post(SAY, {"di-place": "Di pasar", "di-nearby": nearby})
    assert answer.status_code == 422
    assert "belum mau bilang" in answer.text
    with pytest.raises(Refused, match="mendatangi") as refused:
        place(wati, letter, nearby=nearby)
    assert refused.value.field == "nearby"
    assert place(wati, letter, nearby="Belum mau bilang").nearby == "Belum mau bilang"


def test_no_sound_goes_before_the_client_said_where_they_are(letter, wati, next_day, browser):
    with pytest.raises(Refused, match="di mana Anda sekarang"):
        call(wati, letter)
    assert browser.post(CALL, {"cara": "voice"}).status_code == 422
    place(wati, letter)
    assert call(wati, letter).state == CallState.RINGING


def test_a_worker_may_ask_but_the_client_answers_the_questions_first(letter, wati, cast, next_day):
    ringing = call(cast.ayu.asker(), letter)
    with asking_as(wati), pytest.raises(Refused, match="di mana Anda sekarang"):
        actions.answer_call(by=wati, call=ringing)
    place(wati, letter)
    with asking_as(wati):
        assert actions.answer_call(by=wati, call=ringing).state == CallState.LIVE


def test_nobody_rings_whoever_said_that_it_is_not_safe(letter, wati, cast, next_day):
    place(wati, letter, safe="no")
    with pytest.raises(Refused, match="tidak aman"):
        call(cast.ayu.asker(), letter)


def test_a_no_stays_a_no_until_the_client_answers_anew(letter, wati, cast):
    place(wati, letter, safe="no")
    with time_machine.travel(clock.now() + timedelta(hours=20), tick=False):
        with pytest.raises(Refused, match="tidak aman"):
            call(cast.ayu.asker(), letter)
        place(wati, letter, safe="yes")
        assert call(cast.ayu.asker(), letter).state == CallState.RINGING


def test_the_worker_reads_how_old_the_answer_is(letter, wati, cast, signed_in, next_day):
    at = f"/kerja/konseling/{letter.pk}/"
    assert "Sesi baru: belum dijawab lagi" in signed_in(cast.ayu).get(at).text
    place(wati, letter)
    page = signed_in(cast.ayu).get(at).text
    assert "Sesi baru: belum dijawab lagi" not in page
    assert "Di pasar" in page


def test_a_worker_does_not_say_it_for_the_client_and_nobody_by_get(letter, cast, next_day, browser):
    with pytest.raises(PermissionDenied):
        place(cast.ayu.asker(), letter)
    assert browser.get(SAY).status_code == 405


def test_after_the_code_word_nothing_is_asked(letter, wati, next_day, browser):
    with asking_as(wati):
        actions.hush(by=wati, room=fresh(letter))
    assert ASKS not in browser.get(ROOM).text
