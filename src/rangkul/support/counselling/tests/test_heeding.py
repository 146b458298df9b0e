"""Signs of danger that a client writes in a room raise it at once, and nothing else."""

from datetime import timedelta

import pytest

from rangkul.base.asking import asking_as, job
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Escalation, LevelChange, Request, Ruling
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.support.counselling import queries
from rangkul.support.counselling.actions.heeding import redden
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.tests.conftest import begun, fresh

SYSTEM = job("uji")
GRAVE = "udh ga kuat, pengen mati aja"


def levels(room):
    with asking_as(SYSTEM):
        return Request.objects.get(pk=room.request_id).level, Room.objects.get(pk=room.pk).red


def shown(room, by):
    with asking_as(by):
        return queries.said(queries.newest(fresh(room)), by, room.pk)


def test_words_of_dying_make_request_and_room_red_and_tell_the_supervisor(taken, talk, cast):
    talk.wati(GRAVE)
    assert levels(taken) == ("merah", True)
    with asking_as(SYSTEM):
        assert cast.sari.pk in Escalation.objects.values_list("told_id", flat=True)


def test_the_worker_sees_which_words_and_the_client_does_not(taken, talk, wati, cast):
    talk.wati(GRAVE)
    assert any("mati" in sign for sign in shown(taken, cast.ayu.asker())[-1].signs)
    assert shown(taken, wati)[-1].signs == ()


def test_the_reason_that_is_kept_holds_no_word_of_the_client(taken, talk):
    talk.wati(GRAVE)
    with asking_as(SYSTEM):
        change = LevelChange.objects.select_related("key").get(request=taken.request_id)
        assert "pengen" not in change.reason


@pytest.mark.parametrize("words", ["Tadi mati lampu, jadi baru bisa menulis.", "Saya sudah tenang, terima kasih."])
def test_what_only_sounds_like_danger_changes_nothing(taken, talk, words):
    before = levels(taken)
    talk.wati(words)
    assert levels(taken) == before


def test_what_a_worker_writes_raises_nothing(taken, talk):
    before = levels(taken)
    talk.ayu("Apakah Anda ingin mati?")
    assert levels(taken) == before


def test_only_a_person_lowers_and_the_room_follows(taken, talk, cast):
    talk.wati(GRAVE)
    with asking_as(cast.sari.asker()) as by:
        request = Request.objects.get(pk=taken.request_id)
        intake.change_level(by=by, request=request, level="oranye", reason="Sudah dibicarakan, ia bersama kakaknya.")
    assert levels(taken) == ("oranye", False)


def test_a_red_letter_is_answered_within_minutes(taken):
    with asking_as(SYSTEM):
        room = fresh(taken)
        before = room.answer_due
        redden(room)
        assert before is None or room.answer_due <= before
        assert room.red


def test_the_rule_its_version_and_its_facts_are_kept_for_the_replay(taken, talk):
    talk.wati(GRAVE)
    with asking_as(SYSTEM):
        newest = Ruling.objects.filter(request=taken.request_id, rule="triage").order_by("-made_at").first()
        assert newest.decision.value["level"] == "merah"
        assert ["self_harm", "merah"] in [one[:2] for one in newest.decision.facts["signals"]]
        assert "pengen" not in str(newest.decided)


def test_what_a_person_lowered_stays_there_while_nothing_new_is_said(taken, talk, cast):
    talk.wati(GRAVE)
    with asking_as(cast.sari.asker()) as by:
        request = Request.objects.get(pk=taken.request_id)
        intake.change_level(by=by, request=request, level="oranye", reason="Sudah dibicarakan, ia bersama kakaknya.")
    talk.wati("Terima kasih, saya sudah makan.")
    assert levels(taken) == ("oranye", False)
    talk.wati(GRAVE)
    assert levels(taken) == ("merah", True)


def test_the_first_words_of_a_later_conversation_are_heard_too(request_):
    room = begun(request_, first_words=GRAVE)
    assert levels(room) == ("merah", True)


def test_a_message_by_ticket_goes_through_the_same_verb(taken, wati):
    with asking_as(wati) as by:
        intake.answer_by_asker(by=by, request=Request.objects.get(pk=taken.request_id), text=GRAVE)
    assert levels(taken) == ("merah", True)


def test_who_writes_of_dying_stands_first_among_those_who_wait(room, talk, cast):
    longer = begun(handed_in())
    talk.wati(GRAVE)
    with asking_as(SYSTEM):
        Room.objects.filter(pk=longer.pk).update(began_at=room.began_at - timedelta(hours=1))
    with asking_as(cast.ayu.asker()) as by:
        assert [one.pk for one in queries.waiting(by)] == [room.pk, longer.pk]
