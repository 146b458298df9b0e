"""The page of all help lines, at night and by day, in three zones."""

from datetime import datetime

import pytest
import time_machine

from rangkul.base.clock import WIB
from rangkul.entry.crisis import queries
from rangkul.entry.crisis.models import Hotline

pytestmark = pytest.mark.django_db

AT = "/layanan-darurat/"
NIGHT = datetime(2026, 11, 23, 2, tzinfo=WIB)
DAY = datetime(2026, 11, 23, 10, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _fresh_list(db):
    queries.forget_kept()
    yield
    queries.forget_kept()


def page(visitor, at=NIGHT, address=AT, **more):
    with time_machine.travel(at, tick=False):
        return visitor.get(address, **more)


def parts(text):
    """The cards under "answers now", and everything from "closed" on."""
    first = text.index("line-list")
    return text[first : text.index('id="kata"')], text[text.index('id="tutup"') :] if 'id="tutup"' in text else ""


def test_those_who_answer_come_first_with_a_number_to_press(visitor):
    text = page(visitor).content.decode()
    now, closed = parts(text)
    assert 'href="tel:110"' in now
    assert 'href="https://wa.me/628111129129"' in now
    assert "SEJIWA" not in now
    assert "SEJIWA" in closed
    assert "Tutup, buka Senin 08.00 WIB" in closed
    assert "TIDAK ADA" not in text


def test_by_day_the_office_lines_answer_too(visitor):
    now, closed = parts(page(visitor, DAY).content.decode())
    assert "SEJIWA" in now
    assert "SEJIWA" not in closed


def test_each_line_says_for_what_when_at_what_cost_and_when_it_was_checked(visitor):
    text = page(visitor).content.decode()
    for said in (
        "Keadaan darurat, kekerasan dan kejahatan",
        "Setiap hari, 24 jam",
        "Gratis, tidak memakai pulsa",
        "Oktober 2022",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("zone", "hours"), [("wib", "08.00–16.00 WIB"), ("wita", "09.00–17.00 WITA"), ("wit", "10.00–18.00 WIT")]
)
def test_hours_are_those_of_the_reader(visitor, zone, hours):
    assert f"Senin–Jumat {hours}, tutup pada hari libur" in page(visitor, address=f"{AT}?zona={zone}").content.decode()


def test_a_zone_that_does_not_exist_is_that_of_jakarta(visitor):
    assert "08.00–16.00 WIB" in page(visitor, address=f"{AT}?zona=<script>").content.decode()


def test_it_says_what_to_say_and_what_to_do_when_nobody_answers(visitor):
    text = page(visitor).content.decode()
    for said in (
        "Saya butuh bantuan. Saya ada di",
        "Bila tidak ada yang menjawab",
        "IGD, Puskesmas",
        "riwayat panggilan",
    ):
        assert said in text


def test_an_unsure_number_is_not_among_those_who_answer(visitor):
    now, _closed = parts(page(visitor).content.decode())
    assert 'href="tel:112"' not in now
    assert 'href="tel:112"' in page(visitor).content.decode()


def test_a_number_from_hearsay_is_shown_nowhere(visitor):
    assert Hotline.objects.get(key="kpai").status == "withheld"
    assert "81110027727" not in page(visitor).content.decode()


def test_it_keeps_nothing_and_has_a_neutral_name(visitor):
    shown = page(visitor)
    assert not shown.cookies
    assert "<title>Halaman informasi</title>" in shown.content.decode()
    assert "no-cache" in shown.headers["Cache-Control"]


def test_it_speaks_english_too(visitor):
    text = page(visitor, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Monday–Friday" in text
    assert "Nomor bantuan" not in text


def test_it_can_only_be_read(visitor):
    assert visitor.post(AT).status_code == 405


@pytest.mark.parametrize("address", ["/", "/minta-bantuan/", "/tiket/", "/cara-kerja/"])
def test_every_public_page_leads_to_it(visitor, address):
    assert f'href="{AT}"' in visitor.get(address).content.decode()


def test_a_page_that_was_not_found_leads_to_it(visitor):
    text = visitor.get("/minta-bantuan/tidak/ada/").content.decode()
    assert f'href="{AT}"' in text
    assert 'href="tel:110"' in text
