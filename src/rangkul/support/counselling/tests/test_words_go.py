"""Words stay only with the client's consent: else they go with their key, when their days are over."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.base.models import DataKey
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.crisis.models import NextContact
from rangkul.support.counselling import actions, jobs, keeping, queries
from rangkul.support.counselling.models import Draft, Message, Room, Summary
from rangkul.support.counselling.tests.conftest import CAME, fresh

ERASE = job("counselling.erase")


@pytest.fixture
def ended(taken, talk, cast, asking):
    talk.wati("Suami saya bernama Bambang")
    with asking(cast.ayu) as by:
        return actions.end(by=by, room=fresh(taken), came=CAME)


def pass_days(room):
    with asking_as(ERASE):
        Room.objects.filter(pk=room.pk).update(erase_at=clock.now() - timedelta(minutes=1))
        jobs.erase_words()


def test_after_their_days_the_words_and_their_key_are_gone(ended, cast, asking):
    pass_days(ended)
    with asking(cast.ayu):
        room = fresh(ended)
        assert (room.state, room.place) == ("erased", "(dihapus atas hak orang yang bersangkutan)")
        assert not Message.objects.exists()
        assert not Draft.objects.exists()
        assert DataKey.objects.get(pk=room.key_id).wrapped is None
        assert Summary.objects.select_related("key").get().text == CAME.text


def test_before_their_days_nothing_goes(ended, cast, asking):
    with asking_as(ERASE):
        jobs.erase_words()
    with asking(cast.ayu):
        assert fresh(ended).state == "ended"
        assert Message.objects.exists()


def test_what_the_client_wants_kept_is_kept(ended, wati, cast, asking):
    with asking(wati) as by:
        actions.choose_transcript(by=by, room=fresh(ended), in_file=True)
    with asking_as(ERASE):
        assert fresh(ended).erase_at is None
        jobs.erase_words()
    with asking(cast.ayu):
        assert Message.objects.exists()


def test_a_mind_that_changes_has_a_day_left(ended, wati, asking):
    with asking_as(ERASE):
        Room.objects.filter(pk=ended.pk).update(ended_at=clock.now() - timedelta(days=90))
    with asking(wati) as by:
        actions.choose_transcript(by=by, room=fresh(ended), in_file=True)
        again = actions.choose_transcript(by=by, room=fresh(ended), in_file=False)
        assert again.erase_at > clock.now() + timedelta(hours=23)


def test_nobody_but_the_client_decides_that(ended, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.choose_transcript(by=by, room=fresh(ended), in_file=True)


def test_no_other_job_removes_a_word(ended):
    with asking_as(job("apa saja")):
        Message.objects.filter(room=ended)._raw_delete("default")
    with asking_as(ERASE):
        assert Message.objects.filter(room=ended).exists()


def test_the_copy_holds_what_both_said_and_nothing_of_the_aside(taken, talk, cast, wati, asking):
    talk.wati("Saya takut")
    talk.ayu("Saya di sini")
    talk.aside(cast.ayu, "Dia menyebut pisau")
    withdrawn = talk.wati("Ini keliru")
    with asking(wati) as by:
        actions.withdraw_message(by=by, message=Message.objects.select_related("room__key").get(pk=withdrawn.pk))
    with asking(cast.ayu):
        (section,) = keeping.copy_of_rooms(Whose((), taken.request_id))
    words = str(section.rows)
    assert "Saya takut" in words
    assert "Saya di sini" in words
    assert "pisau" not in words
    assert "keliru" not in words


def test_while_they_talk_nothing_is_erased(taken):
    with asking_as(job("trust.erase")):
        assert list(keeping.open_room_of_request(taken.request_id))


def silent_for(days, room):
    """The clock comes by so many days later."""
    with clock.pretending(clock.now() + timedelta(days=days)), asking_as(ERASE):
        jobs.erase_words()
        return fresh(room)


def test_a_room_that_nobody_ends_ends_by_itself_and_its_words_go_then(taken, talk, cast):
    talk.wati("Nanti saya tulis lagi.")
    assert silent_for(29, taken).state == "open"
    ended = silent_for(31, taken)
    assert (ended.state, ended.ending, ended.ended_by_id, ended.noted) == ("ended", "no_word", None, False)
    assert silent_for(62, taken).state == "erased"


def test_an_agency_that_keeps_words_longer_waits_as_long(taken, cast, asking):
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=60, letter_hours=24)
    assert silent_for(50, taken).state == "open"
    assert silent_for(61, taken).state == "ended"


def test_whoever_writes_begins_the_days_anew(taken, talk):
    with clock.pretending(clock.now() + timedelta(days=20)):
        talk.wati("Saya masih di sini.")
    assert silent_for(35, taken).state == "open"


def test_one_that_nobody_took_has_nothing_to_note(room):
    assert silent_for(31, room).noted


def test_a_red_one_ends_with_somebody_who_looks_after_the_person(taken, cast):
    with asking_as(ERASE):
        Room.objects.update(red=True)
    assert silent_for(31, taken).state == "ended"
    with asking_as(ERASE):
        assert NextContact.objects.get().told_id == cast.sari.pk


def test_the_ticket_page_says_the_day_before(taken, wati, client):
    session = client.session
    session[TICKET_SESSION_KEY] = str(wati.ticket_id)
    session.save()
    with asking_as(ERASE):
        day = clock.local(queries.ends_by_itself(fresh(taken)), taken.region_code)
    page = client.get("/tiket/permintaan/", follow=True).content.decode()
    assert "ruang ini ditutup sendiri" in page
    assert f"{day:%H.%M}" in page
