"""Genogram and ecomap in a laporan sosial: what each reader gets of them, in lines and in words, kept as signed."""

import io
import json
import re
from datetime import date
from types import SimpleNamespace

import pytest
from docx import Document as Word

from rangkul.base import typesetting
from rangkul.base.days import today
from rangkul.commons.people import actions as people
from rangkul.commons.people.actions import restrict
from rangkul.journey.pictures import actions as pictures
from rangkul.journey.reports import queries
from rangkul.journey.reports.conftest import somebody
from rangkul.journey.reports.freezing import document_of
from rangkul.journey.reports.models import Paper

TOLD = {"source": "client", "source_date": today()}


@pytest.fixture
def drawn(cast, asking, told):
    """Wati's husband Joko, who hits her, her mother Minah with whom she lives, a lost pregnancy, and a school."""
    by, wati = cast.ayu.asker(), told.person
    with asking(cast.ayu):
        joko, minah = somebody(cast.ayu, "Joko Contoh", sex="L"), somebody(cast.ayu, "Minah Contoh", sex="P")
        people.add_kinship(by=by, person=joko, relative=wati, relation="spouse", kind="married")
        people.add_kinship(by=by, person=minah, relative=wati, relation="parent")
        people.record_pregnancy(by=by, mother=wati, outcome="miscarried")
        home = people.make_household(by=by, name="Keluarga Minah")
        for one in (wati, minah):
            people.add_member(by=by, household=home, person=one)
        pictures.draw_tie(by=by, case=told, one=joko, other=wati, kind="violence", **TOLD)
        pictures.tie_system(by=by, case=told, system="school", name="SDN 3", strength="strong", flow="in", **TOLD)
    return SimpleNamespace(case=told, joko=joko, minah=minah)


@pytest.fixture
def part(start, passage):
    def of(case, code, reader):
        return passage(start(case, "social_report", reader), code).part

    return of


def letters(svg: str) -> str:
    return " ".join(re.findall(r">([^<>]+)<", svg))


@pytest.mark.parametrize("reader", ["court", "house"])
def test_a_court_and_the_house_get_the_whole_picture(drawn, part, reader):
    family = part(drawn.case, "genogram", reader)
    assert "Kekerasan oleh Joko" in family.words
    assert "Tinggal serumah (Keluarga Minah): Wati" in family.words
    assert not family.held
    for explained in ("garis bergerigi dengan panah: kekerasan", "di sekeliling: tinggal serumah"):
        assert explained in family.drawn.caption
    assert "renggang" not in family.drawn.caption, "only what is drawn is explained"
    assert "Joko" in letters(family.drawn.svg)
    around = part(drawn.case, "ecomap", reader)
    assert "SDN 3" in around.words
    assert "SDN 3" in letters(around.drawn.svg)


def test_another_agency_gets_how_the_family_is_made_and_no_more(drawn, part):
    family = part(drawn.case, "genogram", "agency")
    whole = f"{family.words} {letters(family.drawn.svg)} {family.drawn.caption}"
    for hidden in ("Joko", "Minah", "ekerasan", "serumah", "keguguran", "kehilangan"):
        assert hidden not in whole, hidden
    assert "Suami dan Wati" in family.words
    assert "ibu" in letters(family.drawn.svg)
    held = " ".join(family.held)
    for named in ("Nama, umur", "Garis hubungan", "serumah"):
        assert named in held, named
    around = part(drawn.case, "ecomap", "agency")
    assert "SDN" not in f"{around.words} {letters(around.drawn.svg)}"
    assert "Sekolah" in around.words
    assert "tidak ditulis untuk pembaca ini" in around.held[0]


def test_a_relation_in_words_names_nobody_to_another_agency(drawn, part, cast, asking):
    """Adding Joko's mother on the picture writes "Orang tua Joko" beside her name in the case."""
    with asking(cast.ayu) as ayu:
        pictures.add_relative(
            by=ayu, case=drawn.case, chosen=drawn.joko, bonded=pictures.Bonded("parent", "birth"),
            draft=people.PersonDraft(full_name="Ratna Contoh", sex="P"),
        )  # fmt: skip
    assert "Orang tua Joko Contoh: Ratna Contoh" in part(drawn.case, "family", "court").words
    said = part(drawn.case, "family", "agency").words
    assert "Joko" not in said
    assert "Ratna" not in said


def test_where_somebody_hides_no_picture_says_with_whom_or_near_what(drawn, hides, part):
    hides(drawn.case)
    family = part(drawn.case, "genogram", "court")
    assert "serumah" not in family.words
    assert "Keluarga Minah" not in letters(family.drawn.svg)
    assert "ada tempat yang dirahasiakan" in family.held[0]
    around = part(drawn.case, "ecomap", "court")
    assert "SDN" not in f"{around.words} {letters(around.drawn.svg)}"
    assert "bisa menunjukkan di mana klien berada" in around.held[0]


def test_who_hides_is_named_to_nobody(drawn, part, cast, asking):
    with asking(cast.ayu):
        restrict(by=cast.ayu.asker(), person=drawn.minah, reason="Ia diancam oleh menantunya.")
    for code in ("genogram", "ecomap"):
        one = part(drawn.case, code, "court")
        assert "Minah Contoh" not in f"{one.words} {letters(one.drawn.svg)}"
    assert "Orang yang datanya dibatasi digambar tanpa nama." in part(drawn.case, "genogram", "court").held
    assert "dibatasi" not in part(drawn.case, "genogram", "court").words


def test_where_nothing_is_drawn_no_part_says_so(told, start, cast, asking):
    paper = start(told)
    with asking(cast.ayu):
        assert not {"genogram", "ecomap"} & {one.code for one in queries.passages_of(paper)}


def test_the_words_become_the_alternative_text_and_the_worker_may_mend_them(drawn, start, write, cast, asking):
    paper = start(drawn.case)
    write(paper, "genogram", "Wati menikah dengan Joko.\nIa tinggal pada ibunya.")
    with asking(cast.ayu):
        document = document_of(paper, queries.passages_of(paper), draft=True)
    figure = next(one for one in document.blocks if one.block == "figure")
    assert figure.says == "Wati menikah dengan Joko. Ia tinggal pada ibunya."
    assert figure.title == "Genogram"


def test_a_part_that_is_left_out_takes_its_picture_with_it(drawn, start, passage, cast, asking):
    from rangkul.journey.reports import actions

    paper = start(drawn.case)
    with asking(cast.ayu) as ayu:
        actions.leave_out(by=ayu, paper=paper, passage=passage(paper, "genogram"), left_out=True)
        document = document_of(paper, queries.passages_of(paper), draft=True)
    assert [one.title for one in document.blocks if one.block == "figure"] == ["Ekomap"]


def test_a_hidden_address_on_a_picture_stops_the_signature(drawn, start, write, sign, hides, cast, asking):
    """Somebody wrote where she hides into the name of a system, before anybody said that the place is hidden."""
    from rangkul.base.actions import Refused
    from rangkul.journey.reports.conftest import HIDDEN

    with asking(cast.ayu) as ayu:
        pictures.tie_system(by=ayu, case=drawn.case, system="other", name=HIDDEN, strength="strong", **TOLD)
    paper = start(drawn.case)
    write(paper, "recommendation", "Kami menyarankan pendampingan.")
    write(paper, "ecomap", "Sekolah mendukung.")
    hides(drawn.case)
    with pytest.raises(Refused, match="rahasia"):
        sign(paper)


def test_the_picture_is_kept_as_it_was_signed(drawn, start, write, sign, cast, asking):
    paper = start(drawn.case)
    write(paper, "recommendation", "Kami menyarankan pendampingan.")
    sign(paper)
    with asking(cast.ayu) as ayu:
        kept = Paper.objects.select_related("key").get(pk=paper.pk)
        before = (kept.frozen, bytes(kept.sha256))
        pictures.tie_system(by=ayu, case=drawn.case, system="health", name="Puskesmas", strength="strong", **TOLD)
        again = Paper.objects.select_related("key").get(pk=paper.pk)
        assert (again.frozen, bytes(again.sha256)) == before
    figures = [one for one in json.loads(before[0])["blocks"] if one["block"] == "figure"]
    assert [one["title"] for one in figures] == ["Genogram", "Ekomap"]
    assert "Puskesmas" not in before[0]


def test_pdf_and_docx_carry_the_picture_with_its_words(drawn, start, cast, asking):
    paper = start(drawn.case)
    with asking(cast.ayu):
        document = document_of(paper, queries.passages_of(paper), draft=True)
    made = typesetting.pdf(document)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert made.count(b"/S/Figure") + made.count(b"/S /Figure") >= 2
    word = Word(io.BytesIO(typesetting.docx(document)))
    told = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert len(told) == 2
    assert "Kekerasan oleh Joko" in told[0]


def test_the_draft_and_the_signed_document_show_the_picture_on_the_page(drawn, start, write, sign, cast, signed_in):
    paper = start(drawn.case)
    page = signed_in(cast.ayu).get(paper.get_absolute_url()).content.decode()
    assert page.count('<img src="data:image/svg+xml;base64,') == 2
    assert "untuk pembaca yang tidak melihat gambarnya" in page
    write(paper, "recommendation", "Kami menyarankan pendampingan.")
    sign(paper)
    page = signed_in(cast.ayu).get(paper.get_absolute_url()).content.decode()
    assert page.count('<img src="data:image/svg+xml;base64,') == 2
    assert 'alt="Gambar ini tentang Wati' in page


def test_what_was_told_of_a_life_stands_in_the_report_for_whoever_may_read_it(told, start, passage, cast, asking):
    with asking(cast.ayu) as ayu:
        event = pictures.record_life_event(
            by=ayu, case=told, words="Menikah dengan Joko", happened_on=date(2012, 5, 3), exactness="year", **TOLD
        )
    court = passage(start(told), "life").part
    assert court.words.startswith("2012: Menikah dengan Joko. Sumber: Klien,")
    assert court.lines[0].row == event.pk
    agency = passage(start(told, "social_report", "agency"), "life").part
    assert "Joko" not in agency.words
    assert "1 peristiwa tercatat" in agency.words
    assert agency.held


@pytest.fixture
def lived(told, cast, asking):
    """Wati's life before the case, as she told it."""
    with asking(cast.ayu) as ayu:
        for year, words in ((2009, "Lulus SMP 4"), (2012, "Menikah dengan Joko"), (2019, "Pindah ke Cianjur")):
            pictures.record_life_event(
                by=ayu, case=told, words=words, happened_on=date(year, 5, 3), exactness="year", **TOLD
            )
    return told


def test_the_road_over_time_is_drawn_for_whoever_may_read_a_life(lived, part):
    road = part(lived, "lifeline", "court")
    shown = letters(road.drawn.svg)
    assert "Menikah" in shown
    assert "Perkenalan" in shown or "Asesmen" in shown
    assert "Menikah dengan Joko" in road.words
    assert "salah satu hari di dalamnya" in road.drawn.caption
    assert not road.held


def test_another_agency_gets_no_life_drawn(lived, start, passage, cast, asking):
    paper = start(lived, "social_report", "agency")
    with asking(cast.ayu):
        parts = {one.code: one.part for one in queries.passages_of(paper)}
    drawn = parts.get("lifeline")
    said = f"{drawn.words} {letters(drawn.drawn.svg)}" if drawn else ""
    for hidden in ("Menikah", "SMP", "Cianjur"):
        assert hidden not in said
    assert drawn is None or "tidak digambar" in drawn.held[0]


def test_no_level_and_no_value_stands_on_the_road_of_a_document(lived, part):
    assert "Tingkat" not in part(lived, "lifeline", "court").words


def test_the_assessment_report_shows_family_and_surroundings(drawn, start, cast, asking):
    paper = start(drawn.case, "assessment_report", "house")
    with asking(cast.ayu):
        codes = [one.code for one in queries.passages_of(paper)]
        document = document_of(paper, queries.passages_of(paper), draft=True)
    assert {"genogram", "ecomap"} <= set(codes)
    assert [one.title for one in document.blocks if one.block == "figure"] == ["Genogram", "Ekomap"]
