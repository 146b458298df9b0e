"""The ecomap keeps everything apart, for any number of systems and any words."""

import math
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.counting import calls

from rangkul.journey.pictures.ecomap.describing import sentences
from rangkul.journey.pictures.ecomap.drawing import draw
from rangkul.journey.pictures.ecomap.placing import GAP, HOME, NODE, place
from rangkul.journey.pictures.ecomap.values import Around, Ecomap
from rangkul.journey.pictures.lettering import wrapped
from rangkul.journey.pictures.states import Flow, Strength, System

counts = st.integers(0, 80)
words = st.text(max_size=60)
around = st.builds(
    Around,
    id=st.uuids().map(str), system=st.sampled_from(System.values), kind=words, name=words,
    strength=st.sampled_from(Strength.values), flow=st.sampled_from(Flow.values),
)  # fmt: skip


def far_from(point, start, end) -> float:
    """From a point to the stretch between two others."""
    length = math.dist(start, end) ** 2 or 1.0
    along = ((point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])) / length
    along = min(1.0, max(0.0, along))
    near = start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1])
    return math.dist(point, near)


@settings(max_examples=81, deadline=None)
@given(counts)
def test_no_circle_touches_another_and_all_stand_inside(count):
    placed = place(range(count))
    assert len(placed.places) == count
    for one, other in combinations(placed.places, 2):
        assert math.dist(one, other) >= 2 * NODE + GAP - 0.01
    for x, y in placed.places:
        assert math.dist((x, y), placed.middle) >= HOME + NODE + GAP
        assert NODE <= x <= placed.size - NODE
        assert NODE <= y <= placed.size - NODE


@settings(max_examples=81, deadline=None)
@given(counts)
def test_no_tie_runs_through_another_system(count):
    placed = place(range(count))
    for number in range(count):
        start, end = placed.way(number)
        for other, point in enumerate(placed.places):
            assert other == number or far_from(point, start, end) > NODE


def test_the_circle_grows_and_never_jumps_smaller():
    sizes = [place(range(count)).size for count in range(81)]
    assert all(before <= after + 120 for before, after in pairwise(sizes)), "a second ring may save room, not more"
    assert place(range(6)).size < 460, "a usual ecomap is nearly as wide as a telephone"


@settings(max_examples=60, deadline=None)
@given(st.lists(around, max_size=20), words)
def test_any_words_are_drawn_and_the_same_twice(ones, name):
    ecomap = Ecomap(name, (), tuple(ones))
    first = draw(ecomap, "Ekomap", " ".join(sentences(ecomap)), lambda one: f"?ikatan={one}")
    assert first == draw(ecomap, "Ekomap", " ".join(sentences(ecomap)), lambda one: f"?ikatan={one}")
    assert first.count("data-rangkul-member") == len(ones)
    assert "<script" not in first


@settings(max_examples=80, deadline=None)
@given(words, st.integers(3, 20), st.integers(1, 4))
def test_wrapped_words_keep_to_their_room(text, wide, most):
    lines = wrapped(text, wide, most)
    assert len(lines) <= most
    assert all(0 < len(line) <= wide for line in lines)


def test_sixty_systems_are_drawn_in_time():
    ones = tuple(Around(str(n), "school", "Sekolah", f"SDN {n}", "mixed", "both") for n in range(60))
    assert calls(lambda: draw(Ecomap("Wati", (), ones), "Ekomap", "", str)) < 350_000


def test_who_supports_is_said_by_lines_and_not_counted_into_a_score():
    strong = Around("1", "school", "Sekolah", "SDN 3", "strong", "in")
    draining = Around("2", "kin", "Keluarga besar", "", "strong", "out")
    hurting = Around("3", "law", "Hukum", "", "stressful", "both")
    assert "Yang menopang: SDN 3." in sentences(Ecomap("Wati", (), (strong, draining, hurting)))
    assert "Belum ada yang menopang." in sentences(Ecomap("Wati", (), (draining, hurting)))
    assert sentences(Ecomap("Wati"))[-1] == "Belum ada ikatan yang dicatat."
