"""What answers add up to: every path, and unknown is never low."""

from itertools import product

import pytest

from rangkul.entry.crisis.screening import asked, missing, risk
from rangkul.entry.crisis.states import Answer, Question, Risk

NO = dict.fromkeys(Question.values, "no")


def with_yes(*codes):
    return NO | dict.fromkeys(codes, "yes")


@pytest.mark.parametrize(
    ("expected", "answers"),
    [
        (Risk.NONE, NO),
        (Risk.LOW, with_yes("wish")),
        (Risk.LOW, with_yes("wish", "thoughts")),
        (Risk.MODERATE, with_yes("thoughts", "method")),
        (Risk.MODERATE, with_yes("ever")),
        (Risk.HIGH, with_yes("thoughts", "intent")),
        (Risk.HIGH, with_yes("thoughts", "plan")),
        (Risk.HIGH, with_yes("ever", "recent")),
        (Risk.UNKNOWN, {}),
        (Risk.UNKNOWN, with_yes("wish", "thoughts") | {"plan": "unknown"}),
        (Risk.UNKNOWN, NO | {"ever": "unknown"}),
        (Risk.UNKNOWN, with_yes("ever") | {"recent": "unknown"}),
        # A yes that is high already needs no further answer.
        (Risk.HIGH, {"thoughts": "yes", "intent": "yes"}),
    ],
)
def test_the_table(expected, answers):
    assert risk(answers) == expected


def test_without_thoughts_nobody_is_asked_about_a_method():
    assert Question.METHOD not in asked(NO)
    assert risk(NO | {"method": "yes", "plan": "yes"}) == Risk.NONE


def test_an_answer_that_is_no_answer_is_unknown():
    assert missing(NO | {"wish": "maybe"}) == [Question.WISH]


def test_unknown_is_never_low_in_any_of_all_answers():
    for given in product(Answer.values, repeat=len(Question)):
        answers = dict(zip(Question.values, given, strict=True))
        if missing(answers):
            assert risk(answers) in (Risk.HIGH, Risk.UNKNOWN)


def test_a_yes_more_never_makes_it_less():
    order = [Risk.NONE, Risk.LOW, Risk.MODERATE, Risk.HIGH]
    for given in product(("yes", "no"), repeat=len(Question)):
        answers = dict(zip(Question.values, given, strict=True))
        for code in Question.values:
            assert order.index(risk(answers | {code: "yes"})) >= order.index(risk(answers))
