"""Single-system designs: the shared vectors, what must always hold, and what is too little to tell."""

import json
from importlib import resources
from math import comb, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.journey.plans.singlecase import (
    HIGHER,
    LOWER,
    at_edge,
    band,
    celeration,
    count_better,
    deviation,
    in_a_row,
    lag_one,
    needed,
    non_overlap,
    tail,
    trend,
)

VECTORS = json.loads(resources.files("rangkul.base").joinpath("data/vectors.json").read_text())
VALUES = st.lists(st.integers(-50, 50).map(float), min_size=4, max_size=30)
DIRECTIONS = st.sampled_from([LOWER, HIGHER])


def test_the_band_of_the_shared_vector():
    vector = VECTORS["ssd_2sd"]
    around = band(vector["baseline"])
    assert around.mean == pytest.approx(vector["mean"])
    assert around.sd == pytest.approx(vector["sd"], abs=5e-5)
    assert (around.lower, around.upper) == pytest.approx((vector["lower"], vector["upper"]), abs=5e-5)


def test_the_celeration_line_of_the_shared_vector():
    vector = VECTORS["celeration"]
    baseline = vector["baseline"]
    line = celeration(baseline)
    assert line.slope == pytest.approx(vector["slope_per_obs"], abs=5e-5)
    for x, middle in zip(vector["x"], vector["half_means"], strict=True):
        assert line.level + line.slope * x == pytest.approx(middle, abs=5e-5)
    projected = [line.at(len(baseline) + place) for place in range(4)]
    assert projected == pytest.approx(vector["projected_obs7..10"], abs=5e-4)


@pytest.mark.parametrize(("count", "least"), VECTORS["binom_p50_min_k"].items())
def test_the_counts_of_the_shared_vector(count, least):
    assert needed(int(count), 0.5) == least


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.8])
@pytest.mark.parametrize("count", [1, 5, 9, 20])
def test_the_needed_count_is_the_smallest_rare_one(count, share):
    least = needed(count, share)
    chances = [comb(count, k) * share**k * (1 - share) ** (count - k) for k in range(count + 1)]
    rare = [k for k in range(count + 1) if sum(chances[k:]) <= 0.05]
    assert least == (rare[0] if rare else None)


@pytest.mark.parametrize("share", [0, 1])
def test_a_baseline_wholly_on_one_side_tells_nothing(share):
    assert needed(10, share) is None


@given(st.integers(1, 25), st.floats(0.01, 0.99))
def test_chances_add_up_to_one(count, share):
    assert tail(0, count, share) == pytest.approx(1)
    assert tail(count, count, share) == pytest.approx(share**count)


@pytest.mark.parametrize("few", [[], [1], [1, 2]])
def test_fewer_than_three_points_make_no_band(few):
    assert band(few) is None


@pytest.mark.parametrize("few", [[], [1], [1, 2], [1, 2, 3]])
def test_fewer_than_four_points_make_no_line(few):
    assert celeration(few) is None
    assert count_better(few, [1, 2, 3], LOWER) is None


@given(VALUES, st.integers(-100, 100))
def test_moving_a_series_moves_its_band(values, by):
    moved, first = band([value + by for value in values]), band(values)
    assert moved.mean == pytest.approx(first.mean + by)
    assert moved.sd == pytest.approx(first.sd)


@given(VALUES)
def test_the_mean_lies_in_the_middle_of_the_band(values):
    around = band(values)
    assert around.lower <= around.mean <= around.upper
    assert isclose(around.mean - around.lower, around.upper - around.mean, abs_tol=1e-9)
    assert around.side(around.mean) == 0


@given(VALUES, VALUES, DIRECTIONS)
def test_the_mirror_of_a_series_tells_the_same(before, after, direction):
    other = HIGHER if direction == LOWER else LOWER
    mirrored = [[-value for value in values] for values in (before, after)]
    assert non_overlap(before, after, direction) == non_overlap(*mirrored, other)
    assert count_better(before, after, direction) == count_better(*mirrored, other)
    assert in_a_row(after, band(before)) == -in_a_row(mirrored[1], band(mirrored[0]))
    assert trend(before) == -trend(mirrored[0])


@given(VALUES)
def test_a_series_does_not_overlap_less_than_itself(values):
    assert non_overlap(values, values, LOWER) == 0
    assert non_overlap(values, [min(values) - 1] * 3, LOWER) == 1
    assert non_overlap(values, [min(values) - 1] * 3, HIGHER) == 0


@given(st.floats(-3, 3), st.floats(-10, 10), st.integers(4, 20))
def test_the_line_through_a_line_is_that_line(slope, level, count):
    line = celeration([level + slope * place for place in range(count)])
    assert (line.slope, line.level) == pytest.approx((slope, level), abs=1e-6)


@given(VALUES)
def test_the_correlation_lies_between_minus_one_and_one(values):
    found = lag_one(values)
    assert found is None or -1 <= found.r <= 1


def test_two_in_a_row_on_one_side_are_notable_and_two_apart_are_not():
    around = band([6, 8, 7, 9, 5])
    assert in_a_row([3, 7, 3, 7], around) == 0
    assert in_a_row([3, 11], around) == 0
    assert in_a_row([7, 3, 3], around) == -1
    assert in_a_row([11, 11, 3, 3], around) == 1


def test_a_point_on_the_edge_is_inside():
    around = band([1, 3, 1, 3])
    assert around.side(around.upper) == 0


def test_a_flat_series_has_no_spread_no_trend_and_no_correlation():
    flat = [4.0] * 8
    assert (deviation(flat), trend(flat), lag_one(flat)) == (0, 0, None)
    assert band(flat).side(5) == 1


def test_neighbours_that_are_alike_are_noticed():
    assert lag_one([1, 1, 1, 1, 1, 9, 9, 9, 9, 9]).is_beyond
    assert not lag_one([3, 5, 4, 3, 6, 4, 5, 3]).is_beyond
    assert lag_one([1, 2, 3, 4, 5]) is None


@pytest.mark.parametrize(
    ("values", "way"), [([2, 4, 3, 5, 5, 7], 1), ([7, 5, 5, 3, 4, 2], -1), ([4, 6, 5, 5, 6, 4], 0)]
)
def test_a_baseline_that_moves_already_is_noticed(values, way):
    assert trend(values) == way


def test_the_end_of_a_scale_is_noticed():
    assert at_edge([0, 0, 1], 0)
    assert not at_edge([0, 1, 2], 0)
    assert not at_edge([0, 0], None)
    assert not at_edge([], 0)
