"""Which lines are offered: by day, by night, on holidays, whatever is chosen."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rangkul.base.clock import WIB
from rangkul.entry.crisis.hotlines import ranking, reference, topics
from rangkul.entry.crisis.hotlines.ranking import Line

DAY = datetime(2026, 11, 23, 10, tzinfo=WIB)
NIGHT = datetime(2026, 11, 23, 2, tzinfo=WIB)
SUNDAY = datetime(2026, 11, 22, 10, tzinfo=WIB)
HOLIDAY = datetime(2026, 12, 25, 10, tzinfo=WIB)
SHARED = ("key", "number", "hours", "status", "verified_on", "dial", "whatsapp", "website")


def shipped():
    return [
        Line(
            **{name: row[name] for name in SHARED},
            name=row["name_id"],
            topics=frozenset(row["topics"]),
            regional=not row["national"],
        )
        for row in reference.rows()
    ]


LINES = shipped()


def offers(at=DAY, **more):
    return ranking.offers(LINES, at=at, zone=WIB, **more)


def keys(found):
    return [offer.line.key for offer in found]


def test_for_suicide_at_night_a_line_that_answers_comes_first_and_the_closed_one_last():
    found = offers(NIGHT, topics=["suicide", "mental_health"])
    assert keys(found)[0] == "dpatens24"
    assert keys(found)[-1] == "sejiwa119x8"
    assert found[-1].opens_at == datetime(2026, 11, 23, 8, tzinfo=WIB)


@pytest.mark.parametrize("moment", [NIGHT, SUNDAY, HOLIDAY])
def test_an_office_line_is_never_the_only_one_when_it_is_closed(moment):
    found = offers(moment, topics=["witness"])
    assert "lpsk148" in keys(found)
    assert found[0].open is True
    assert keys(found)[-1] == "lpsk148"


def test_the_slow_line_is_never_alone():
    slow = [line for line in LINES if line.key in ("sejiwa119x8", "polri110", "medis119")]
    found = ranking.offers(slow, at=DAY, zone=WIB, topics=["mental_health"])
    assert "sejiwa119x8" in keys(found)
    assert {"polri110", "medis119"} & set(keys(found))


def test_a_dead_or_closed_line_is_never_offered():
    dead = Line("x", "Hotline", "(021) 500-454", "24/7", frozenset({"suicide"}), verified_on=date(2026, 11, 1))
    found = ranking.offers([*LINES, dead], at=DAY, zone=WIB, topics=["suicide"], at_most=50)
    assert not {"x", "closed500454"} & set(keys(found))


def test_nobody_has_said_what_happens_yet():
    assert keys(offers(NIGHT, at_most=4)) == ["polri110", "medis119", "sapa129", "dpatens24"]


def test_a_number_not_checked_for_ninety_days_carries_a_warning():
    line = Line("x", "Hotline", "1", "24/7", frozenset(), verified_on=date(2026, 8, 25))
    assert ranking.offers([line], at=DAY, zone=WIB)[0].stale is False
    older = ranking.offers([line], at=DAY.replace(month=12), zone=WIB)
    assert older[0].warn is True


def test_a_regional_line_shows_only_where_it_answers():
    local = Line("x", "Semarang", "1", "24/7", frozenset({"child"}), area_codes=("33.74",))
    for area, shown in (("33.74.10.1003", True), ("33.7", False), ("33.741", False), ("", False)):
        found = ranking.offers([*LINES, local], at=DAY, zone=WIB, topics=["child"], area=area)
        assert ("x" in keys(found)) is shown


def test_the_installations_own_line_comes_first_while_it_is_open():
    own = Line("duty", "Petugas piket", "0800", "Mo-Fr 08:00-16:00", frozenset({"suicide"}), own=True,
               verified_on=date(2026, 11, 20))  # fmt: skip
    assert keys(ranking.offers([*LINES, own], at=DAY, zone=WIB, topics=["suicide"]))[0] == "duty"
    assert keys(ranking.offers([*LINES, own], at=NIGHT, zone=WIB, topics=["suicide"]))[0] != "duty"


# Independence day, a Monday.
FREE_MONDAY = datetime(2026, 8, 17, 10, tzinfo=WIB)


def test_on_a_holiday_of_which_it_says_nothing_an_office_line_is_not_sure_and_never_alone():
    silent = Line("kantor", "Kantor", "1", "Mo-Fr 08:00-16:00", frozenset({"witness"}), verified_on=date(2026, 8, 1))
    found = ranking.offers([*LINES, silent], at=FREE_MONDAY, zone=WIB, topics=["witness"])
    offer = next(one for one in found if one.line.key == "kantor")
    assert (offer.open, offer.sure, offer.holiday, offer.opens_at.day) == (None, False, True, 18)
    assert found[0].sure
    assert found[0].line.key != "kantor"


TOPICS = sorted({topic for line in LINES for topic in line.topics})


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)).map(lambda m: m.replace(tzinfo=WIB)),  # noqa: DTZ001
    st.lists(st.sampled_from([*TOPICS, "unheard_of"]), unique=True, max_size=4),
    st.integers(1, 8),
)
@example(FREE_MONDAY, ["witness"], 1)
def test_whatever_is_asked_somebody_answers_and_no_unsure_number_stands_first(moment, wanted, at_most):
    found = offers(moment, topics=wanted, at_most=at_most)
    assert found[0].open is True
    assert found[0].unconfirmed is False
    assert any(offer.open and offer.line.key != "sejiwa119x8" for offer in found)
    assert all(offer.warn for offer in found if offer.unconfirmed)
    assert len(set(keys(found))) == len(found)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1)).map(lambda m: m.replace(tzinfo=WIB)),  # noqa: DTZ001
    st.lists(st.sampled_from(TOPICS), unique=True, max_size=3),
)
@example(FREE_MONDAY, ["bansos"])
def test_whatever_lines_say_of_no_holiday_somebody_answers_surely(moment, wanted):
    """As the list would be if nobody had written down what holds on holidays."""
    lines = [replace(line, hours=line.hours.replace("; PH off", "")) for line in LINES]
    found = ranking.offers(lines, at=moment, zone=WIB, topics=wanted, at_most=3)
    assert found[0].sure
    assert any(offer.sure and offer.line.key != "sejiwa119x8" for offer in found)


def test_every_topic_of_a_problem_has_a_line():
    for problem, wanted in topics._TOPICS.items():
        assert set(wanted) & set(TOPICS), problem
