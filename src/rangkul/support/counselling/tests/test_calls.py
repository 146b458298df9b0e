"""Speaking in a room: who may ask, who answers, what is told, and that nothing stays."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, TICKET_SESSION_KEY, asking_as, job
from rangkul.support.counselling import actions
from rangkul.support.counselling.calling import CallSource, servers
from rangkul.support.counselling.models import Call, CallSignal, Message
from rangkul.support.counselling.states import LONGEST_SIGNAL
from rangkul.support.counselling.tests.conftest import fresh

SYSTEM = job("uji")
OFFER = json.dumps({"type": "offer", "sdp": "v=0"})


def seen(call):
    return Call.objects.select_related("room__key", "caller", "other").get(pk=call.pk)


def begin(by, room, mode="voice"):
    with asking_as(by):
        return actions.begin_call(by=by, room=fresh(room), mode=mode)


def run(by, verb, call, **how):
    with asking_as(by):
        return verb(by=by, call=seen(call), **how)


@pytest.fixture
def ringing(taken, wati, cast):
    return begin(cast.ayu.asker(), taken)


@pytest.fixture
def live(ringing, wati):
    return run(wati, actions.answer_call, ringing)


def lines(room):
    return list(Message.objects.filter(room=room).exclude(line="").order_by("number").values_list("line", flat=True))


def told(by, call, cursor=""):
    with asking_as(by):
        return [one.data["kind"] for one in CallSource().since(by, str(call.pk), cursor)]


def test_a_worker_asks_and_the_client_answers(taken, wati, cast):
    call = begin(cast.ayu.asker(), taken, "video")
    answered = run(wati, actions.answer_call, call)
    assert (answered.state, answered.mode) == ("live", "video")
    ended = run(wati, actions.end_call, answered)
    with asking_as(SYSTEM):
        assert (ended.ending, lines(taken)[-2:]) == ("done", ["calling", "call_over"])


def test_two_who_ask_at_once_speak_with_each_other(ringing, taken, wati):
    assert begin(wati, taken).pk == ringing.pk
    with asking_as(SYSTEM):
        assert seen(ringing).state == "live"


def test_a_second_press_is_the_same_call(ringing, taken, cast):
    assert begin(cast.ayu.asker(), taken).pk == ringing.pk


def test_nobody_answers_oneself(ringing, cast):
    with pytest.raises(PermissionDenied):
        run(cast.ayu.asker(), actions.answer_call, ringing)


def test_who_waits_for_somebody_cannot_call(room, wati):
    with pytest.raises(Refused, match="Belum ada yang mendampingi"):
        begin(wati, room)


def test_a_supervisor_who_only_looks_in_neither_calls_nor_hears(live, taken, cast):
    sari = cast.sari.asker()
    with pytest.raises(PermissionDenied):
        begin(sari, taken)
    with asking_as(sari):
        assert CallSource().topics(sari, str(live.pk)) == frozenset()


def test_whoever_was_not_the_first_to_answer_hears_nothing_of_the_two_who_speak(taken, wati, cast):
    with asking_as(cast.ayu.asker()) as by:
        actions.call_in(by=by, room=fresh(taken), staff=cast.candra)
    candra, ringing = cast.candra.asker(), begin(wati, taken)
    with asking_as(candra):
        assert CallSource().topics(candra, str(ringing.pk)) == {str(ringing.pk)}
    live = run(cast.ayu.asker(), actions.answer_call, ringing)
    run(wati, actions.signal, live, kind="offer", body=OFFER)
    run(cast.ayu.asker(), actions.signal, live, kind="answer", body=json.dumps({"type": "answer", "sdp": "v=0"}))
    for cursor in ("", "0", "1"):
        assert told(candra, live, cursor) == ["over"]
    assert told(cast.ayu.asker(), live) == ["answered", "offer"]


def test_another_agency_hears_nothing(live, cast):
    budi = cast.budi.asker()
    with asking_as(budi):
        assert not Call.objects.exists()
        assert CallSource().topics(budi, str(live.pk)) == frozenset()


def test_each_hears_the_other_and_not_themself(live, wati, cast):
    ayu = cast.ayu.asker()
    run(ayu, actions.signal, live, kind="offer", body=OFFER)
    assert told(wati, live) == ["answered", "offer"]
    assert told(ayu, live) == ["answered"]
    run(wati, actions.signal, live, kind="answer", body=json.dumps({"type": "answer", "sdp": "v=0"}))
    assert told(ayu, live, "1") == ["answer"]
    assert told(wati, live, "2") == []


def test_the_addresses_of_both_go_with_the_call(live, wati, cast):
    run(cast.ayu.asker(), actions.signal, live, kind="ice", body='{"candidates": []}')
    run(wati, actions.end_call, live)
    with asking_as(SYSTEM):
        assert not CallSignal.objects.exists()
    assert told(cast.ayu.asker(), live) == ["over"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("offer", "bukan json"),
        ("offer", "[]"),
        ("offer", ""),
        ("offer", "{" + '"a":' * 5_000),
        ("offer", json.dumps({"sdp": "x" * LONGEST_SIGNAL})),
        ("lain", OFFER),
    ],
)
def test_what_no_browser_says_is_refused(live, wati, kind, body):
    with pytest.raises(Refused, match="tidak dikenal"):
        run(wati, actions.signal, live, kind=kind, body=body)


def test_nobody_signals_before_it_was_answered(ringing, wati):
    with pytest.raises(PermissionDenied):
        run(wati, actions.signal, ringing, kind="offer", body=OFFER)


def test_not_now_and_not_answered_are_two_things(taken, ringing, wati, cast):
    assert run(wati, actions.end_call, ringing).ending == "declined"
    again = begin(cast.ayu.asker(), taken)
    assert run(cast.ayu.asker(), actions.end_call, again).ending == "missed"


def test_hanging_up_twice_changes_nothing(live, wati, cast):
    run(wati, actions.end_call, live)
    run(cast.ayu.asker(), actions.end_call, live, failed=True)
    with asking_as(SYSTEM):
        assert seen(live).ending == "done"


def test_a_call_that_both_browsers_lost_makes_room_for_another(ringing, taken, cast, time_machine):
    time_machine.move_to(clock.now() + timedelta(minutes=2))
    again = begin(cast.ayu.asker(), taken)
    assert again.pk != ringing.pk
    with asking_as(SYSTEM):
        assert seen(ringing).ending == "missed"


def test_the_code_word_cuts_off_whoever_speaks(live, talk, cast, taken):
    talk.wati("mangga muda")
    with asking_as(SYSTEM):
        assert seen(live).state == "ended"
    with pytest.raises(Refused, match="kata rahasia"):
        begin(cast.ayu.asker(), taken)


def test_a_login_for_the_server_between_them_holds_for_one_call(live, settings):
    """As coturn's REST interface reads it: HMAC-SHA1 over "until:name" with the shared secret."""
    assert servers(live) == {"iceServers": []}
    settings.TURN_URLS, settings.TURN_SECRET = ["turn:bicara.contoh.id"], "rahasia"
    way = servers(live)
    assert way["iceTransportPolicy"] == "relay"
    until, call = way["iceServers"][0]["username"].split(":")
    assert call == str(live.pk)
    assert until.isdecimal()
    assert "rahasia" not in json.dumps(way)


def test_without_the_servers_word_nobody_is_asked_to_speak(taken, cast, signed_in, wati_at_home, settings):
    settings.TURN_URLS, settings.TURN_SECRET = ["turn:bicara.contoh.id"], ""
    with pytest.raises(Refused, match="Lanjutkan dengan menulis"):
        begin(cast.ayu.asker(), taken)
    there = "data-call-post"
    mine = wati_at_home.get("/konseling/ruang/bicara/").content.decode()
    theirs = signed_in(cast.ayu).get(f"/kerja/konseling/{taken.pk}/bicara/").content.decode()
    assert there not in mine + theirs
    assert "pengaturan servernya" not in mine
    assert "Beri tahu pengelola" in theirs
    settings.TURN_SECRET = "rahasia"
    assert there in wati_at_home.get("/konseling/ruang/bicara/").content.decode()


def test_a_call_left_alone_is_over_by_itself(ringing):
    with asking_as(SYSTEM):
        call = seen(ringing)
        call.began_at = clock.now() - timedelta(minutes=2)
        assert call.is_over


@pytest.fixture
def wati_at_home(taken, visitor):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(taken.request_id)
    session.save()
    return visitor


def test_the_panel_offers_to_answer_and_then_the_talk(wati_at_home, ringing):
    page = wati_at_home.get("/konseling/ruang/bicara/").content.decode()
    assert "Ayu mengajak berbicara langsung." in page
    assert "Aman bersuara, jawab" in page
    answered = wati_at_home.post(f"/konseling/ruang/bicara/{ringing.pk}/jawab/").content.decode()
    assert 'data-call-talk data-caller="0"' in answered
    sent = wati_at_home.post(f"/konseling/ruang/bicara/{ringing.pk}/isyarat/", {"kind": "media", "body": "{}"})
    assert sent.status_code == 204
    over = wati_at_home.post(f"/konseling/ruang/bicara/{ringing.pk}/tutup/").content.decode()
    assert "Ajak bicara" in over


def test_the_worker_sees_the_same_panel(taken, cast, signed_in):
    browser = signed_in(cast.ayu)
    panel = browser.get(f"/kerja/konseling/{taken.pk}/bicara/").content.decode()
    assert "Ajak tatap muka" in panel
    asked = browser.post(f"/kerja/konseling/{taken.pk}/bicara/ajak/", {"cara": "video"}).content.decode()
    assert 'data-caller="1"' in asked
    assert "Menunggu dijawab" in asked


def test_a_call_of_another_room_is_not_there(wati_at_home, ringing, cast, signed_in):
    foreign = "00000000-0000-4000-8000-000000000000"
    assert wati_at_home.post(f"/konseling/ruang/bicara/{foreign}/jawab/").status_code == 404
    assert (
        signed_in(cast.budi).post(f"/kerja/konseling/{ringing.room_id}/bicara/{ringing.pk}/tutup/").status_code == 404
    )


def test_a_page_cannot_call_by_being_looked_at(wati_at_home):
    assert wati_at_home.get("/konseling/ruang/bicara/ajak/").status_code == 405


def test_an_anonymous_visitor_hears_nothing_of_a_call(live, wati):
    with asking_as(wati) as by:
        actions.signal(by=by, call=seen(live), kind="offer", body=OFFER)
    with asking_as(PUBLIC) as by:
        assert CallSource().topics(by, str(live.pk)) == frozenset()
        assert CallSource().since(by, str(live.pk), "0") == []
