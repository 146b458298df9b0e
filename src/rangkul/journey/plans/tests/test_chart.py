"""The chart of levels: points at their places, two people's eyes apart, and nothing drawn from nothing."""

from datetime import date
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from rangkul.journey.plans.chart import BOTTOM, HEIGHT, LEFT, NARROW, RIGHT, TOP, WIDE, WIDTH, Seen, draw

JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 2)


def test_the_highest_level_stands_on_top_and_the_lowest_at_the_bottom():
    chart = draw([Seen(JANUARY, -2, None), Seen(MARCH, 2, None)])
    assert [dot.y for dot in chart.client] == [HEIGHT - BOTTOM, TOP]


def test_days_are_spread_by_time_not_by_number():
    chart = draw([Seen(JANUARY, -1, -1), Seen(FEBRUARY, 0, 0), Seen(MARCH, 1, 1)])
    assert [dot.x for dot in chart.worker] == [LEFT, (LEFT + WIDTH - RIGHT) / 2, WIDTH - RIGHT]


def test_reviews_are_put_in_the_order_of_their_days():
    chart = draw([Seen(MARCH, 1, None), Seen(JANUARY, -1, None)])
    assert [dot.level for dot in chart.client] == [-1, 1]


def test_a_view_that_was_not_given_leaves_no_point():
    chart = draw([Seen(JANUARY, -1, -1), Seen(MARCH, None, 1)])
    assert len(chart.client) == 1
    assert len(chart.worker) == 2
    assert len(chart.rows) == 2


def test_one_moment_stands_in_the_middle():
    chart = draw([Seen(JANUARY, 0, None)])
    assert chart.client[0].x == (LEFT + WIDTH - RIGHT) / 2
    assert chart.client_line == f"{chart.client[0].x},{chart.client[0].y}"


def test_nothing_known_draws_nothing():
    assert draw([]) is None
    assert draw([Seen(JANUARY, None, None)]) is None


def test_many_days_name_only_the_first_and_the_last():
    chart = draw([Seen(date(2026, month, 1), 0, 0) for month in range(1, 9)])
    assert [day for day, _ in chart.days] == [date(2026, 1, 1), date(2026, 8, 1)]


def test_days_that_stand_close_are_not_named_all():
    chart = draw([Seen(on, 0, 0) for on in (JANUARY, date(2026, 2, 20), MARCH)])
    assert [day for day, _ in chart.days] == [JANUARY, MARCH]
    assert not chart.more_days
    chart = draw([Seen(on, 0, 0) for on in (JANUARY, date(2026, 1, 18), MARCH)])
    assert [day for day, _ in chart.more_days] == [date(2026, 1, 18)], "a wide page has room for it"


def ends(days, room):
    """From where to where the words of each day reach: the first begins at its place, the last ends there."""
    first, *between, last = [x for _day, x in days]
    return [(first, first + room), *((x - room / 2, x + room / 2) for x in between), (last - room, last)]


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 1, 1)), min_size=2, max_size=8, unique=True))
@example([date(2020, 6, 1), date(2022, 4, 1), date(2023, 1, 1), date(2025, 4, 1)])
def test_the_words_of_two_days_never_touch(days):
    chart = draw([Seen(on, 0, 0) for on in days])
    for named, room in ((chart.days, NARROW), (sorted([*chart.days, *chart.more_days]), WIDE)):
        assert all(one[1] <= other[0] for one, other in pairwise(ends(named, room)))
