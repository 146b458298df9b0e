"""PHQ-9, PHQ-2 and GAD-7 against their published tables."""

from decimal import Decimal

import pytest

from rangkul.journey.instruments.scoring import AnswerUnknown, score
from rangkul.journey.instruments.scoring.shipped import shipped

PHQ9 = shipped("phq9").rules
GAD7 = shipped("gad7").rules
PHQ2 = shipped("phq2").rules


def spread(rules, total):
    """Answers that add up to this total, the last items (item 9 of the PHQ) filled last."""
    most = int(rules.answers[rules.items[0]].most)
    return {item: str(min(most, max(0, total - most * n))) for n, item in enumerate(rules.items)}


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "moderately_severe"),
        (19, "moderately_severe"),
        (20, "severe"),
        (27, "severe"),
    ],
)
def test_phq9_stands_in_the_published_band(total, band):
    scored = score(PHQ9, spread(PHQ9, total))
    assert (scored.total, scored.out_of, scored.band.key) == (total, 27, band)


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (0, "minimal"),
        (4, "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (14, "moderate"),
        (15, "severe"),
        (21, "severe"),
    ],
)
def test_gad7_stands_in_the_published_band(total, band):
    scored = score(GAD7, spread(GAD7, total))
    assert (scored.total, scored.out_of, scored.band.key) == (total, 21, band)


@pytest.mark.parametrize(("total", "flagged"), [(2, False), (3, True), (6, True)])
def test_phq2_asks_further_from_three(total, flagged):
    assert score(PHQ2, spread(PHQ2, total)).band.flag is flagged


@pytest.mark.parametrize("answer", ["1", "2", "3"])
def test_item_nine_is_red_whatever_the_total(answer):
    scored = score(PHQ9, spread(PHQ9, 0) | {"phq9_9": answer})
    assert scored.band.key == "minimal"
    assert (scored.level, scored.findings[0].item, scored.findings[0].known) == ("merah", "phq9_9", True)


def test_item_nine_without_an_answer_asks_for_a_person_today():
    scored = score(PHQ9, spread(PHQ9, 0) | {"phq9_9": ""})
    assert (scored.level, scored.findings[0].known) == ("oranye", False)


def test_two_missing_answers_take_the_mean_of_the_others():
    values = dict.fromkeys(PHQ9.items, 2) | {"phq9_1": None, "phq9_9": ""}
    scored = score(PHQ9, values)
    assert (scored.total, scored.filled, scored.missing) == (18, ("phq9_1", "phq9_9"), ("phq9_1", "phq9_9"))
    assert "rata-rata" in scored.notes[-1].id


def test_a_filled_total_is_rounded_as_tables_are():
    # Seven answers that add up to 9: 9/7 x 9 = 11.57.
    values = dict.fromkeys(PHQ9.items, 1) | {"phq9_2": 3, "phq9_3": "", "phq9_4": ""}
    assert score(PHQ9, values).total == Decimal(12)


def test_three_missing_answers_leave_no_total_and_no_quiet_band():
    scored = score(PHQ9, dict.fromkeys(PHQ9.items[3:], 0))
    assert (scored.total, scored.band, scored.least, scored.most) == (None, None, 0, 9)


def test_what_is_surely_reached_is_said_without_a_total():
    scored = score(PHQ9, dict.fromkeys(PHQ9.items[3:], 3))
    assert (scored.total, scored.band.key, scored.at_least) == (None, "moderately_severe", True)


def test_the_function_question_is_not_added():
    assert score(PHQ9, spread(PHQ9, 5) | {"phq9_function": "3"}).total == 5


@pytest.mark.parametrize("answer", ["4", "-1", "dua", True, 2.5])
def test_an_answer_that_the_form_does_not_have_is_refused(answer):
    with pytest.raises(AnswerUnknown) as refused:
        score(PHQ9, {"phq9_1": answer})
    assert refused.value.item == "phq9_1"
