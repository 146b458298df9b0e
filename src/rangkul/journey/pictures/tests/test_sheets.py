"""A picture for a document carries its own ink and no more than its reader may get."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkul.journey.pictures.ecomap.drawing import draw as draw_ecomap
from rangkul.journey.pictures.ecomap.values import Around, Ecomap
from rangkul.journey.pictures.genogram.describing import sentences
from rangkul.journey.pictures.genogram.drawing import draw as draw_genogram
from rangkul.journey.pictures.genogram.family import Couple, Family, Member, Parent, Sibling
from rangkul.journey.pictures.genogram.layout import lay_out
from rangkul.journey.pictures.genogram.sample import sample_family
from rangkul.journey.pictures.genogram.sparing import Spared, spared
from rangkul.journey.pictures.inking import inked
from rangkul.journey.pictures.lifeline.drawing import draw as draw_lifeline
from rangkul.journey.pictures.lifeline.placing import place
from rangkul.journey.pictures.lifeline.sample import sample_road
from rangkul.journey.pictures.lifeline.scale import PAPER
from rangkul.journey.pictures.states import Flow, Strength
from rangkul.journey.pictures.tests.test_layout import any_family

NOTHING = Spared(names=False, ties=False, homes=False)
SPACE = "{http://www.w3.org/2000/svg}"


def genogram(family: Family) -> str:
    return inked(draw_genogram(lay_out(family), "Genogram", "Uraian", lambda one: f"?orang={one}"))


def ecomap() -> str:
    around = [
        Around(f"{strength}{flow}", "school", "Sekolah", "SDN <3>", strength, flow)
        for strength in Strength.values for flow in Flow.values
    ]  # fmt: skip
    return inked(draw_ecomap(Ecomap("Wati", sample_family().members[:3], tuple(around)), "Ekomap", "Uraian"))


def lifeline() -> str:
    return inked(draw_lifeline(place(sample_road(), PAPER), "Garis waktu", "Uraian", lambda one: f"?saat={one}"))


@pytest.mark.parametrize(
    "drawing", [genogram(sample_family()), ecomap(), lifeline()], ids=["genogram", "ecomap", "lifeline"]
)
def test_it_needs_no_style_sheet_and_leads_nowhere(drawing):
    root = ElementTree.fromstring(drawing)
    assert root.tag == f"{SPACE}svg"
    for element in root.iter():
        assert not {"class", "style", "href", "id", "role"} & set(element.attrib), element.tag
        assert element.tag.removeprefix(SPACE) in {"svg", "g", "path", "rect", "circle", "text"}, element.tag
        if element.tag in (f"{SPACE}path", f"{SPACE}rect", f"{SPACE}circle"):
            assert {"fill", "stroke"} & set(element.attrib), "a shape without ink would be a black spot"
        if element.tag == f"{SPACE}text" and element.get("display") != "none":
            assert element.get("font-size"), element.text


def test_a_line_is_never_filled():
    root = ElementTree.fromstring(genogram(sample_family()))
    for path in root.iter(f"{SPACE}path"):
        if not path.get("d").endswith("Z"):
            assert path.get("fill") == "none"


def test_what_somebody_wrote_stays_text():
    assert "SDN &lt;3&gt;" in ecomap()


@settings(max_examples=60, deadline=None)
@given(any_family())
def test_without_names_no_name_no_year_and_no_age_is_left(family):
    people = [
        replace(one, name=f"NAMA{n}", full_name=f"NAMA{n} LENGKAP", age="41", years="1985", index=n == 0)
        for n, one in enumerate(family.members)
    ]
    whole = replace(family, members=tuple(people), couples=tuple(replace(one, since="2012") for one in family.couples))
    less = spared(whole, NOTHING)
    told = f"{' '.join(sentences(less))} {genogram(less)}"
    for hidden in ("2012", "LENGKAP", *(one.name for one in people[1:])):
        assert not re.search(rf"\b{hidden}\b", told), hidden
    assert not less.ties
    assert not less.homes
    assert len(less.members) == len(whole.members), "the shape of the family stays"


@settings(max_examples=60, deadline=None)
@given(any_family(), st.booleans())
def test_whoever_gets_everything_gets_what_was_drawn(family, restricted):
    people = tuple(replace(one, restricted=restricted) for one in family.members)
    same = spared(replace(family, members=people), Spared())
    if not restricted:
        assert same == family
    assert not any(one.restricted for one in same.members)


def kin() -> Family:
    def one(name: str, sex: str, born: int, **more) -> Member:
        return Member(name, name, name, sex, born=date(born, 1, 1), **more)

    people = (
        one("wati", "P", 1990, index=True), one("joko", "L", 1988), one("minah", "P", 1965), one("sastro", "L", 1960),
        one("sri", "P", 1940), one("budi", "L", 1992), one("rini", "P", 1994), one("dinda", "P", 2012),
        one("rafi", "L", 2015), one("bayi", "L", 2026), one("paman", "L", 1970),
    )  # fmt: skip
    links = (
        ("minah", "wati"), ("sastro", "wati"), ("sri", "minah"), ("minah", "budi"), ("wati", "dinda"), ("wati", "rafi"),
        ("dinda", "bayi"), ("sri", "paman"),
    )  # fmt: skip
    return Family(
        people, (Couple("wati", "joko", "married"),), tuple(Parent(*two) for two in links),
        (Sibling("wati", "rini"),),
    )  # fmt: skip


def test_relatives_are_called_by_what_they_are_to_the_client():
    called = {one.id: one.name for one in spared(kin(), NOTHING).members}
    assert called == {
        "wati": "wati", "joko": "suami", "minah": "ibu", "sastro": "ayah", "sri": "nenek", "budi": "saudara 1",
        "rini": "saudara 2", "dinda": "anak 1", "rafi": "anak 2", "bayi": "cucu", "paman": "kerabat",
    }  # fmt: skip


def test_who_hides_has_no_name_for_anybody():
    family = kin()
    hiding = replace(family, members=tuple(replace(one, restricted=one.id == "minah") for one in family.members))
    called = {one.id: one.name for one in spared(hiding, Spared()).members}
    assert called["minah"] == "ibu"
    assert called["joko"] == "joko"
