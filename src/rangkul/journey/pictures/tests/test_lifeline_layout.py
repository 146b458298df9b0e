"""The timeline keeps the order of time, covers no words, and is the same each time; from one day to a whole life."""

from datetime import date, timedelta
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkul.journey.pictures.lifeline.describing import moment_words, sentences, several_words
from rangkul.journey.pictures.lifeline.drawing import draw, tick_words
from rangkul.journey.pictures.lifeline.placing import AXIS, place, text_width
from rangkul.journey.pictures.lifeline.scale import PAPER, SCREEN, scale_of
from rangkul.journey.pictures.lifeline.values import COUNTED, Moment, Road
from rangkul.journey.pictures.states import Exactness, Lane

OPENED, TODAY = date(2026, 3, 2), date(2026, 11, 26)
FIRST = date(1901, 1, 1)


@st.composite
def moments(draw) -> Moment:
    lane = draw(st.sampled_from(Lane))
    before = lane == Lane.LIFE
    start = draw(st.dates(FIRST if before else OPENED, TODAY + timedelta(days=60)))
    exact = draw(st.sampled_from(Exactness)) if before else Exactness.DAY
    if exact != Exactness.DAY:
        start = start.replace(day=1, month=start.month if exact == Exactness.MONTH else 1)
    until = draw(st.none() | st.dates(start, start + timedelta(days=200))) if lane == Lane.STAGE else None
    label = draw(st.text("abcdefgh ", min_size=1, max_size=90).filter(str.strip))
    return Moment(
        lane, str(draw(st.uuids())), start, label, label, until=until, exact=exact,
        lasting=lane == Lane.RISK, tone=draw(st.sampled_from(["", "planned", "merah"])),
    )  # fmt: skip


@st.composite
def roads(draw) -> Road:
    opened = draw(st.dates(date(2015, 1, 1), TODAY))
    ended = draw(st.none() | st.dates(opened, TODAY))
    some = draw(st.lists(moments(), max_size=40, unique_by=lambda one: one.id))
    return Road(opened, TODAY, tuple(some), ended)


ROOMS = st.sampled_from([SCREEN, PAPER])


def apart(one, other) -> bool:
    left, top, right, bottom = one
    other_left, other_top, other_right, other_bottom = other
    return right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top


@settings(deadline=None)
@given(roads(), ROOMS)
def test_no_mark_and_no_words_cover_others(road, room):
    boxes = [spot.box for spot in place(road, room).spots]
    assert all(apart(one, other) for one, other in combinations(boxes, 2))


@settings(deadline=None)
@given(roads(), ROOMS)
def test_what_was_earlier_stands_further_left(road, room):
    for strip in place(road, room).strips:
        lefts = [(spot.moments[0].first, spot.left) for spot in strip.spots]
        assert all(one[1] <= other[1] for one, other in pairwise(sorted(lefts)))


@settings(deadline=None)
@given(roads(), ROOMS)
def test_everything_is_shown_once_and_inside_the_picture(road, room):
    placed = place(road, room)
    shown = [moment.id for spot in placed.spots for moment in spot.moments]
    assert sorted(shown) == sorted(moment.id for moment in road.moments)
    for left, top, right, bottom in (spot.box for spot in placed.spots):
        assert left >= 0
        assert top >= AXIS
        assert right <= placed.width
        assert bottom <= placed.height - AXIS


@settings(deadline=None)
@given(roads(), ROOMS)
def test_the_same_records_give_the_same_picture_in_whatever_order_they_come(road, room):
    turned = Road(road.begins, road.today, road.moments[::-1], road.ended)
    assert draw(place(road, room), "x", "y") == draw(place(turned, room), "x", "y")


@settings(deadline=None)
@given(roads(), ROOMS)
def test_the_words_of_the_axis_do_not_touch(road, room):
    placed = place(road, room)
    ends = [(tick.x + 3.0, tick.x + 3.0 + 6.2 * len(tick_words(tick, some))) for some in placed.ticks for tick in some]
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    assert all(end <= placed.width for _start, end in ends)


@given(st.integers(0, 40_000), st.integers(0, 3_000))
def test_there_is_an_axis_from_one_day_to_a_century(before, long):
    opened = TODAY - timedelta(days=long)
    told = Moment(Lane.LIFE, "1", opened - timedelta(days=before), "a", "a")
    placed = place(Road(opened, TODAY, (told,)))
    assert all(2 <= len(some) <= 45 for some in placed.ticks)


def life(year: int, exact: str = Exactness.YEAR, words: str = "menikah") -> Moment:
    return Moment(Lane.LIFE, str(year), date(year, 1, 1), words, words, exact=exact)


def test_years_before_a_short_case_get_a_scale_of_their_own():
    road = Road(TODAY - timedelta(days=20), TODAY, (life(1985), life(2012)))
    scale = scale_of(road)
    assert scale.break_at is not None
    years, days = (stretch.per_day for stretch in scale.stretches)
    assert days > 50 * years


def test_without_anything_before_there_is_one_scale():
    assert scale_of(Road(OPENED, TODAY)).break_at is None
    near = Moment(Lane.LIFE, "1", OPENED - timedelta(days=20), "a", "a")
    assert scale_of(Road(OPENED, TODAY, (near,))).break_at is None


def test_today_is_marked_while_the_case_runs_and_not_long_after_it_has_ended():
    assert place(Road(OPENED, TODAY)).today is not None
    assert place(Road(date(2020, 1, 1), TODAY, ended=date(2020, 6, 1))).today is None


def test_what_is_planned_stands_behind_today():
    soon = Moment(Lane.PLAN, "1", TODAY + timedelta(days=30), "Tinjauan", "Tinjauan", tone="planned")
    placed = place(Road(OPENED, TODAY, (soon,)))
    assert placed.today < placed.spots[0].left


def test_contacts_that_would_touch_are_counted_and_can_be_found_by_each_of_them():
    some = [Moment(Lane.CONTACT, str(n), OPENED + timedelta(days=n // 3), "Telepon", "Telepon") for n in range(9)]
    placed = place(Road(OPENED, TODAY, tuple(some)))
    (spot,) = placed.spots
    assert len(spot.moments) == 9
    assert placed.spot_of("5") is spot
    assert "9 kali" in several_words(spot.moments)


@pytest.mark.parametrize("lane", [lane for lane in Lane if lane not in COUNTED])
def test_a_long_label_takes_two_lines_and_ends_in_dots(lane):
    told = Moment(lane, "1", OPENED, "kata " * 40, "x")
    (spot,) = place(Road(OPENED, TODAY, (told,))).spots
    assert len(spot.lines) == 2
    assert spot.lines[1].endswith("…")
    assert text_width(spot.lines[0]) < 200


@pytest.mark.parametrize(
    ("exact", "words"),
    [("day", "3 Mei 2012"), ("month", "Mei 2012"), ("year", "2012"), ("about", "Kira-kira 2012")],
)
def test_a_day_is_told_as_exactly_as_it_is_known(exact, words):
    moment = Moment(Lane.LIFE, "1", date(2012, 5, 3), "menikah", "menikah", exact=exact, told="Klien, 3 Mei 2026")
    assert moment_words(moment) == f"{words}: menikah. Sumber: Klien, 3 Mei 2026."


def test_what_is_known_by_the_year_alone_reaches_through_that_year():
    told = life(2012)
    assert (told.first, told.last) == (date(2012, 1, 1), date(2012, 12, 31))
    guessed = life(2012, Exactness.ABOUT)
    assert (guessed.first, guessed.last) == (date(2010, 1, 1), date(2014, 12, 31))
    assert Moment(Lane.LIFE, "1", date(2012, 12, 1), "", "", exact=Exactness.MONTH).last == date(2012, 12, 31)


@settings(deadline=None)
@given(roads())
def test_the_drawing_is_well_formed_and_says_every_moment_aloud(road):
    drawing = ElementTree.fromstring(draw(place(road), "Judul", "Uraian", lambda one: f"?saat={one}"))
    links = list(drawing.iter("a"))
    assert len(links) == len(place(road).spots)
    assert all(one.get("aria-label") for one in links)
    known = {one.get("data-rangkul-member") for one in links}
    ways = {one.get(f"data-{way}") for one in links for way in ("left", "right", "up", "down")} - {None}
    assert ways <= known


def test_the_words_name_the_frame_and_every_life_event():
    said = " ".join(sentences(Road(OPENED, TODAY, (life(1985, words="ibu meninggal"), life(2012)))))
    assert "Kasus dibuka 2 Maret 2026" in said
    assert said.index("ibu meninggal") < said.index("menikah")
