"""A conversation that waits reaches whoever is on duty, and a late one its owner and whoever it rose to."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.commons.people.tests.telling import DAY, NIGHT, all_wish_it, told
from rangkul.support.counselling import actions
from rangkul.support.counselling.tests.conftest import begun, fresh
from rangkul.support.counselling.tests.test_late import make_late, tick

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _all_wish_it(cast, settings):
    all_wish_it(cast, settings)


def test_whoever_waits_at_night_is_told_to_those_on_duty_and_then_to_whom_it_rose(room, cast):
    told(NIGHT, cast.ayu)
    tick()
    told(NIGHT + timedelta(minutes=1))
    make_late(room)
    tick()
    told(NIGHT + timedelta(minutes=2), cast.sari)


def test_nobody_who_is_away_is_told_nor_anybody_once_the_room_is_taken(room, cast, asking):
    with asking(cast.ayu) as by:
        actions.set_desk(by=by, away_until=clock.now() + timedelta(hours=1), most=3)
    told(clock.now())
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(room))
        actions.set_desk(by=by, away_until=None, most=3)
    told(clock.now())


def test_a_late_letter_waits_for_the_day(request_, cast):
    letter = begun(request_, kind="letter")
    make_late(letter, minutes=60 * 24 * 3)
    tick()
    told(NIGHT)
    told(DAY, cast.ayu, cast.sari)
