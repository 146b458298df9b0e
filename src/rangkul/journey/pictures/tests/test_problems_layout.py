"""The graph of problems is laid out for any links: rings, doubles, ends that are not there."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.counting import calls

from rangkul.journey.pictures.problems.drawing import Box, draw
from rangkul.journey.pictures.problems.layout import (
    HIGH,
    PORT,
    ROLES,
    WIDE,
    Link,
    Node,
    circles,
    crossed,
    lay_out,
)


@st.composite
def graphs(draw):
    """Up to 24 boxes with any links, some of them to boxes that are not there or to themselves."""
    names = [f"n{number}" for number in range(draw(st.integers(0, 24)))]
    nodes = [Node(name, draw(st.sampled_from(ROLES))) for name in names]
    ends = st.sampled_from([*names, "nowhere"])
    return nodes, [Link(*two) for two in draw(st.lists(st.tuples(ends, ends), max_size=50))]


@settings(max_examples=120, deadline=None)
@given(graphs())
def test_every_box_stands_once_inside_and_on_no_other(graph):
    nodes, links = graph
    found = lay_out(nodes, links)
    assert sorted(one for row in found.rows for one in row) == sorted(node.id for node in nodes)
    for one, other in combinations(found.places.values(), 2):
        assert abs(one[0] - other[0]) >= WIDE or abs(one[1] - other[1]) >= HIGH
    for x, y in found.places.values():
        assert WIDE / 2 <= x <= found.width - WIDE / 2
        assert HIGH / 2 <= y <= found.height - HIGH / 2


@settings(max_examples=120, deadline=None)
@given(graphs())
def test_causes_stand_below_problems_and_effects_above(graph):
    nodes, links = graph
    found = lay_out(nodes, links)
    heights = {role: [found.places[node.id][1] for node in nodes if node.role == role] for role in ROLES}
    for lower, upper in (("cause", "problem"), ("problem", "effect"), ("cause", "effect")):
        if heights[lower] and heights[upper]:
            assert min(heights[lower]) > max(heights[upper])


@settings(max_examples=120, deadline=None)
@given(graphs())
def test_no_line_runs_behind_a_box_that_it_does_not_mean(graph):
    nodes, links = graph
    found = lay_out(nodes, links)
    kept = {link for link in links if link.cause != link.effect and {link.cause, link.effect} <= set(found.places)}
    assert set(found.ways) == kept
    for link, points in found.ways.items():
        for x, y in points[1:-1]:
            for one, (left, top) in found.places.items():
                apart = abs(x - left) > WIDE / 2 or abs(y - top) > HIGH / 2
                assert apart or one in (link.cause, link.effect)
        assert all(one[1] != other[1] for one, other in zip(points[::2], points[1::2], strict=False)), "never flat"


@settings(max_examples=120, deadline=None)
@given(graphs())
def test_no_two_arrows_lie_on_each_other(graph):
    found = lay_out(*graph)
    ends = [end for points in found.ways.values() for end in (points[0], points[-1])]
    assert len(set(ends)) == len(ends), "each begins and ends at a place of its own"
    for one, other in combinations(ends, 2):
        assert one[1] != other[1] or abs(one[0] - other[0]) >= 2


def test_two_that_lead_to_each_other_have_an_arrow_each():
    found = lay_out([Node("a", "problem"), Node("b", "effect")], [Link("a", "b"), Link("b", "a")])
    up, down = found.ways[Link("a", "b")], found.ways[Link("b", "a")]
    assert up[0][0] == up[-1][0], "both stand upright, side by side"
    assert down[0][0] - up[0][0] == PORT


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_the_same_graph_gives_the_same_picture(graph):
    assert lay_out(*graph) == lay_out(*graph)


@settings(max_examples=120, deadline=None)
@given(graphs())
def test_a_circle_is_what_leads_back_to_itself(graph):
    nodes, links = graph
    found = lay_out(nodes, links)

    def reached(start: str) -> set[str]:
        seen, waiting = set(), [start]
        while waiting:
            one = waiting.pop()
            fresh = {link.effect for link in found.ways if link.cause == one} - seen
            seen |= fresh
            waiting += fresh
        return seen

    for link in found.ways:
        assert (link in found.looped) == (link.cause in reached(link.effect))


def test_two_circles_are_told_apart():
    links = [Link("a", "b"), Link("b", "a"), Link("b", "c"), Link("c", "d"), Link("d", "c")]
    assert sorted(circles(["a", "b", "c", "d"], links)) == [["a", "b"], ["c", "d"]]


def test_crossings_are_counted_and_unravelled():
    assert crossed([["a", "b"], ["c", "d"]], [[("a", "d"), ("b", "c")], []]) == 1
    nodes = [Node("a", "cause"), Node("b", "cause"), Node("c", "problem"), Node("d", "problem")]
    assert lay_out(nodes, [Link("a", "d"), Link("b", "c")]).crossings == 0


def test_a_chain_of_causes_climbs():
    nodes = [Node(name, "cause") for name in "abc"]
    found = lay_out(nodes, [Link("a", "b"), Link("b", "c"), Link("c", "a")])
    assert found.places["a"][1] > found.places["b"][1] > found.places["c"][1]
    assert found.looped == {Link("a", "b"), Link("b", "c"), Link("c", "a")}


def test_sixty_boxes_are_drawn_in_time():
    nodes = [Node(f"n{number}", ROLES[number % 3]) for number in range(60)]
    links = [Link(f"n{number}", f"n{(number * 7 + step) % 60}") for number in range(60) for step in (1, 2)]
    boxes = {node.id: Box(node.role, "sebab", "Upah tidak tetap", "Sebab") for node in nodes}
    assert calls(lambda: draw(lay_out(nodes, links), boxes, {}, "x", "y", str)) < 170_000
