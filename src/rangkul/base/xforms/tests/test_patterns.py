"""Regular expressions: the same answer as Python's, never its explosions."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkul.base.xforms.xpath.patterns import Pattern, Unsupported

_atoms = st.sampled_from(["a", "b", "[ab]", "[^a]", ".", r"\d", "1", "[a-c1]", r"\w", r"\.", "-"])


def _grow(inner):
    times = st.sampled_from(["*", "+", "?", "{2}", "{1,3}", "{0,2}", "{1,}", "*?"])
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda t: f"(?:{t[0]}|{t[1]})"),
        st.tuples(inner, times).map(lambda t: f"({t[0]}){t[1]}"),
        inner.map(lambda e: f"^{e}"),
        inner.map(lambda e: f"{e}$"),
    )


@settings(max_examples=500, deadline=None)
@given(st.recursive(_atoms, _grow, max_leaves=8), st.text(alphabet="abc1.-", max_size=8))
def test_a_pattern_finds_what_python_finds(pattern, text):
    assert Pattern(pattern).found_in(text, lambda work: None) is bool(re.search(pattern, text, re.ASCII))


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|a)*$", "(a*)*b", "^(a|aa)+$", "(.*)(.*)(.*)(.*)x"])
def test_patterns_made_to_explode_stay_cheap(pattern):
    work = []
    Pattern(pattern).found_in("a" * 5_000 + "!", work.append)
    assert sum(work) < 5_000


def test_the_work_of_a_pattern_can_be_stopped():
    def stop(work):
        raise TimeoutError

    with pytest.raises(TimeoutError):
        Pattern("a{1,300}b").found_in("a" * 1000, stop)


@pytest.mark.parametrize(
    "pattern",
    [
        *["(a", "a)", "[a", "*a", "a{9999}", r"(a)\1", "(?=a)", "(?<!a)", r"\p{L}", "a{300}{300}", "b-a" * 200],
        *["(" * 40 + ")" * 40, "[z-a]", "a\\"],
    ],
)
def test_what_is_not_followed_is_said(pattern):
    with pytest.raises(Unsupported):
        Pattern(pattern)


def test_nothing_repeated_is_still_nothing():
    assert Pattern("(?:(?:(?:){1000}){1000}){1000}").found_in("", lambda work: None)
