"""A referral comes from another house: into the queue, once; answered by what a worker does; empty after it ended."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import acting
from rangkul.base.ids import new_id
from rangkul.base.models import Event
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.tell.exchange import jobs
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.peers.envelope import Unopened
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Heard, Incoming
from rangkul.tell.exchange.peers.taking_in import take_in
from rangkul.tell.exchange.tests.conftest import THREAD, accepted, words
from rangkul.tell.exchange.tests.other_house import OtherHouse


@pytest.fixture
def said(came, other, delivered):
    """The kinds that went back, and the newest whole."""

    def heard():
        delivered()
        return other.kinds, other.got[-1] if other.got else {}

    return heard


def refused(raw) -> tuple[int, str]:
    with pytest.raises(Unopened) as error:
        take_in(raw)
    return error.value.status, error.value.code


def test_it_lands_in_the_queue_without_its_words(came, cast, asking):
    with asking(cast.ayu):
        request = Request.objects.select_related("key", "unit").get(pk=came.request_id)
        assert (request.via, request.unit.name, request.state) == ("partner", "Unit Bandung", "new")
        assert "Dinas Sosial Contoh" in request.narrative
        assert "Melati" not in request.narrative
        row = queries.incoming_of(came.pk)
        assert queries.snapshot(row)["items"][0]["value"] == "Melati"


def test_words_that_mean_danger_raise_the_request(peer, waiting, other, cast, asking):
    take_in(other.packed(other.letter("referral", THREAD, **words(asked="Dia bilang mau bunuh diri malam ini."))))
    with asking(cast.ayu):
        assert Request.objects.get().level == "merah"


@pytest.mark.parametrize("name", ["budi", "candra", "adi", "rini"])
def test_who_does_not_see_the_request_sees_nothing(came, cast, asking, name):
    with asking(getattr(cast, name)):
        assert not Incoming.objects.exists()


def test_the_same_letter_again_is_one_request(came, peer, waiting, other, house):
    letter = other.letter("referral", new_id(), **words())
    assert take_in(other.packed(letter)) == take_in(other.packed(letter))
    assert len(house(Incoming)) == 2
    assert len(house(Heard)) == 2


def test_the_same_id_with_other_words_is_refused(came, other):
    letter = other.letter("referral", new_id(), **words())
    take_in(other.packed(letter))
    altered = type(letter)(letter.id, letter.made, letter.expires, {**letter.body, "asked": "Lain"})
    assert refused(other.packed(altered)) == (409, "altered")


def test_what_comes_after_what_came_later_is_refused(came, other):
    early, late = other.letter("answer", THREAD, words="Satu"), other.letter("answer", THREAD, words="Dua")
    take_in(other.packed(late))
    assert refused(other.packed(early)) == (409, "out_of_order")


def test_a_house_that_was_not_compared_yet_is_not_heard(cast, asking, waiting):
    stranger = OtherHouse()
    with asking(cast.adi) as by:
        actions.add_peer(by=by, name="Baru", address="https://baru.example", key=stranger.public.text)
    assert refused(stranger.packed(stranger.letter("referral", THREAD, **words()))) == (401, "unknown_sender")
    with acting(HOUSE):
        event = Event.objects.filter(name="peer_message.refused").latest("id")
    assert event.payload == {"code": "unknown_sender", "status": 401}
    assert event.agency_id == cast.adi.agency_id


def test_a_house_that_was_switched_off_is_not_heard(cast, asking, peer, waiting, other):
    with asking(cast.adi) as by:
        actions.switch(by=by, peer=peer, on=False)
    assert refused(other.packed(other.letter("referral", THREAD, **words()))) == (403, "closed")


@pytest.mark.parametrize(
    "wrong",
    [
        {"items": "x"}, {"items": [1]}, {"items": [{"name": "a" * 2_000}]}, {"valid_to": "besok"}, {"asked": ["x"]},
        {"asked": "x\x00"}, {"answer_by": "2026-01-01T00:00:00"}, {"asked": "x" * 10_001},
    ],
)  # fmt: skip
def test_a_letter_of_another_shape_is_refused_and_leaves_nothing(peer, waiting, other, house, cast, asking, wrong):
    assert refused(other.packed(other.letter("referral", THREAD, **words(**wrong)))) == (400, "unreadable")
    assert not house(Incoming)
    with asking(cast.ayu):
        assert not Request.objects.exists()


def test_a_place_that_nobody_gave_out_is_no_place(peer, waiting, other, cast, asking):
    take_in(other.packed(other.letter("referral", THREAD, **words(region="99.99"))))
    with asking(cast.ayu):
        assert Request.objects.get().region_code == ""


def test_reading_accepting_and_the_outcome_answer_back(came, cast, asking, said):
    with asking(cast.ayu) as by:
        actions.see(by=by, incoming=came)
        actions.see(by=by, incoming=came)
    accepted(cast, asking, came)
    with asking(cast.ayu) as by:
        actions.begin(by=by, incoming=came)
        actions.ask(by=by, incoming=came, words="Bisa datang Senin?")
        actions.finish(by=by, incoming=came, outcome="helped", words="Sudah tinggal di sini.")
    kinds, last = said()
    assert kinds == ["seen", "accepted", "begun", "question", "completed"]
    assert (last["outcome"], last["n"]) == ("helped", 5)


def test_a_decline_answers_with_its_reason_and_empties_it(came, cast, asking, said):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        intake.decline(
            by=by,
            request=request,
            reason="outside_area",
            text="Coba ke Cimahi.",
            note="Sudah pindah.",
            no_conflict=True,
        )
        assert queries.snapshot(queries.incoming_of(came.pk)) == {}
    kinds, last = said()
    assert (kinds, last["why"]) == (["declined"], "area")
    assert "Coba ke Cimahi." in last["words"]


def test_referring_on_says_where_and_empties_it(came, cast, asking, said):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.pass_on(by=by, incoming=came, onward_to=" ")
    with asking(cast.ayu) as by:
        actions.pass_on(by=by, incoming=came, onward_to="Panti Contoh", words="Kami penuh.")
        row = queries.incoming_of(came.pk)
        assert (row.ended_as, queries.snapshot(row)) == ("onward", {})
    kinds, last = said()
    assert (kinds, last["to"], last["words"]) == (["onward"], "Panti Contoh", "Kami penuh.")


def test_the_decision_in_the_queue_says_whom_we_ask_and_then_that_they_help(came, cast, asking, said):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        intake.refer(by=by, request=request, partner="Panti Contoh", text="Kami tanyakan.", no_conflict=True)
        assert queries.snapshot(queries.incoming_of(came.pk)), "we still need it to refer on"
    kinds, last = said()
    assert kinds == ["question"]
    assert "Kami merujuk lagi ke Panti Contoh" in last["words"]
    with asking(cast.ayu) as by:
        intake.confirm_handover(by=by, request=request, text="Mereka yang membantu.")
        assert queries.snapshot(queries.incoming_of(came.pk)) == {}
    kinds, last = said()
    assert (kinds[-1], last["to"]) == ("onward", "Panti Contoh")


def test_a_question_in_the_queue_is_asked_there(came, cast, asking, said):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        intake.ask_information(by=by, request=request, text="Berapa anaknya?")
    kinds, last = said()
    assert kinds == ["question"]
    assert "Berapa anaknya?" in last["words"]


def test_withdrawn_before_anybody_opened_it_is_gone_and_proved(came, other, cast, asking, house):
    letter = other.letter("withdrawn", THREAD, stop_due=(clock.now() + timedelta(hours=72)).isoformat())
    assert other.proved(letter, take_in(other.packed(letter))) == "erased"
    with asking(cast.ayu):
        row = queries.incoming_of(came.pk)
        assert queries.snapshot(row) == {}
        assert (row.key.wrapped, row.waits_for_stop) == (None, False)
        assert Request.objects.get().state == "withdrawn"


def test_withdrawn_after_it_was_read_waits_for_a_person(came, other, cast, asking, said):
    accepted(cast, asking, came)
    with asking(cast.ayu) as by:
        actions.see(by=by, incoming=came)
    letter = other.letter("withdrawn", THREAD, stop_due=(clock.now() + timedelta(hours=72)).isoformat())
    assert other.proved(letter, take_in(other.packed(letter))) == "done"
    with asking(cast.ayu) as by:
        row = queries.incoming_of(came.pk)
        assert queries.snapshot(row) == {}
        assert row.waits_for_stop
        actions.confirm_stop(by=by, incoming=row)
        actions.confirm_stop(by=by, incoming=row)
    assert said()[0] == ["accepted", "seen", "stopped"]


def test_withdrawn_after_it_had_ended_waits_for_a_person_too(came, other, cast, asking, said):
    accepted(cast, asking, came)
    with asking(cast.ayu) as by:
        actions.see(by=by, incoming=came)
        actions.finish(by=by, incoming=came, outcome="helped", words="Sudah tinggal di sini.")
    letter = other.letter("withdrawn", THREAD, stop_due=(clock.now() + timedelta(hours=72)).isoformat())
    for _ in range(2):
        assert other.proved(letter, take_in(other.packed(letter))) == "done"
    with asking(cast.ayu) as by:
        row = queries.incoming_of(came.pk)
        assert (row.ended_as, row.waits_for_stop) == ("completed", True)
        actions.confirm_stop(by=by, incoming=row)
    assert said()[0] == ["accepted", "seen", "completed", "stopped"]


def test_a_withdrawal_of_what_never_arrived_keeps_it_away(peer, waiting, other, house):
    late = other.letter("referral", THREAD, **words())
    gone = other.letter("withdrawn", THREAD)
    assert other.proved(gone, take_in(other.packed(gone))) == "erased"
    assert refused(other.packed(late)) == (409, "out_of_order")
    assert not house(Incoming)


def test_its_last_day_empties_it(came, cast, asking):
    with acting(HOUSE):
        Incoming.objects.update(valid_to=clock.now())
        jobs.end_what_is_over()
    with asking(cast.ayu):
        row = queries.incoming_of(came.pk)
        assert (row.ended_as, queries.snapshot(row)) == ("ended", {})


def test_budi_answers_nothing_of_it(came, cast, asking, said):
    from django.http import Http404

    with asking(cast.budi) as by, pytest.raises(Http404):
        actions.see(by=by, incoming=came)
    assert said()[0] == []


def test_who_does_not_practise_answers_nothing(came, cast, asking):
    from django.core.exceptions import PermissionDenied

    for name in ("adi", "rini", "agus"):
        with asking(getattr(cast, name)) as by, pytest.raises(PermissionDenied):
            actions.confirm_stop(by=by, incoming=came)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_in_whatever_order_and_how_often_they_come_each_is_done_once(peer, waiting, house, order, other):
    """Four answers, sent again and mixed up: what is taken in goes upward, and nothing twice."""
    thread = new_id()
    take_in(other.packed(other.letter("referral", thread, **words())))
    letters = [other.letter("answer", thread, words=f"Jawaban {n}") for n in range(4)]
    done, newest = [], -1
    for at in order:
        raw = other.packed(letters[at])
        if at > newest:
            take_in(raw)
            done, newest = [*done, at], at
        elif at in done:
            assert other.proved(letters[at], take_in(raw)) == "done"
        else:
            assert refused(raw) == (409, "out_of_order")
    heard = [one.n - letters[0].body["n"] for one in house(Heard, thread=thread)][1:]
    assert heard == done
    (row,) = house(Incoming, thread=thread)
    with acting(HOUSE):
        assert [one.words for one in queries.said_of(row)] == [f"Jawaban {at}" for at in done]
