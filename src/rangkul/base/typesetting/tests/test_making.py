"""What was written comes out as it was written, whatever it looks like to a machine."""

import io
import json
import re
import subprocess
import time
import zipfile
from datetime import date

import docx as word
import pytest
import typst
from tests.support import pdf_words

from rangkul.base.typesetting import (
    Checked,
    Document,
    Facts,
    Figure,
    Heading,
    Letterhead,
    Listed,
    Notice,
    NotSet,
    Paragraph,
    Signatures,
    Signed,
    Table,
    docx,
    making,
    pdf,
    press,
    qr_svg,
)

MARKUP = '#panic("x") *b* _i_ $x^2$ @ref <lab> `c` // k /* k */ = j\n- d\n+ e\n/ t: u \\u{0} #include "/etc/passwd"'
EVERY_KIND = (
    Notice("Rahasia"),
    Heading("Identitas"),
    Facts((("Nama", "Wati Contoh"),)),
    Heading("Rincian", 2),
    Paragraph(MARKUP),
    Paragraph("Belum digali.", "gap"),
    Listed(("satu", "dua")),
    Table(("Tujuan", "Klien"), (("Sekolah", "+1"),)),
    Figure('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>', "Sebuah garis"),
    Signatures((Signed("Pekerja sosial", "Ayu Contoh"),), "Bandung"),
    Checked("Kode: ABCD", qr_svg("ABCD")),
)


def paper(*blocks, **given):
    words = {"title": "Laporan sosial", "day": date(2026, 11, 26), "letterhead": Letterhead("Yayasan Contoh")}
    return Document(**(words | given), blocks=blocks)


def says(made: bytes) -> str:
    """All words of a DOCX in their order."""
    whole = word.Document(io.BytesIO(made))
    return "\n".join(text.text or "" for text in whole.element.body.iter() if text.tag.endswith("}t"))


def placed(document: Document) -> str:
    """What typst set, element by element: the text inside it, not the bytes of the file."""
    asked = {"document": json.dumps(document.values())}
    fonts = typst.Fonts(include_system_fonts=False)
    return typst.query(press.LAYOUT.read_bytes(), "par", font_paths=fonts, sys_inputs=asked)


def test_the_words_of_a_pdf_can_be_copied_out_of_it():
    long = "Keluarga ini (ibu, dua anak) tinggal di rumah petak; “sewa” dibayar tiap bulan — Rp 450.000. " * 9
    read = pdf_words.words_of(pdf(paper(Paragraph(long), Listed(("satu", "dua")))))
    for told in ("Yayasan Contoh", long, "satu", "dua"):
        assert pdf_words.says(read, told)
    assert not pdf_words.says(read, "tiga")


def test_a_pdf_is_tagged_and_says_its_title_and_language():
    made = pdf(paper(*EVERY_KIND))
    assert made.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in made
    assert re.search(rb"/Marked true", made)
    assert re.search(rb"/Lang\s*\(id\)", made)
    assert b"/DisplayDocTitle true" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"Laporan sosial" in made


def test_an_english_document_says_so():
    assert re.search(rb"/Lang\s*\(en\)", pdf(paper(Paragraph("Hello"), language="en")))


def test_markup_of_the_layout_language_is_text_like_any_other():
    for piece in MARKUP.split("\n"):
        assert piece.replace("\\", "\\\\").replace('"', '\\"') in placed(paper(Paragraph(MARKUP)))
    assert MARKUP.split("\n")[0] in says(docx(paper(Paragraph(MARKUP))))


@pytest.mark.parametrize("make", [pdf, docx])
def test_the_same_document_is_the_same_file(make):
    assert make(paper(*EVERY_KIND)) == make(paper(*EVERY_KIND))


@pytest.mark.parametrize(
    "text", ["Klien menulis 🙂", "中文", "ꦗꦮ", "a\x00b\ufffe", "السلام", "".join(map(chr, range(0x4E00, 0x4E20)))]
)
@pytest.mark.parametrize("make", [pdf, docx])
def test_no_sign_stops_a_document(make, text):
    assert make(paper(Paragraph(text)))


def test_a_docx_has_real_styles_heads_and_its_language():
    made = docx(paper(*EVERY_KIND, footer="LS-1"))
    whole = word.Document(io.BytesIO(made))
    styles = {line.style.name: line.text for line in whole.paragraphs}
    assert styles["Title"] == "Laporan sosial"
    assert styles["Heading 1"] == "Identitas"
    assert styles["List Bullet"] == "dua"
    assert whole.core_properties.language == "id-ID"
    raw = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    assert raw.count("<w:tblHeader/>") == 2
    footer = "".join(line.text for line in whole.sections[0].footer.paragraphs)
    assert "Halaman" in footer
    assert "LS-1" in footer


def test_who_signs_stands_with_the_place_on_one_page_of_a_docx():
    whole = word.Document(io.BytesIO(docx(paper(Signatures((Signed("Pekerja sosial", "Ayu"),), "Semarang, hari ini")))))
    place = next(line for line in whole.paragraphs if line.text == "Semarang, hari ini")
    assert place.paragraph_format.keep_with_next
    assert "w:cantSplit" in whole.tables[-1].rows[0]._tr.xml


def test_every_style_of_a_docx_is_black_and_speaks_its_language():
    drawn = Figure(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>', "Garis", "Gambar 1"
    )
    whole = word.Document(io.BytesIO(docx(paper(*EVERY_KIND, drawn))))
    used = {line.style.name: line.style for line in whole.paragraphs}
    assert "Caption" in used
    for name, style in used.items():
        assert str(style.font.color.rgb) == "000000", name
        assert style.element.rPr.find(word.oxml.ns.qn("w:lang")).get(word.oxml.ns.qn("w:val")) == "id-ID"


def test_a_drawing_comes_as_dots_with_its_words_behind_it():
    line = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="90"><path d="M0 9h2000" stroke="#000"/></svg>'
    whole = word.Document(io.BytesIO(docx(paper(Figure(line, "Sebuah garis", "Panjang", "Gambar")))))
    (shape,) = whole.inline_shapes
    assert shape._inline.docPr.get("descr") == "Sebuah garis"
    assert shape.width <= word.shared.Cm(16), "it fits between the margins"
    assert [one.text for one in whole.paragraphs if one.style.name in ("Heading 1", "Caption")] == ["Gambar", "Panjang"]


def test_a_wide_drawing_gets_a_page_across():
    wide = '<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="300"><path d="M0 9h1400"/></svg>'
    turned = rb"/MediaBox ?\[0 0 841\.\d+ 595\.\d+\]"
    assert re.search(turned, pdf(paper(Figure(wide, "Sebuah garis", title="Gambar"))))
    small = Figure('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "Kosong")
    assert not re.search(turned, pdf(paper(small)))


def test_a_document_that_cannot_be_made_is_refused_without_its_words(monkeypatch):
    gone = subprocess.CompletedProcess([], 1, b"", b"Wati")
    monkeypatch.setattr(making.subprocess, "run", lambda *a, **k: gone)
    with pytest.raises(NotSet) as refused:
        pdf(paper())
    assert "Wati" not in str(refused.value)


def test_a_document_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(making, "_SECONDS", 0.001)
    with pytest.raises(NotSet):
        pdf(paper())


def test_a_long_report_is_set_in_time():
    long = [Paragraph("Menurut klien (3 Maret 2026): anak berhenti sekolah sejak bulan lalu. " * 4)] * 120
    began = time.monotonic()
    pdf(paper(*long))
    assert time.monotonic() - began < 5
