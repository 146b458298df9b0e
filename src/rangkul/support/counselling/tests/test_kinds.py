"""From letters to talking live and back in the same room: asked, agreed, seen by both, and nothing is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions.ending import _minutes
from rangkul.support.counselling.models import Message, Room
from rangkul.support.counselling.tests.conftest import begun, fresh, numbers

ANSWERS = {"place": "Di pasar", "nearby": "Bu Tini", "safe": "yes"}


def choose(by, room, kind, **given):
    with asking_as(by):
        return actions.choose_kind(by=by, room=fresh(room), kind=kind, **{**ANSWERS, **given})


def ask(by, room, kind):
    with asking_as(by):
        return actions.ask_kind(by=by, room=fresh(room), kind=kind)


def keep(by, room):
    with asking_as(by):
        return actions.keep_kind(by=by, room=fresh(room))


def seen_by(by, room):
    with asking_as(by):
        return fresh(room)


def lines(room):
    rows = Message.objects.filter(room=room).exclude(line="").order_by("number")
    return list(rows.values_list("line", flat=True))


@pytest.fixture
def ayu(cast):
    return cast.ayu.asker()


@pytest.fixture
def letter(request_, ayu):
    room = begun(request_, kind="letter")
    with asking_as(ayu):
        return actions.take(by=ayu, room=fresh(room))


@pytest.fixture
def browser(visitor, request_):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return visitor


def minutes_to_answer(room):
    return round((room.answer_due - clock.now()).total_seconds() / 60)


def test_letters_become_a_live_talk_when_both_agree_and_letters_again(letter, wati, ayu, talk):
    talk.ayu("Surat saya.")
    asked = choose(wati, letter, "live")
    assert (asked.kind, asked.asked_kind, asked.asked_by_client, asked.place) == ("letter", "live", True, "Di pasar")
    assert minutes_to_answer(asked) == 24 * 60
    live = ask(ayu, letter, "live")
    assert (live.kind, live.asked_kind, live.asked_by_client) == ("live", "", None)
    assert minutes_to_answer(live) == 15, "who talks live is answered at once"
    talk.wati("Sekarang saya bisa.")
    again = choose(wati, letter, "letter", place="Di rumah")
    assert (again.kind, again.place, minutes_to_answer(again)) == ("letter", "Di rumah", 24 * 60)
    with asking_as(ayu):
        assert lines(letter) == ["taken", "asks_live", "now_live", "now_letter"]
        assert numbers(letter) == list(range(1, 8)), "one stream, and no number is missing"
        assert [one.text for one in queries.said(queries.newest(fresh(letter)), ayu, letter.pk) if one.text] == [
            "Saya tidak tahu harus mulai dari mana.", "Surat saya.", "Sekarang saya bisa.",
        ]  # fmt: skip


def test_a_worker_asks_and_the_client_says_first_where_they_are(letter, wati, ayu):
    assert ask(ayu, letter, "live").kind == "letter"
    with pytest.raises(Refused) as refused:
        choose(wati, letter, "live", place="")
    assert refused.value.field == "place"
    assert seen_by(wati, letter).kind == "letter", "nothing is half done"
    live = choose(wati, letter, "live", safe="no")
    assert (live.kind, live.safe, live.place) == ("live", "no", "Di pasar")


@pytest.mark.parametrize("who", ["wati", "ayu"])
def test_either_side_says_not_now_and_what_waits_goes_on(letter, wati, ayu, who):
    if who == "ayu":
        choose(wati, letter, "live")
    else:
        ask(ayu, letter, "live")
    for _again in range(2):
        kept = keep(wati if who == "wati" else ayu, letter)
    assert (kept.kind, kept.asked_kind, kept.asked_by_client) == ("letter", "", None)
    assert kept.answer_due is not None
    with asking_as(ayu):
        assert lines(letter) == ["taken", "asks_live", "not_now"], "a second no says nothing"


def test_whoever_waits_changes_at_once_and_a_late_letter_is_late_anew(request_, wati):
    room = begun(request_, kind="letter")
    with time_machine.travel(clock.now() + timedelta(hours=30), tick=False):
        live = choose(wati, room, "live")
        assert (live.kind, live.state, live.answer_due) == ("live", "waiting", clock.now())
        assert choose(wati, room, "live").kind == "live", "pressed twice"


def test_a_red_letter_room_stays_as_quick_as_red(taken, wati, talk):
    talk.wati("udh ga kuat, pengen mati aja")
    before = seen_by(wati, taken).answer_due
    assert choose(wati, taken, "letter").answer_due == before


def test_a_worker_slows_no_talk_down_alone_and_nobody_goes_live_with_one_who_is_away(taken, wati, ayu):
    assert ask(ayu, taken, "letter").kind == "live", "the client has to agree"
    choose(wati, taken, "letter")
    ask(ayu, taken, "live")
    with asking_as(ayu):
        actions.set_desk(by=ayu, most=1, away_until=clock.now() + timedelta(hours=1), away_words="Sakit")
    with pytest.raises(Refused, match="Petugas Anda sedang"):
        choose(wati, taken, "live")
    assert seen_by(wati, taken).kind == "letter"


def test_strangers_and_other_seats_change_nothing(letter, wati, cast):
    with pytest.raises(PermissionDenied):
        ask(cast.sari.asker(), letter, "live")
    with pytest.raises((Http404, Room.DoesNotExist)):
        ask(cast.budi.asker(), letter, "live")
    with pytest.raises(PermissionDenied):
        choose(cast.ayu.asker(), letter, "live")


def test_not_behind_the_code_word_nor_after_the_end(letter, wati, ayu):
    ask(ayu, letter, "live")
    with asking_as(wati):
        actions.hush(by=wati, room=fresh(letter))
    for run in (lambda: choose(wati, letter, "live"), lambda: ask(ayu, letter, "live")):
        with pytest.raises(Refused):
            run()
    with asking_as(wati):
        actions.end_by_client(by=wati, room=fresh(letter))
        ended = fresh(letter)
        assert ended.asked_kind == "", "an ended room asks nothing"
        with pytest.raises(Refused, match="berakhir"):
            actions.choose_kind(by=wati, room=ended, kind="live", **ANSWERS)


def test_the_database_takes_no_question_for_the_same_kind(letter, wati):
    with asking_as(wati), pytest.raises(IntegrityError), transaction.atomic():
        Room.objects.filter(pk=letter.pk).update(asked_kind="letter", asked_by_client=True)


def test_the_minutes_of_a_talk_do_not_count_the_weeks_of_letters(letter, wati, ayu, talk):
    with time_machine.travel(clock.now() + timedelta(days=7), tick=False) as then:
        ask(ayu, letter, "live")
        choose(wati, letter, "live")
        then.shift(timedelta(minutes=20))
        talk.wati("Terima kasih.")
        with asking_as(ayu):
            assert _minutes(fresh(letter)) == 15 + 20


def test_an_answer_by_voice_says_that_it_is_safe(letter, wati, ayu):
    with asking_as(wati):
        actions.say_where(by=wati, room=fresh(letter), **{**ANSWERS, "safe": "unknown"})
    with asking_as(ayu):
        call = actions.begin_call(by=ayu, room=fresh(letter), mode="voice")
        assert fresh(letter).safe == "unknown"
    with asking_as(wati):
        actions.answer_call(by=wati, call=call)
        assert fresh(letter).safe == "yes"


def test_both_sides_do_it_on_their_pages(letter, browser, signed_in, cast):
    change, work = "/konseling/ruang/cara/", f"/kerja/konseling/{letter.pk}/"
    page = browser.get(change).text
    assert "Ganti ke mengobrol langsung" in page
    assert "belakang pasar" not in page, "what was said last time is not shown"
    refused = browser.post(change, {"cara": "live", "di-place": "", "di-nearby": "Bu Tini"})
    assert refused.status_code == 422
    assert "Bu Tini" in refused.text
    assert browser.post(change, {"cara": "live", "di-place": "Di pasar", "di-nearby": "Bu Tini"}).status_code == 302
    assert "Batalkan permintaan" in browser.get("/konseling/ruang/keadaan/").text
    ayus = signed_in(cast.ayu)
    assert "Klien ingin mengobrol langsung." in ayus.get(work + "keadaan/").text
    assert "ingin mengobrol langsung" in ayus.get("/kerja/konseling/").text
    ayus.post(work + "cara/", {"cara": "live"})
    assert "Mulai sekarang mengobrol langsung" in browser.get("/konseling/ruang/").text
    ayus.post(work + "cara/", {"cara": "letter"})
    assert "Petugas mengajak melanjutkan lewat surat" in browser.get(change).text
    browser.post(change + "tetap/")
    assert "Ajak melanjutkan lewat surat" in ayus.get(work).text
    assert signed_in(cast.budi).post(work + "cara/", {"cara": "letter"}).status_code == 404


def test_of_a_sealed_room_the_page_says_what_can_be_and_the_verb_refuses(request_, wati, browser):
    letter = begun(request_, kind="letter", first_words="")
    with asking_as(job("uji")):
        Room.objects.filter(pk=letter.pk).update(end_to_end=True)
    page = browser.get("/konseling/ruang/cara/").text
    assert "Surat yang terkunci tetap surat" in page
    assert 'name="di-place"' not in page
    with pytest.raises(Refused, match="terkunci") as refused:
        choose(wati, letter, "live")
    assert refused.value.code == "sealed"


def test_whoever_asks_and_takes_back_without_end_is_stopped_and_can_still_write(letter, wati, talk, ayu):
    for _turn in range(6):
        choose(wati, letter, "live")
        keep(wati, letter)
    with pytest.raises(Refused, match="Terlalu sering"):
        choose(wati, letter, "live")
    with asking_as(ayu):
        assert len(lines(letter)) == 1 + 12
    assert talk.wati("Maaf, HP saya macet.").number


HELD = """
SELECT count(*) FROM pg_locks, hashtextextended(%s, 0) AS wanted
 WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND ((classid::bigint << 32) | objid::bigint) = wanted
"""


def test_rooms_that_go_to_one_worker_at_once_are_counted_one_after_the_other(room, wati, ayu, cast):
    def is_held(staff):
        with connection.cursor() as cursor:
            cursor.execute(HELD, [f"desk:{staff.pk}"])
            return cursor.fetchone()[0] == 1

    with asking_as(ayu):
        assert not is_held(cast.ayu)
        actions.take(by=ayu, room=fresh(room))
        assert is_held(cast.ayu), "a second one of theirs waits here until this one is counted"
        actions.hand_over(by=ayu, room=fresh(room), staff=cast.dimas)
        assert is_held(cast.dimas)
