"""Whoever holds a paper learns whether it is genuine; who guesses learns nothing, and not often."""

import json

import pytest

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.journey.reports import actions, codes, queries

PAGE = "/periksa-dokumen/"


@pytest.fixture
def code(signed, cast, asking):
    with asking(cast.ayu):
        paper = queries.get(signed.case, signed.pk)
    (checked,) = (one for one in json.loads(paper.frozen)["blocks"] if one["block"] == "checked")
    return checked["words"].split("Kode: ")[1][:14]


def test_a_genuine_paper_is_told_by_kind_agency_day_and_version(visitor, code):
    page = visitor.post(PAGE, {"code": code}).content.decode()
    for piece in ("asli dan berlaku", "Laporan sosial", "Yayasan Harapan Contoh"):
        assert piece in page
    for secret in ("Wati", "Ayu", "Bandung"):
        assert secret not in page


@pytest.mark.parametrize("typed", [" {0} ", "{1}", "kode: {1}"])
def test_a_code_may_be_typed_as_people_type(code, typed):
    assert codes.read_code(typed.format(code, code.lower().replace("-", " ")).replace("kode: ", "")) == code


def test_a_paper_that_was_replaced_says_so(visitor, code, signed, sign, cast, asking):
    with asking(cast.ayu):
        second = actions.new_version(by=cast.ayu.asker(), paper=signed)
    sign(second)
    page = visitor.post(PAGE, {"code": code}).content.decode()
    assert "sudah ada versi yang lebih baru" in page
    assert "yang terbaru: versi 2" in page


def test_a_code_that_nobody_gave_is_unknown(visitor, db):
    page = visitor.post(PAGE, {"code": codes.new_code()})
    assert page.status_code == 200
    assert "tidak kami kenal" in page.content.decode()


@pytest.mark.parametrize("typed", ["", "ABC", "0" * 12, "Ā" * 12, "A" * 41])
def test_what_cannot_be_a_code_is_said_kindly(visitor, db, typed):
    assert visitor.post(PAGE, {"code": typed}).status_code == 422


def test_guessing_is_stopped(visitor, code):
    answers = [visitor.post(PAGE, {"code": codes.new_code()}).status_code for _ in range(31)]
    assert answers[:30] == [200] * 30
    assert answers[30] == 429
    assert visitor.post(PAGE, {"code": code}).status_code == 429


def test_a_draft_has_no_code(planned, start):
    start(planned)
    with asking_as(PUBLIC):
        assert not actions.check_code(by=PUBLIC, code="", address="").genuine


def test_the_code_of_a_picture_only_fills_the_form_in(visitor, code):
    page = visitor.get(PAGE, {"kode": code}).content.decode()
    assert f'value="{code}"' in page
    assert "asli" not in page.split("<form")[0].split("</h1>")[1].replace("asli dan masih berlaku", "")


def test_codes_do_not_repeat_and_hold_no_letter_that_is_misread():
    made = {codes.new_code() for _ in range(200)}
    assert len(made) == 200
    assert not set("".join(made)) & set("01OIL")
