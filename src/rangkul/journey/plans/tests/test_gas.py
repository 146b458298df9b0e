"""GAS: the shared vectors, what must always hold, complete scales, and careful words."""

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.journey.plans import words
from rangkul.journey.plans.gas import LEVELS, Attained, missing_levels, repeated_levels, t_score

VECTORS = json.loads(resources.files("rangkul.base").joinpath("data/vectors.json").read_text())
GOALS = st.lists(
    st.builds(Attained, level=st.sampled_from(LEVELS), weight=st.floats(0.01, 1000)), min_size=1, max_size=12
)


@pytest.mark.parametrize("vector", VECTORS["gas"], ids=str)
def test_the_shared_vectors_hold(vector):
    goals = [Attained(*pair) for pair in zip(vector["x"], vector["w"], strict=True)]
    assert t_score(goals) == pytest.approx(vector["T"], abs=0.005)


@pytest.mark.parametrize(("count", "k"), VECTORS["gas_equal_weight_multiplier"].items())
def test_equal_weights_multiply_as_tabled(count, k):
    assert t_score([Attained(1)] * int(count)) == pytest.approx(50 + k * int(count), abs=0.001)


@given(GOALS, st.floats(1e-6, 1e6))
def test_scaling_all_weights_changes_nothing(goals, factor):
    scaled = [Attained(goal.level, goal.weight * factor) for goal in goals]
    assert t_score(scaled) == pytest.approx(t_score(goals))


@given(GOALS)
def test_the_mirror_of_all_levels_is_the_mirror_of_the_score(goals):
    mirrored = [Attained(-goal.level, goal.weight) for goal in goals]
    assert t_score(mirrored) == pytest.approx(100 - t_score(goals))


@given(GOALS, st.data())
def test_reaching_more_never_scores_less(goals, data):
    at = data.draw(st.integers(0, len(goals) - 1))
    more = [*goals]
    more[at] = Attained(min(2, goals[at].level + 1), goals[at].weight)
    assert t_score(more) >= t_score(goals)


def test_huge_and_tiny_weights_stay_finite():
    assert t_score([Attained(1, 1e300), Attained(1, 1e-300)]) == pytest.approx(60)


@pytest.mark.parametrize("bad", [(3, 1), (-3, 1), (0, 0), (0, -1), (0, float("inf")), (0, float("nan"))])
def test_impossible_levels_and_weights_are_refused(bad):
    with pytest.raises(ValueError, match=r"level|weight"):
        Attained(*bad)


def test_no_goal_no_score():
    with pytest.raises(ValueError, match="at least one"):
        t_score([])


def test_a_goal_is_complete_with_five_written_levels():
    written = {level: f"tingkat {level}" for level in LEVELS}
    assert missing_levels(written) == []
    assert missing_levels({**written, 1: "  "}) == [1]
    assert missing_levels({}) == list(LEVELS)


def test_levels_that_repeat_each_other_are_named():
    written = {-2: "Tidak sekolah", -1: "tidak  sekolah", 0: "Sekolah", 1: "Rajin", 2: "Rajin"}
    assert repeated_levels(written) == [-1, 2]


@pytest.mark.parametrize(("levels", "place"), [((0, 0), "sama dengan"), ((1, 1), "di atas"), ((-1, 0), "di bawah")])
def test_the_outcome_says_where_the_goals_stand(levels, place):
    assert place in words.outcome([Attained(level) for level in levels])


def test_a_change_is_told_without_a_cause():
    told = words.change([Attained(-1)], [Attained(1)])
    assert told == "Skor T naik dari 40,0 menjadi 60,0."
    for cause in ("karena", "berkat", "akibat", "sebab", "disebabkan", "berhasil", "sukses", "gagal"):
        for text in (told, words.outcome([Attained(2)]), words.change([Attained(1)], [Attained(0)])):
            assert cause not in text.lower()


def test_reviews_of_other_goals_are_not_compared():
    with pytest.raises(ValueError, match="same goals"):
        words.change([Attained(0)], [Attained(0), Attained(1)])
