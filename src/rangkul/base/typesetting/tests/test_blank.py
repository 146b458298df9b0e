"""Forms that wait for a pen."""

import io
from base64 import b64encode
from datetime import date

import docx as word
import pytest
from PIL import Image

from rangkul.base.typesetting import Asked, Document, Fields, Letterhead, Shown, Ticks, docx, pdf


def face(kind: str) -> Shown:
    out = io.BytesIO()
    Image.new("RGB", (4, 2), "teal").save(out, kind)
    data = f"data:image/{kind.lower()};base64,{b64encode(out.getvalue()).decode()}"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><image width="4" height="2" href="{}"/></svg>'
    return Shown(svg.format(data), "Wajah lega", 2.0)


BLANK = (
    Fields(("Nama", "Tanggal")),
    Asked("Apakah aman?", "Bila sendirian:", ("Pelan-pelan.",), ("Ya", "Tidak"), across=True),
    Asked("Mana yang cocok?", choices=("Satu *b* #panic()", "Dua")),
    Asked("Cerita", lines=4),
    Asked("Apa ini?", shown=(face("PNG"),), choices=("Lega", "Lain"), choices_shown=(face("JPEG"), None)),
    face("PNG"),
    Ticks("Pertanyaan", ("Tidak", "Kadang", "Sering"), ("1. Murung", "2. Cemas")),
)


def paper(*blocks):
    return Document("Formulir", date(2026, 11, 26), Letterhead("Yayasan Contoh"), blocks)


def test_a_blank_form_is_tagged_and_the_same_each_time():
    made = pdf(paper(*BLANK))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert made == pdf(paper(*BLANK))


@pytest.mark.parametrize("block", BLANK, ids=lambda block: block.block)
def test_each_block_can_stand_alone(block):
    assert pdf(paper(block)).startswith(b"%PDF")


@pytest.mark.parametrize("columns", range(1, 8))
def test_a_table_of_boxes_takes_up_to_seven_choices(columns):
    assert pdf(paper(Ticks("Pertanyaan", ("Sangat tidak setuju",) * columns, ("1. Murung " * 20,) * 30)))


def test_the_same_form_as_docx_has_its_boxes():
    whole = word.Document(io.BytesIO(docx(paper(*BLANK))))
    lines = [line.text for line in whole.paragraphs]
    assert "☐ Ya    ☐ Tidak" in lines
    assert "☐ Satu *b* #panic()\n☐ Dua" in lines
    assert [cell.text for cell in whole.tables[0].rows[1].cells] == ["1. Murung", "☐", "☐", "☐"]


def test_a_picture_is_told_to_who_hears_the_page():
    made = pdf(paper(Asked("Apa ini?", shown=(face("PNG"),))))
    assert b"/Image" in made
    assert b"Wajah lega" in made or "Wajah lega".encode("utf-16-be") in made
