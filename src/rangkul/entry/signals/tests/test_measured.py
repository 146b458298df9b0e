"""What README.md says about the list is what it does."""

import pytest

from rangkul.entry.signals.measuring import (
    BY_ITS_AUTHOR,
    BY_OTHERS,
    FITTED,
    HARM,
    HARM_UNMET,
    LONG,
    PARTS,
    SAD,
    SAD_UNMET,
    UNMET,
    kinds_raised_red,
    measure,
    sentences,
)
from rangkul.entry.signals.states import Kind


@pytest.mark.parametrize("part", FITTED)
def test_self_harm_is_heard_in_ninety_five_of_a_hundred(part):
    assert measure(sentences(part)).recall[Kind.SELF_HARM].rate >= 0.95


@pytest.mark.parametrize("part", BY_ITS_AUTHOR)
def test_of_a_hundred_other_sentences_two_raise_self_harm_at_most(part):
    assert measure(sentences(part)).self_harm_false.rate <= 0.02


@pytest.mark.parametrize("part", BY_OTHERS)
def test_of_a_hundred_harmless_sentences_that_sound_like_danger_ten_raise_and_five_raise_red_at_most(part):
    assert measure(sentences(part)).any_false.rate <= 0.10
    assert measure(sentences(part), kinds_raised_red).any_false.rate <= 0.05


# More than this means that somebody fitted the list to them: then new ones are to be written, by another hand.
def test_of_sentences_that_the_list_was_never_fitted_to_no_more_is_claimed_than_it_hears():
    told = measure(sentences(UNMET))
    assert (told.recall[Kind.SELF_HARM].heard, told.recall[Kind.SELF_HARM].of) == (73, 110)
    assert told.any_false.heard == 15
    assert measure(sentences(SAD_UNMET)).any_false.heard == 22
    harm = measure(sentences(HARM_UNMET))
    assert {kind: (told.heard, told.of) for kind, told in harm.recall.items()} == {
        Kind.VIOLENCE_HOME: (37, 80), Kind.CHILD: (13, 50), Kind.HARM_OTHERS: (23, 50)
    }  # fmt: skip
    assert harm.any_false.heard == 19


def test_of_a_hundred_victims_whose_letters_were_read_ninety_are_heard():
    told = measure(sentences(HARM))
    assert all(one.rate >= 0.90 for one in told.recall.values())
    assert told.any_false.rate <= 0.10


@pytest.mark.parametrize("part", [SAD, SAD_UNMET])
def test_of_a_hundred_who_are_sad_and_safe_twelve_raise_and_five_raise_red_at_most(part):
    assert measure(sentences(part)).any_false.rate <= 0.12
    assert measure(sentences(part), kinds_raised_red).any_false.rate <= 0.05


def test_of_long_sad_letters_a_third_raises_at_most():
    assert measure(sentences(LONG)).any_false.rate <= 1 / 3


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
