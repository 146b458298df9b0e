"""The C-SSRS screener: which answers lead where, and that an unknown answer never leads low."""

import itertools

import pytest

from rangkul.journey.instruments.scoring import score
from rangkul.journey.instruments.scoring.levels import gravity
from rangkul.journey.instruments.scoring.shipped import shipped

RULES = shipped("cssrs_screen").rules
NONE = {"cssrs_1": "tidak", "cssrs_2": "tidak", "cssrs_6": "tidak"}
THOUGHTS = NONE | {"cssrs_2": "ya", "cssrs_3": "tidak", "cssrs_4": "tidak", "cssrs_5": "tidak"}


@pytest.mark.parametrize(
    ("answers", "outcome", "level"),
    [
        (NONE, "none_named", ""),
        (NONE | {"cssrs_1": "ya"}, "low", "kuning"),
        (THOUGHTS, "low", "kuning"),
        (THOUGHTS | {"cssrs_3": "ya"}, "moderate", "oranye"),
        (NONE | {"cssrs_6": "ya", "cssrs_6_recent": "tidak"}, "moderate", "oranye"),
        (THOUGHTS | {"cssrs_4": "ya"}, "high", "merah"),
        (THOUGHTS | {"cssrs_5": "ya"}, "high", "merah"),
        (NONE | {"cssrs_6": "ya", "cssrs_6_recent": "ya"}, "high", "merah"),
        (THOUGHTS | {"cssrs_3": "ya", "cssrs_4": "ya"}, "high", "merah"),
    ],
)
def test_answers_lead_to_the_official_triage(answers, outcome, level):
    scored = score(RULES, answers)
    assert (scored.band.key, scored.level, scored.missing) == (outcome, level, ())


@pytest.mark.parametrize("item", ["cssrs_2", "cssrs_6"])
def test_without_the_question_that_opens_others_a_person_is_needed_now(item):
    scored = score(RULES, NONE | {item: ""})
    assert (scored.band, scored.level, scored.findings[0].known) == (None, "merah", False)


@pytest.mark.parametrize("item", ["cssrs_4", "cssrs_5"])
def test_intent_without_an_answer_needs_a_person_now(item):
    scored = score(RULES, THOUGHTS | {item: None})
    assert (scored.level, scored.band.key, scored.at_least) == ("merah", "low", True)


def test_nothing_answered_is_never_low():
    scored = score(RULES, {})
    assert (scored.band, scored.level) == (None, "merah")


def test_what_was_answered_counts_even_where_the_form_did_not_ask():
    assert score(RULES, NONE | {"cssrs_5": "ya"}).level == "merah"


def as_the_form_asks(answers):
    return {
        item: answer if (when := RULES.asked_if.get(item)) is None or answers[when.item] in when.chosen else None
        for item, answer in answers.items()
    }


def test_taking_any_answer_away_never_lowers_the_level():
    for answers in itertools.product(("ya", "tidak"), repeat=len(RULES.items)):
        full = as_the_form_asks(dict(zip(RULES.items, answers, strict=True)))
        level = gravity(score(RULES, full).level)
        for item in RULES.items:
            assert gravity(score(RULES, full | {item: None}).level) >= level, (full, item)
