"""The same form for a pen: everything that is asked stands on the paper, in both languages."""

import re
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest

from rangkul.base import xforms
from rangkul.base.typesetting import Asked, Fields, Heading, Letterhead, Notice, Paragraph, Ticks
from rangkul.base.xforms import check
from rangkul.journey.instruments.paper import blank, blank_pdf
from rangkul.journey.instruments.paper.plainly import plainly
from rangkul.journey.instruments.scoring.shipped import keys, shipped

LETTERHEAD = Letterhead("Yayasan Contoh")
DAY = date(2026, 11, 26)


def form_of(source):
    checked = check(source.encode(), "form.md")
    assert checked.form is not None, checked.faults
    return checked.form


def on_paper(source, language="id"):
    return blank(form_of(textwrap.dedent(source)), letterhead=LETTERHEAD, day=DAY, language=language).blocks


def words_of(value):
    if isinstance(value, dict):
        value = list(value.values())
    return [words for one in value for words in words_of(one)] if isinstance(value, list | tuple) else [str(value)]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", keys())
def test_every_question_and_choice_stands_on_the_paper(key, language):
    form = form_of(shipped(key).form)
    text = "\n".join(words_of(blank(form, letterhead=LETTERHEAD, day=DAY, language=language).values()))
    for question in form.all_questions():
        if question.asked or question.kind == "note":
            assert question.label(language) in text
        for choice in question.choices:
            assert choice.label(language) in text


@pytest.mark.parametrize("key", ["phq9", "ssm", "dv_danger_own"])
def test_it_becomes_a_pdf_that_can_be_read_aloud(key):
    one = shipped(key)
    made = blank_pdf(
        form_of(one.form),
        letterhead=LETTERHEAD,
        day=DAY,
        title=one.rules.name.id,
        notices=[one.rules.licence.notice.id],
    )
    assert made.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert re.search(rb"/Lang\s*\(id\)", made)


def test_questions_with_the_same_choices_share_a_table():
    ticks = [block for block in on_paper(shipped("phq9").form) if isinstance(block, Ticks)]
    assert len(ticks) == 1
    assert len(ticks[0].rows) == 9
    assert ticks[0].choices[0] == "Tidak sama sekali"


def test_no_screen_says_what_the_paper_asks_first():
    head = on_paper(shipped("hark").form)[0]
    assert isinstance(head, Fields)
    assert "Petugas" in head.names


def test_licence_and_status_travel_with_the_paper():
    form = form_of(shipped("hark").form)
    last = blank(form, letterhead=LETTERHEAD, day=DAY, notices=["CC BY 2.0", ""]).blocks[-1]
    assert last == Paragraph("CC BY 2.0", tone="quiet")


def test_the_title_of_hark_does_not_betray_what_it_asks():
    one = shipped("hark")
    for title in (form_of(one.form).title, one.rules.name.id, one.rules.name.en):
        assert not re.search("kekerasan|violence|abuse", title, re.IGNORECASE)


def test_every_kind_of_question_has_its_room():
    blocks = on_paper("""
        | survey | | | | |
        | | type | name | label | appearance |
        | | text | story | Cerita | multiline |
        | | integer | age | Umur | |
        | | date | since | Sejak kapan? | |
        | | select_multiple need | needs | Kebutuhan | |
        | | image | photo | Foto | |
        | | geopoint | place | Tempat | |
        | | acknowledge | agrees | Setuju | |
        | choices | | | |
        | | list_name | name | label |
        | | need | food | Makanan |
        | | need | bed | Tempat tidur |
        | settings | | | |
        | | form_title | form_id | version |
        | | Uji | uji | 1 |
    """)
    asked = {block.text: block for block in blocks if isinstance(block, Asked)}
    assert (asked["Cerita"].lines, asked["Umur"].lines) == (4, 1)
    assert "tanggal" in asked["Sejak kapan?"].remarks[0]
    assert asked["Kebutuhan"].remarks == ("Boleh lebih dari satu.",)
    assert asked["Kebutuhan"].choices == ("Makanan", "Tempat tidur")
    assert asked["Foto"].remarks == asked["Tempat"].remarks == ("Diisi lewat aplikasi.",)
    assert asked["Setuju"].choices == ("",)


CONDITIONS = """
    | survey | | | | |
    | | type | name | label | relevant |
    | | select_one yn | a | Punya anak? | |
    | | select_one yn | b | Tinggal bersama? | |
    | | integer | n | Umur | |
    | | text | c | Siapa? | {relevant} |
    | choices | | | |
    | | list_name | name | label |
    | | yn | ya | Ya |
    | | yn | tidak | Tidak |
    | settings | | | |
    | | form_title | form_id | version |
    | | Uji | uji | 1 |
"""


@pytest.mark.parametrize(
    ("relevant", "told"),
    [
        ("${a} = 'ya'", "Bila “Punya anak?” dijawab “Ya”:"),
        ("${a} != 'ya'", "Bila “Punya anak?” tidak dijawab “Ya”:"),
        ("${a} = 'ya' and ${b} = 'tidak'", "Bila “Punya anak?” dijawab “Ya” dan “Tinggal bersama?” dijawab “Tidak”:"),
        ("${a} = 'ya' or ${b} = 'ya'", "Bila “Punya anak?” dijawab “Ya” atau “Tinggal bersama?” dijawab “Ya”:"),
        ("selected(${b}, 'ya')", "Bila “Tinggal bersama?” dijawab “Ya”:"),
        ("${n} >= 60", "Bila “Umur” 60 atau lebih:"),
        ("${n} < 18 and ${a} = 'ya'", "Bila “Umur” kurang dari 18 dan “Punya anak?” dijawab “Ya”:"),
        ("${n} != ''", "Bila “Umur” diisi:"),
        ("string-length(${a}) > 2", "Bila berlaku menurut jawaban di atas:"),
        ("${a} = 'mungkin'", "Bila berlaku menurut jawaban di atas:"),
        ("${a} = 'ya' or ${b} = 'ya' or ${a} = 'tidak'", "Bila berlaku menurut jawaban di atas:"),
    ],
)
def test_plain_conditions_are_told_and_others_are_not_guessed(relevant, told):
    asked = [block for block in on_paper(CONDITIONS.format(relevant=relevant)) if isinstance(block, Asked)]
    assert asked[-1].before == told


def test_a_repeat_is_printed_once_and_says_that_it_may_be_copied():
    blocks = on_paper("""
        | survey | | | |
        | | type | name | label |
        | | begin_repeat | member | Anggota keluarga |
        | | text | who | Nama |
        | | end_repeat | | |
        | settings | | | |
        | | form_title | form_id | version |
        | | Uji | uji | 1 |
    """)
    assert [type(block) for block in blocks] == [Fields, Heading, Paragraph, Asked]
    assert "boleh diulang" in blocks[2].text


FORMS = sorted((Path(xforms.__file__).parent / "tests" / "forms").glob("*.md"))
assert FORMS


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_of_other_programmes_print_too(path):
    form = check(path.read_bytes(), path.name).form
    document = blank(form, letterhead=LETTERHEAD, day=DAY)
    text = "\n".join(words_of(document.values()))
    for question in form.all_questions():
        assert not question.asked or plainly(question.label("id")) in text
    assert "**" not in text
    assert blank_pdf(form, letterhead=LETTERHEAD, day=DAY).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("**Jangan** memotret", "Jangan memotret"),
        ("_Hati-hati_ di jalan", "Hati-hati di jalan"),
        ("# Judul", "Judul"),
        ("[Pedoman](https://contoh.id/a)", "Pedoman"),
        ('<span style="color:red">Merah</span>', "Merah"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("nama_lengkap_anak", "nama_lengkap_anak"),
        ("umur < 5 dan berat > 3", "umur < 5 dan berat > 3"),
    ],
)
def test_marks_for_the_screen_are_no_words(label, plain):
    assert plainly(label) == plain


@pytest.mark.parametrize("piece", ["[", "**a ", "_a", "<a", "# ", "[a](", "__", "*a* "])
def test_a_label_made_to_be_slow_is_not(piece):
    before = time.process_time()
    plainly(piece * 5_000)
    assert time.process_time() - before < 1


def test_the_screening_sentence_is_framed():
    assert isinstance(on_paper(shipped("phq9").form)[1], Notice)
