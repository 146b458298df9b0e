"""How each part of a drawing looks on paper: the style sheet of the pictures in black, as attributes.

A rule names classes as they stand inside each other, outermost first; the last one is the element's own, or its tag.
"""

from __future__ import annotations

BLACK, GREY = "#000", "#555"
Looks = dict[str, str]


def _line(width: float, dashes: str = "", **more: str) -> Looks:
    looks = {"fill": "none", "stroke": BLACK, "stroke-width": str(width), **_named(more)}
    return looks | ({"stroke-dasharray": dashes} if dashes else {})


def _words(size: float, *, bold: bool = False, grey: bool = False, anchor: str = "") -> Looks:
    looks = {"font-size": str(size), "fill": GREY if grey else BLACK}
    looks |= {"font-weight": "bold"} if bold else {}
    return looks | ({"text-anchor": anchor} if anchor else {})


def _named(more: dict[str, str]) -> Looks:
    return {name.replace("_", "-"): value for name, value in more.items()}


_SOLID: Looks = {"fill": BLACK, "stroke": BLACK}
_HALO: Looks = {"paint-order": "stroke", "stroke": "#fff", "stroke-width": "4", "stroke-linejoin": "round"}
_BARE: Looks = {"stroke": "none"}

INKS: tuple[tuple[str, Looks], ...] = (
    ("text", {"text-anchor": "middle", "fill": BLACK, **_HALO}),
    # The family.
    ("geno-hit", {"fill": "none", "stroke": "none"}),
    ("geno-shape", {"fill": "#fff", "stroke": BLACK, "stroke-width": "1.75"}),
    ("geno-inner", _line(1.5)),
    ("geno-cross", _line(1.5)),
    ("geno-lost", _SOLID),
    ("geno-age", _words(13, bold=True)),
    ("geno-name", _words(12.5, bold=True)),
    ("geno-years", _words(11)),
    ("geno-date", _words(11)),
    ("geno-line", _line(1.5)),
    ("geno-join", _line(1.5)),
    ("geno-cohabiting", {"stroke-dasharray": "7 4"}),
    ("geno-unknown", {"stroke-dasharray": "2 3"}),
    ("geno-slash", _line(1.75)),
    ("geno-dashed", {"stroke-dasharray": "5 4"}),
    ("geno-child-foster", {"stroke-dasharray": "1.5 4", "stroke-linecap": "round", "stroke-width": "2"}),
    ("geno-child-step", {"stroke-dasharray": "9 4 2 4"}),
    ("geno-home", _line(1.25, "8 5", stroke=GREY)),
    ("geno-home-name", _words(11, bold=True, grey=True, anchor="start")),
    ("geno-aside", _line(1.5, stroke=GREY)),
    ("geno-near", {"stroke-dasharray": "1.5 4"}),
    *((f"geno-care-{kind}", _line(2, "2 4")) for kind in ("placed", "ngenger", "caregiver")),
    ("geno-care-guardian", _line(1.5, "10 3")),
    ("geno-aside-name", _words(11, grey=True)),
    ("geno-tie-line", _line(1.5, stroke_linejoin="round")),
    ("geno-tie-bar", _line(1.5)),
    ("geno-tie-arrow", {"fill": BLACK}),
    (
        "geno-tie-distant geno-tie-line",
        {"stroke-dasharray": "1.5 5", "stroke-linecap": "round", "stroke-width": "2.25"},
    ),
    # What stands around a household.
    ("eco-home", {"fill": "#fff", "stroke": BLACK, "stroke-width": "2"}),
    ("eco-home-name", {**_words(13, bold=True), **_BARE}),
    ("eco-small geno-shape", {"stroke-width": "4"}),
    ("eco-small geno-inner", {"stroke-width": "4"}),
    ("eco-small geno-cross", {"stroke-width": "4"}),
    ("eco-small text", {"display": "none"}),
    ("eco-circle", {"fill": "#fff", "stroke": BLACK, "stroke-width": "1.5"}),
    ("eco-name", {**_words(12.5, bold=True), **_BARE}),
    ("eco-kind", {**_words(10.5, grey=True), **_BARE}),
    ("eco-line", _line(1.75)),
    ("eco-arrow", {"fill": BLACK}),
    ("eco-bar", _line(1.75)),
    ("eco-strong eco-line", {"stroke-width": "5"}),
    ("eco-mixed eco-line", {"stroke-width": "5"}),
    ("eco-tenuous eco-line", {"stroke-dasharray": "7 5"}),
    # The road over time.
    ("life text", {"text-anchor": "start"}),
    ("life-ground text", _BARE),
    ("life-lane", {"fill": "#f2f2f2", "stroke": "none"}),
    ("life-step", _line(1, stroke="#ccc")),
    ("life-axis", _line(1.5)),
    ("life-slash", _line(1.5)),
    ("life-break", {"fill": "#fff", "stroke": "none"}),
    ("life-today", _line(1.75, "5 4")),
    ("life-now", _words(11, bold=True, anchor="middle")),
    ("life-day", _words(11, grey=True)),
    ("life-part", _words(11, bold=True, grey=True)),
    ("life-name", _words(11, bold=True, grey=True)),
    ("life-label", _words(12)),
    ("life-dot", _SOLID),
    ("life-bar", _SOLID),
    ("life-some", {"fill": "#fff", "stroke": BLACK, "stroke-width": "1.75"}),
    ("life-guess", {"stroke-dasharray": "3 3"}),
    ("life-many", {"fill": "#fff", "stroke": BLACK}),
    ("life-count", {**_words(11, bold=True, anchor="middle"), **_BARE}),
    ("life-cross", _line(2.5)),
)
