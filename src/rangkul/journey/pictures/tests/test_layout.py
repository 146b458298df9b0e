"""The layout keeps its promises for any family, also for records that contradict themselves."""

import math
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.counting import calls

from rangkul.journey.pictures.genogram.family import Couple, Family, Home, Member, Near, Parent, Sibling, Tie
from rangkul.journey.pictures.genogram.homes import LETTERS, loops_of
from rangkul.journey.pictures.genogram.labels import LETTER, Ground
from rangkul.journey.pictures.genogram.layout import lay_out
from rangkul.journey.pictures.genogram.symbols import shortened
from rangkul.journey.pictures.genogram.ties import TOUCH, ways_of
from rangkul.journey.pictures.genogram.wires import SIZE
from rangkul.journey.pictures.states import TieKind

PARENT_KINDS = ["", "birth", "adopted", "foster", "step"]


def member(name: str, sex: str = "", born: int | None = None, **more) -> Member:
    return Member(name, name, name, sex, born=date(born, 1, 1) if born else None, **more)


@st.composite
def any_family(draw):
    """Up to twenty people with whatever links: rings, several partners, parents who are younger, nobody at all."""
    names = [f"p{number}" for number in range(draw(st.integers(0, 20)))]
    people = tuple(
        member(
            name, draw(st.sampled_from(["L", "P", "", "X"])), draw(st.none() | st.integers(1930, 2025)), index=not place
        )
        for place, name in enumerate(names)
    )
    if len(names) < 2:
        return Family(people)
    pair = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda two: two[0] != two[1])
    pairs = st.lists(pair, max_size=14)
    standings = st.sampled_from(["", "separated", "divorced", "widowed"])
    return Family(
        people,
        tuple(Couple(*two, "married", draw(standings)) for two in draw(pairs)),
        tuple(Parent(*two, draw(st.sampled_from(PARENT_KINDS))) for two in draw(pairs)),
        tuple(Sibling(*two, draw(st.sampled_from(["", "twin", "identical"]))) for two in draw(pairs)),
        near=tuple(Near(*two, draw(st.sampled_from(["grandparent", "in_law"]))) for two in draw(pairs)),
        homes=(Home("h", "Rumah", tuple(dict.fromkeys(draw(st.lists(st.sampled_from(names), max_size=8))))),),
        ties=tuple(Tie(*two, draw(st.sampled_from(TieKind.values))) for two in draw(pairs)),
    )  # fmt: skip


@st.composite
def true_family(draw):
    """Generations downward: each child has one or two parents of the row above, so rows can be kept."""
    rows = [[f"r{row}n{number}" for number in range(draw(st.integers(1, 7)))] for row in range(draw(st.integers(2, 4)))]
    people = [
        member(name, draw(st.sampled_from("LP")), 1930 + 25 * row) for row, names in enumerate(rows) for name in names
    ]
    couples, parents = [], []
    for upper, lower in pairwise(rows):
        pairs = list(combinations(upper, 2))
        couples += [
            Couple(*two, "married") for two in (draw(st.lists(st.sampled_from(pairs), max_size=4)) if pairs else [])
        ]
        for child in lower:
            mine = draw(st.lists(st.sampled_from(upper), min_size=1, max_size=2, unique=True))
            parents += [Parent(one, child) for one in mine]
    return Family(tuple(people), tuple(couples), tuple(parents))


def places(layout) -> dict[str, tuple[float, float]]:
    return {one.id: layout.middle(one.id) for one in layout.family.members}


@settings(max_examples=60, deadline=None)
@given(any_family())
def test_everybody_stands_somewhere_once_and_nobody_on_anybody(family):
    layout = lay_out(family)
    stood = [one for number in range(len(layout.order.rows)) for one in layout.order.row(number)]
    assert sorted(stood) == sorted(one.id for one in family.members)
    for one, other in combinations(places(layout).values(), 2):
        assert abs(one[0] - other[0]) >= SIZE + 20 or abs(one[1] - other[1]) >= SIZE + 20
    for x, y in places(layout).values():
        assert SIZE / 2 <= x <= layout.width - SIZE / 2
        assert SIZE / 2 <= y <= layout.height - SIZE / 2


@settings(max_examples=60, deadline=None)
@given(any_family())
def test_partners_share_a_row_whatever_the_records_say(family):
    row = lay_out(family).frame.row
    assert all(row[couple.one] == row[couple.other] for couple in family.couples)


@settings(max_examples=40, deadline=None)
@given(any_family())
def test_the_same_family_gives_the_same_picture(family):
    assert places(lay_out(family)) == places(lay_out(family))


@settings(max_examples=50, deadline=None)
@given(true_family())
def test_parents_stand_above_their_children(family):
    row = lay_out(family).frame.row
    assert all(row[link.parent] < row[link.child] for link in family.parents)


@settings(max_examples=50, deadline=None)
@given(true_family())
def test_brothers_and_sisters_stand_oldest_left(family):
    layout = lay_out(family)
    for union in layout.unions.all:
        born = [family.by_id[child].born for child in union.children]
        assert born == sorted(born)
        x = [layout.frame.x[child] for child in union.children]
        assert x == sorted(x)


@settings(max_examples=50, deadline=None)
@given(any_family())
def test_relation_lines_begin_and_end_at_their_people(family):
    layout = lay_out(family)
    for way in ways_of(layout):
        ends = [point for line in way.lines for point in (line[0], line[-1])] + list(way.arrow[:1])
        for one in (way.tie.one, way.tie.other):
            near = min(math.dist(layout.middle(one), end) for end in ends)
            assert near <= TOUCH + 26, f"{way.tie} ends {near:.0f} away"


@settings(max_examples=50, deadline=None)
@given(any_family())
def test_loops_hold_the_household_and_nobody_else(family):
    layout = lay_out(family)
    held = [one for loop in loops_of(layout) for one in loop.members]
    assert sorted(held) == sorted(family.homes[0].members if family.homes else ())
    for loop in loops_of(layout):
        inside = {one.id for one in family.members if _within(layout.middle(one.id), loop.outline)}
        assert inside == set(loop.members)


def _within(point, outline) -> bool:
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def three_generations(sibs: int) -> Family:
    """Grandparents on both sides, `sibs` children each, all married with two children; the client's own three."""
    people, couples, parents = [], [], []

    def born(sex: str, year: int, *of: str, index: bool = False) -> str:
        name = f"p{len(people)}"
        people.append(member(name, sex, year, index=index))
        parents.extend(Parent(one, name) for one in of)
        return name

    grand = [born(sex, 1940) for sex in "LPLP"]
    couples += [Couple(grand[0], grand[1], "married"), Couple(grand[2], grand[3], "married")]
    # The client's father is the youngest of his, the mother the eldest of hers: they can stand beside each other.
    his = [born("L", 1960 + n, *grand[:2]) for n in range(sibs)]
    hers = [born("P", 1962 + n, *grand[2:]) for n in range(sibs)]
    couples.append(Couple(his[-1], hers[0], "married"))
    own = [born("LP"[n % 2], 1985 + n, his[-1], hers[0], index=not n) for n in range(3)]
    for one in [*his[:-1], *hers[1:]]:
        mate = born("P" if one in his else "L", 1963)
        couples.append(Couple(one, mate, "married"))
        for n in range(2):
            born("LP"[n], 1988 + n, one, mate)
    mate = born("P", 1986)
    couples.append(Couple(own[0], mate, "married"))
    for n in range(3):
        born("LP"[n % 2], 2010 + n, own[0], mate)
    return Family(tuple(people), tuple(couples), tuple(parents))


def test_a_family_that_can_stand_without_crossings_does():
    layout = lay_out(three_generations(4))
    assert len(layout.family.members) > 30
    assert layout.crossings == 0


def test_a_father_in_the_middle_of_his_brothers_crosses_only_what_he_must():
    """His line passes below his younger brother, whose children hang there: one crossing, and birth order stays."""
    family = three_generations(2)
    elder = next(link.child for link in family.parents if link.parent == "p0")
    younger = member("muda", "L", 1975)
    mate = member("istri", "P", 1976)
    child = member("anak", "P", 2001)
    father = next(couple.one for couple in family.couples if couple.other == "p6")
    assert father != elder
    grown = Family(
        (*family.members, younger, mate, child),
        (*family.couples, Couple("muda", "istri", "married")),
        (*family.parents, Parent("p0", "muda"), Parent("p1", "muda"), Parent("muda", "anak"), Parent("istri", "anak")),
    )
    layout = lay_out(grown)
    x = layout.frame.x
    assert x[elder] < x[father] < x["muda"]
    assert layout.crossings == 1


def test_children_stand_under_the_middle_of_their_parents():
    family = Family(
        (member("a", "L"), member("b", "P"), *(member(f"c{n}", "", 2000 + n) for n in range(3))),
        (Couple("a", "b", "married"),),
        tuple(Parent(one, f"c{n}") for one in "ab" for n in range(3)),
    )
    x = lay_out(family).frame.x
    assert x["a"] < x["b"]
    assert x["c1"] == pytest.approx((x["a"] + x["b"]) / 2, abs=1)


def test_two_wives_stand_at_both_sides_first_one_left():
    family = Family(
        (member("suami", "L"), member("kedua", "P"), member("pertama", "P")),
        (Couple("suami", "kedua", "married", since="2015"), Couple("suami", "pertama", "married", since="2001")),
    )
    assert lay_out(family).order.row(0) == ["pertama", "suami", "kedua"]


def test_cousins_who_marry_and_an_uncle_who_marries_his_niece_do_not_hang():
    family = Family(
        tuple(member(name) for name in ("kakek", "ayah", "paman", "anak", "sepupu", "cucu")),
        (Couple("anak", "sepupu", "married"), Couple("paman", "anak", "married")),
        tuple(Parent(*two) for two in (("kakek", "ayah"), ("kakek", "paman"), ("ayah", "anak"), ("paman", "sepupu"),
                                       ("anak", "cucu"), ("sepupu", "cucu"))),
    )  # fmt: skip
    row = lay_out(family).frame.row
    assert row["paman"] == row["anak"] == row["sepupu"]


def test_many_lines_between_neighbours_all_reach_both():
    kinds = ("close", "conflict", "distant", "fused", "violence")
    family = Family(
        (member("a", "L"), member("b", "P")), (Couple("a", "b"),), ties=tuple(Tie("a", "b", one) for one in kinds)
    )
    layout = lay_out(family)
    for way in ways_of(layout):
        assert math.dist(layout.middle("a"), way.lines[0][0]) <= TOUCH + 8


def test_a_ring_of_parents_ends():
    ring = tuple(Parent(one, other) for one, other in zip("abcd", "bcda", strict=True))
    assert len(lay_out(Family(tuple(member(one) for one in "abcd"), parents=ring)).frame.x) == 4


@pytest.mark.parametrize(("sibs", "most"), [(4, 20_000), (6, 31_000)])
def test_a_big_family_is_laid_out_in_time(sibs, most):
    family = three_generations(sibs)
    assert calls(lambda: lay_out(family)) < most


def test_the_name_of_a_household_stands_on_no_line_and_no_word():
    """Their own parents stand above: the lines down to both cross the upper edge of the loop near its corners."""
    ones = (("a", "L"), ("b", "P"), ("c", "L"), ("wati", "P"), ("joko", "L"), ("dinda", "P"))
    people = [member(name, sex) for name, sex in ones]
    family = Family(
        tuple(people),
        (Couple("a", "b", "married", since="1978"), Couple("wati", "joko", "married")),
        tuple(
            Parent(*two) for two in (("a", "wati"), ("b", "wati"), ("c", "joko"), ("wati", "dinda"), ("joko", "dinda"))
        ),
        homes=(Home("h", "Keluarga Joko Budiman", ("wati", "joko", "dinda")),),
        ties=(Tie("b", "wati", "close"),),
    )
    layout = lay_out(family)
    (loop,) = loops_of(layout)
    ground = Ground.of(layout)
    assert ground.covered(loop.label, LETTER * LETTERS) == 0
    corner = min(loop.outline)[0] + 8, min(y for _x, y in loop.outline) + 3.5
    assert ground.covered(corner, LETTER * LETTERS) > 0, "where it used to stand, the line ran through it"


@settings(max_examples=60, deadline=None)
@given(any_family())
def test_the_name_of_a_household_stands_on_its_loop(family):
    for loop in loops_of(lay_out(family)):
        x, y = loop.label
        assert any(
            one[1] == other[1] and abs(one[1] + 3.5 - y) < 0.1 and min(one[0], other[0]) <= x <= max(one[0], other[0])
            for one, other in pairwise([*loop.outline, loop.outline[0]])
        )


@pytest.mark.parametrize(
    ("name", "most", "short"),
    [
        ("Wati", 13, "Wati"),
        ("Kartini Oktaviani", 13, "Kartini O."),
        ("Siti Nur Aminah Rahayu", 13, "Siti N. A. R."),
        ("Keluarga Suwarti Rahayu", 20, "Keluarga Suwarti R."),
        ("Bartholomeusdottir", 13, "Bartholomeus…"),
        ("", 13, ""),
    ],
)
def test_a_long_name_is_shortened_as_people_write_it(name, most, short):
    assert shortened(name, most) == short
    assert len(short) <= most
