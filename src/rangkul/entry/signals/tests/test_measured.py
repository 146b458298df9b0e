"""What README.md says about the list is what it does."""

import pytest

from rangkul.entry.signals.measuring import FITTED, PARTS, UNMET, measure, sentences
from rangkul.entry.signals.states import Kind


@pytest.mark.parametrize("part", FITTED)
def test_self_harm_is_heard_in_ninety_five_of_a_hundred(part):
    told = measure(sentences(part))
    assert told.recall[Kind.SELF_HARM].rate >= 0.95
    assert told.self_harm_false.rate <= 0.02


def test_of_sentences_that_the_list_was_never_fitted_to_it_hears_a_third_and_no_more_is_claimed():
    (part,) = UNMET
    told = measure(sentences(part))
    heard = told.recall[Kind.SELF_HARM]
    # More than this means that somebody fitted the list to them: then new ones are to be written, by another hand.
    assert (heard.heard, heard.of) == (18, 57)
    assert told.self_harm_false.heard == 1


def test_there_are_enough_sentences_and_many_of_them_are_harmless():
    every = [one for part in PARTS for one in sentences(part)]
    assert len({one.text for one in every}) == len(every) >= 300
    assert sum(not one.expects for one in every) >= 100


def test_a_list_that_hears_nothing_is_found_out():
    deaf = measure(sentences("develop"), lambda _text: set())
    assert deaf.recall[Kind.SELF_HARM].rate == 0


def test_a_list_that_hears_everything_is_found_out():
    nervous = measure(sentences("develop"), lambda _text: set(Kind.values))
    assert nervous.self_harm_false.rate == 1
