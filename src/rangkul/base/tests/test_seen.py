"""Nothing that one person wrote is written over by another who had not read it."""

from datetime import date

import pytest

from rangkul.base.seen import Overtaken, marks, merged, require_seen

OPENED = {"wish": "Rukun", "risks": "", "on": date(2026, 11, 26), "ways": ["visit", "call"]}


def test_what_nobody_else_touched_is_written():
    words = OPENED | {"wish": "Rukun lagi"}
    assert merged(OPENED, words, marks(OPENED)) == words


def test_what_only_the_other_changed_stays_theirs():
    stands = OPENED | {"risks": "Suami marah", "ways": ["chat"]}
    found = merged(stands, OPENED | {"wish": "Rukun lagi"}, marks(OPENED))
    assert found == {"wish": "Rukun lagi", "on": OPENED["on"]}


def test_what_both_changed_comes_back_with_the_others_words_and_goes_through_when_sent_again():
    stands, words = OPENED | {"wish": "Pisah baik-baik"}, OPENED | {"wish": "Rukun lagi"}
    with pytest.raises(Overtaken, match="Pisah baik-baik") as told:
        merged(stands, words, marks(OPENED))
    assert told.value.field == "wish"
    assert merged(stands, words, told.value.seen)["wish"] == "Rukun lagi"


def test_both_wrote_the_same():
    stands = OPENED | {"wish": "Rukun lagi"}
    assert merged(stands, stands, marks(OPENED)) == stands


@pytest.mark.parametrize(("one", "other"), [("", None), ("a\r\nb ", "a\nb"), ([], None), (["a", "b"], ["b", "a"])])
def test_how_it_is_kept_makes_no_difference(one, other):
    assert marks({"x": one}) == marks({"x": other})


@pytest.mark.parametrize("seen", ["", "rusak", "wish", ":::", "wish:"])
def test_a_mark_that_says_nothing_stops_nothing_but_what_differs(seen):
    try:
        assert merged(OPENED, OPENED, seen) == OPENED
    except Overtaken:
        assert seen == "wish:"


def test_whoever_agrees_agrees_to_what_was_on_the_screen():
    require_seen(OPENED, marks(OPENED), "Bacakan lagi.")
    with pytest.raises(Overtaken, match="Bacakan lagi"):
        require_seen(OPENED | {"risks": "Lain"}, marks(OPENED), "Bacakan lagi.")
