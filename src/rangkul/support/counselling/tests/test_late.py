"""Who waits too long is heard by somebody above; what was promised has a day; an account in use is not closed."""

from datetime import datetime, time, timedelta

import pytest

from rangkul.base import clock, days
from rangkul.base.asking import asking_as, job
from rangkul.commons.people import hooks as people
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import jobs
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import risen_between
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import Came
from rangkul.support.counselling.models import Room, Summary
from rangkul.support.counselling.states import rooms_in_words
from rangkul.support.counselling.tests.conftest import begun, fresh
from rangkul.support.counselling.tests.test_heeding import GRAVE

CLOCK = job("cases.clock")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def told():
    with asking_as(CLOCK):
        rows = Escalation.objects.filter(settled_at=None).order_by("step")
        return [(row.kind, row.told_id) for row in rows]


def make_late(room, minutes=1):
    with asking_as(CLOCK):
        Room.objects.filter(pk=room.pk).update(answer_due=clock.now() - timedelta(minutes=minutes))


def test_in_time_nobody_is_told(room):
    tick()
    assert told() == []


def test_who_waits_too_long_is_heard_by_the_supervisor_then_the_head(room, cast):
    make_late(room)
    tick()
    tick()
    assert told() == [("room_live", cast.sari.pk)]
    with asking_as(CLOCK):
        Escalation.objects.filter(next_at__isnull=False).update(next_at=clock.now() - timedelta(seconds=1))
    tick()
    assert told() == [("room_live", cast.sari.pk), ("room_live", cast.rini.pk)]


def test_an_answer_ends_the_climb_in_the_same_moment(taken, talk, wati):
    talk.wati("Masih di sana?")
    make_late(taken)
    tick()
    assert len(told()) == 1
    talk.ayu("Ya.")
    assert told() == []


def test_the_supervisor_finds_it_on_the_page_and_takes_it_in_hand(room, cast, asking, signed_in):
    make_late(room)
    tick()
    page = signed_in(cast.sari).get("/kerja/konseling/").content.decode()
    assert "Klien menunggu jawaban di ruang konseling" in page
    with asking(cast.sari) as by:
        row = risen_between(by, queries.LATE)[0]
        acknowledge_between(by=by, escalation=row)
        assert risen_between(by, queries.LATE) == []


def test_a_letter_has_the_hours_that_the_agency_promised(request_, cast, asking):
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=30, letter_hours=48)
    letter = begun(request_, kind="letter")
    left = letter.answer_due - clock.now()
    assert timedelta(hours=47) < left <= timedelta(hours=48)


def test_a_red_letter_climbs_at_the_pace_of_red(request_, cast):
    letter = begun(request_, kind="letter", first_words=GRAVE)
    make_late(letter)
    tick()
    with asking_as(CLOCK), clock.pretending(clock.now() + timedelta(minutes=16)):
        jobs.move_clocks()
    assert told() == [("room_live", cast.sari.pk), ("room_live", cast.rini.pk)]


def test_a_late_letter_that_turns_red_is_late_anew_at_that_pace(request_, cast):
    letter = begun(request_, kind="letter")
    make_late(letter)
    tick()
    assert told() == [("room_letter", cast.sari.pk)]
    with asking_as(CLOCK):
        intake.raise_level(by=CLOCK, request=Request.objects.get(), level="merah", reason="Menulis tentang kematian")
        Escalation.objects.filter(next_at__isnull=False).update(next_at=clock.now() - timedelta(seconds=1))
    tick()
    assert told() == [("room_live", cast.sari.pk)]


def test_a_letter_of_a_request_that_turns_red_is_answered_within_minutes(request_):
    letter = begun(request_, kind="letter")
    with asking_as(CLOCK):
        intake.raise_level(by=CLOCK, request=Request.objects.get(), level="merah", reason="Menulis tentang kematian")
    assert fresh_due(letter) <= clock.now() + timedelta(minutes=15)


def fresh_due(room):
    with asking_as(CLOCK):
        return fresh(room).answer_due


def test_what_came_of_a_talk_that_the_client_ended_is_asked_for_after_a_day(taken, wati, cast, asking):
    with asking(wati) as by:
        actions.end_by_client(by=by, room=fresh(taken))
    tick()
    assert told() == []
    with asking_as(CLOCK):
        Room.objects.update(ended_at=clock.now() - timedelta(hours=25))
    tick()
    assert told() == [("room_note", cast.sari.pk)]


def test_a_promised_contact_that_did_not_come_is_told_and_one_that_came_is_not(taken, cast, asking):
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=Came(text="Tenang", next_on=days.today()))
    with asking_as(CLOCK):
        assert Summary.objects.get().next_on == days.today()
    tick()
    assert told() == []
    with asking_as(job("x")), clock.pretending(clock.now() + timedelta(days=2)):
        found = [one.kind for one in queries.LATE["room_next"][0](clock.now(), lambda rows, _due=None: rows)]
        assert found == ["room_next"]
    with asking(cast.ayu) as by:
        actions.finish_next(by=by, room=fresh(taken))
    with asking_as(job("x")), clock.pretending(clock.now() + timedelta(days=2)):
        assert not list(queries.LATE["room_next"][0](clock.now(), lambda rows, _due=None: rows))


def test_the_day_of_a_promise_ends_where_the_client_lives(taken, cast, asking):
    """At 23.00 in Jakarta it is one in the morning in Jayapura."""
    with asking_as(CLOCK):
        Room.objects.update(region_code="91.71.01.1001")
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=Came(text="Tenang", next_on=days.today("91")))
    with asking_as(CLOCK):
        promised = Summary.objects.get().next_on
    late = datetime.combine(promised, time(23, 0), clock.WIB)
    for at, found in ((late - timedelta(hours=2), 0), (late, 1)):
        with asking_as(CLOCK), clock.pretending(at):
            assert len(list(queries.LATE["room_next"][0](clock.now(), lambda rows, _due=None: rows))) == found


@pytest.mark.parametrize(("who", "number"), [("ayu", 1), ("sari", 0)])
def test_an_account_that_holds_a_conversation_is_not_closed(room, cast, who, number):
    (holding,) = [one for one in people.holdings if one.words is rooms_in_words]
    with asking_as(people.LEAVING):
        assert holding.count(getattr(cast, who)) == number
    assert "percakapan" in holding.words(1)
