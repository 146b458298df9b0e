"""A short scale is a row of buttons with the words of both ends; the engine takes it as a choice."""

import pytest
from lxml import html

from rangkul.base.xforms import Refused, check
from rangkul.journey.instruments.pages.plain import PlainForm
from rangkul.journey.instruments.paper.rows import blocks_of
from rangkul.journey.instruments.rendering import render
from rangkul.journey.instruments.rendering.scales import steps_between

FORM = """
| survey | | | | | | |
| | type | name | label::Bahasa Indonesia (id) | label::English (en) | parameters | required |
| | range | sure | Seberapa yakin? | How sure? | start=0 end=10 step=1 tick_labelset=ends | yes |
| | range | bare | Berapa? | How much? | start=0 end=4 step=1 | |
| | range | long | Sejauh apa? | How far? | start=0 end=100 step=1 | |

| choices | | | | |
| | list_name | name | label::Bahasa Indonesia (id) | label::English (en) |
| | ends | 0 | Sama sekali tidak | Not at all |
| | ends | 10 | Sepenuhnya | Fully |

| settings | | | | |
| | form_title | form_id | version | default_language |
| | Skala | skala | 1 | Bahasa Indonesia (id) |
"""


@pytest.fixture(scope="module")
def form():
    return check(FORM.encode(), "form.md").form


def drawn(form, language="id"):
    return html.fromstring(render(form.xml.decode(), language).questions)


def radios(page, name):
    return page.xpath(f"//input[@type='radio'][@data-name='/data/{name}']")


def test_each_step_is_a_button_of_one_question(form):
    given = radios(drawn(form), "sure")
    assert [one.get("value") for one in given] == [str(step) for step in range(11)]
    assert {one.get("data-required") for one in given} == {"true()"}
    assert {one.get("data-type-xml") for one in given} == {"int"}
    assert len(radios(drawn(form), "bare")) == 5


@pytest.mark.parametrize(
    ("language", "low", "high"), [("id", "Sama sekali tidak", "Sepenuhnya"), ("en", "Not at all", "Fully")]
)
def test_the_words_of_both_ends_are_shown_and_spoken_once(form, language, low, high):
    page = drawn(form, language)
    ends = page.xpath("//p[@class='scale-ends']")
    assert [one.text_content() for one in ends] == [f"0: {low}10: {high}"]
    assert ends[0].get("aria-hidden") == "true"
    assert radios(page, "sure")[0].getparent().text_content() == f"0: {low}"


def test_a_long_scale_is_typed(form):
    assert drawn(form).xpath("//input[@type='number']/@name") == ["/data/long"]


def test_steps_without_words_are_answers_too(form):
    """The list of a scale names some of its steps; the others are no less of it."""
    answer = form.examine(form.answer_from({"sure": 7}))
    assert answer.values["sure"] == 7
    with pytest.raises(Refused):
        form.examine(form.answer_from({"sure": 11}))


def test_on_a_plain_page_it_is_the_same_row(form):
    page = html.fromstring(str(PlainForm(questions=form.questions, language="id")))
    assert page.xpath("//input[@name='q_sure']/@value") == ["", *map(str, range(11))]
    assert "10: Sepenuhnya" in page.text_content()
    assert page.xpath("//input[@name='q_long']/@type") == ["number"]


def test_on_paper_too(form):
    first = next(block for block in blocks_of(form, "id") if getattr(block, "choices", ()))
    assert first.choices[0] == "0 (Sama sekali tidak)"
    assert first.choices[5] == "5"


@pytest.mark.parametrize(
    ("least", "most", "by", "count"),
    [
        ("0", "10", "1", 11),
        ("1", "5", "0.5", 9),
        ("0", "11", "1", 0),
        ("0", "10", "0", 0),
        ("x", "1", "1", 0),
        ("5", "1", "1", 0),
    ],
)
def test_what_makes_a_short_scale(least, most, by, count):
    assert len(steps_between(least, most, by)) == count
