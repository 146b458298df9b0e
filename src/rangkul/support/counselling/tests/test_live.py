"""What the stream tells of a room: exactly what is behind the cursor, to who sits there, in each lane."""

import pytest

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.support.counselling import actions
from rangkul.support.counselling.live import RoomSource, read_cursor
from rangkul.support.counselling.tests.conftest import fresh

SOURCE = RoomSource()


def told(by, room, cursor=""):
    with asking_as(by):
        return [(one.cursor, one.data["lane"], one.data["text"]) for one in SOURCE.since(by, str(room.pk), cursor)]


def test_only_what_is_behind_the_cursor_is_told(taken, talk, wati):
    talk.wati("Satu")
    talk.ayu("Dua")
    assert [text for _cursor, _lane, text in told(wati, taken, "2-0")] == ["Satu", "Dua"]
    assert [text for _cursor, _lane, text in told(wati, taken, "3-0")] == ["Dua"]
    assert told(wati, taken, "4-0") == []


def test_each_lane_goes_on_where_it_was(taken, talk, cast):
    talk.wati("Satu")
    talk.aside(cast.ayu, "Beda")
    ayu = cast.ayu.asker()
    assert told(ayu, taken, "2-0") == [("3-0", "room", "Satu"), ("3-1", "aside", "Beda")]
    assert told(ayu, taken, "3-0") == [("3-1", "aside", "Beda")]
    assert told(ayu, taken, "3-1") == []


def test_the_client_hears_of_the_first_lane_alone_and_their_place_says_nothing_of_the_other(taken, talk, wati, cast):
    talk.aside(cast.ayu, "Beda")
    talk.wati("Satu")
    assert told(wati, taken, "2-0") == [("3-0", "room", "Satu")]
    with asking_as(wati):
        assert SOURCE.topics(wati, str(taken.pk)) == {str(taken.pk)}


@pytest.mark.parametrize(("name", "hears"), [("ayu", True), ("sari", True), ("dimas", False), ("budi", False)])
def test_who_may_listen(taken, cast, name, hears):
    by = getattr(cast, name).asker()
    with asking_as(by):
        assert bool(SOURCE.topics(by, str(taken.pk))) is hears


def test_while_it_waits_nobody_of_the_unit_has_an_ear_in_it(room, cast):
    with asking_as(cast.dimas.asker()) as by:
        assert SOURCE.topics(by, str(room.pk)) == frozenset()


def test_another_ticket_and_the_public_have_none(taken):
    for by in (PUBLIC, holder(handed_in())):
        with asking_as(by):
            assert SOURCE.topics(by, str(taken.pk)) == frozenset()
            assert SOURCE.since(by, str(taken.pk), "") == []


def test_whoever_has_left_hears_nothing_more(taken, talk, cast, asking):
    with asking(cast.ayu) as by:
        actions.hand_over(by=by, room=fresh(taken), staff=cast.candra)
    assert told(cast.ayu.asker(), taken) == []


@pytest.mark.parametrize("wanted", ["", "x", "../", "0" * 32])
def test_a_room_that_is_none_is_not_there(wati, wanted):
    with asking_as(wati):
        assert SOURCE.topics(wati, wanted) == frozenset()
        assert SOURCE.since(wati, wanted, "") == []


@pytest.mark.parametrize(
    ("said", "place"),
    [("", (0, 0)), ("12", (12, 0)), ("12-3", (12, 3)), ("-", (0, 0)), ("1-2-3", (0, 0)), ("9" * 20, (0, 0))],
)
def test_cursors(said, place):
    assert read_cursor(said) == place
