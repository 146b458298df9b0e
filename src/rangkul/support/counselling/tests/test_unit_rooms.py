"""A supervisor sees which conversations of the unit go on and for how long nobody wrote; never what was said."""

from datetime import timedelta

import pytest
import time_machine

from rangkul.base import clock
from rangkul.base.asking import asking_as
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.tests.conftest import begun, fresh
from rangkul.support.counselling.tests.test_heeding import GRAVE

HOME, LISTS = "/kerja/konseling/", "/kerja/konseling/daftar/"


def listed(staff):
    with asking_as(staff.asker()) as by:
        return queries.open_in_unit(by)


def test_red_first_then_who_waits_then_the_longest_silent(taken, talk, cast, signed_in, django_assert_num_queries):
    with asking_as(cast.dimas.asker()) as by:
        others = [
            actions.take(by=by, room=fresh(begun(handed_in(HUNGRY), called_name=name))) for name in ("Tuti", "Uli")
        ]
    with time_machine.travel(clock.now() + timedelta(minutes=5), tick=False) as then:
        with asking_as(cast.dimas.asker()) as by:
            actions.send_message(by=by, room=fresh(others[1]), text="Sebentar.")
        then.shift(timedelta(minutes=4))
        talk.ayu("Isi percakapan ini rahasia.")
        assert [one.called_name for one in listed(cast.sari)] == ["Tuti", "Uli", "Wati"]
        talk.wati(GRAVE)
        rooms = listed(cast.sari)
        assert [one.called_name for one in rooms] == ["Wati", "Tuti", "Uli"]
        page = signed_in(cast.sari).get(LISTS).text
        assert "Ayu dengan Wati" in page
        assert "Isi percakapan ini rahasia" not in page
        assert "data-rangkul-live-minutes" in page
        with asking_as(cast.sari.asker()) as by, django_assert_num_queries(1):
            queries.open_in_unit(by)


def test_one_that_waits_that_ended_or_where_one_sits_is_not_there(room, cast, taken, asking):
    with asking(cast.ayu) as by:
        actions.call_in(by=by, room=fresh(taken), staff=cast.sari)
    assert listed(cast.sari) == []


@pytest.mark.parametrize("name", ["ayu", "dimas", "budi", "rini", "candra"])
def test_nobody_else_has_such_a_list(taken, cast, signed_in, name):
    staff = getattr(cast, name)
    assert listed(staff) == []
    assert "Berlangsung di unit" not in signed_in(staff).get(HOME).text


def test_a_supervisor_of_another_unit_sees_none_of_it(taken, cast):
    assert taken.pk not in {one.pk for one in listed(cast.dewi)}
