"""Five forms that were written for other programmes: taken, drawn whole, printed, answered, and read in words."""

import pytest
from lxml import html

from rangkul.base.xforms.questions import ASKED
from rangkul.base.xforms.tests.world import FORMS, NAMES, NOW, VALUES
from rangkul.journey.instruments.paper.rows import blocks_of
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import received
from rangkul.journey.instruments.rendering import render
from rangkul.journey.instruments.rendering.showing import Picture
from rangkul.journey.instruments.sheet import lines
from rangkul.journey.instruments.tests.books import picture

# What each of them brings besides words.
PICTURES = {"ceklis-panti": ("jangan-foto-wajah.png", "apar.png", "baik.png", "rusak.png")}
ORDERED = {"putus-sekolah": "urutan_dukungan"}


@pytest.fixture(params=NAMES)
def ready(request):
    came = {name: picture() for name in PICTURES.get(request.param, ())}
    return received(Parcel(f"{request.param}.md", (FORMS / f"{request.param}.md").read_bytes(), came), "Program lain")


def drawn(ready, language="id"):
    shown = {name: Picture(f"/gambar/{name}", one.width, one.height) for name, one in ready.pictures.items()}
    return html.fromstring(render(ready.form.xml.decode(), language, shown).questions)


def name_of(ready):
    return ready.name.removesuffix(".md")


def test_every_question_is_on_the_page_with_its_words(ready):
    page = drawn(ready)
    names = {found.get("data-name") or found.get("name") for found in page.xpath("//*[@name or @data-name]")}
    for question in ready.form.all_questions():
        if question.kind in ASKED:
            assert question.path in names, question.path
    assert not page.xpath("//input[@type='file'] | //*[@style] | //script | //a")
    assert "jr://" not in html.tostring(page, encoding="unicode")


def test_its_pictures_stand_where_they_belong(ready):
    page = drawn(ready)
    assert {image.get("src") for image in page.xpath("//img")} == {f"/gambar/{name}" for name in ready.form.media}
    assert set(ready.form.media) == set(PICTURES.get(name_of(ready), ()))
    assert all(image.get("alt") is not None and image.get("width") for image in page.xpath("//img"))


def test_an_order_has_its_rows_and_one_input_that_is_not_seen(ready):
    page = drawn(ready)
    orders = page.xpath("//input[contains(@class, 'rank')]")
    assert len(orders) == (name_of(ready) in ORDERED)
    for order in orders:
        assert "or-hidden" in order.get("class")
        rows = order.getparent().xpath("div[contains(@class, 'option-wrapper')]/label/input")
        question = ready.form.question(order.get("name"))
        assert [row.get("value") for row in rows] == [choice.name for choice in question.choices]
        assert {row.get("type") for row in rows} == {"hidden"}


def test_an_answer_goes_round_and_is_read_in_words(ready):
    form, values = ready.form, VALUES[name_of(ready)]
    first = form.examine(form.answer_from(values, now=NOW), now=NOW)
    again = form.examine(first.xml, now=NOW)
    assert again.values == first.values
    said = {line.name: line.said for line in lines(form, again, "id")}
    if order := ORDERED.get(name_of(ready)):
        assert said[order] == "1. Kejar paket, 2. Bantuan biaya, 3. Transportasi"


def test_it_prints_with_a_place_for_every_answer(ready):
    blocks = list(blocks_of(ready.form, "id"))
    assert blocks
    printed = str(blocks)
    for question in ready.form.all_questions():
        if question.kind in ASKED and "${" not in question.label("id") and "…" not in question.label("id"):
            assert question.label("id").replace("*", "")[:30] in printed.replace("*", ""), question.name
