"""The PHQ-9 in the browser: answered at 360 px, scored on the server; what is grave reaches the supervisor at once."""

import pytest

from tests.browser import axe
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

NAME = "Wati Instrumen"
GRAVE = (1, 1, 0, 0, 0, 0, 0, 0, 1)


@pytest.fixture
def case(prepare, sign_in):
    """Ayu's window and the key of a case that she has just accepted."""
    page = sign_in("ayu", size=PHONE)
    # What the security policy refuses is told on the console, and what broke.
    page.broken = []
    page.on("pageerror", lambda error: page.broken.append(str(error)))
    page.on("console", lambda said: page.broken.append(said.text) if "Content Security Policy" in said.text else None)
    return page, prepare.case(NAME).key


def _open(page, key: str, way: str = "") -> None:
    page.goto(f"/kerja/instrumen/kasus/{key}/")
    address = page.locator("a.choosing-name", has_text="PHQ-9").get_attribute("href")
    page.goto(address + way)
    page.wait_for_selector("[data-rangkul-instrument][data-ready]")


def _answer(page, *points: int) -> None:
    for number, point in enumerate(points, 1):
        page.locator(f"input[name$='/phq9_{number}'][value='{point}']").check()


def _send(page, name: str = "Simpan jawaban") -> None:
    with page.expect_navigation():
        page.click(f"button:has-text('{name}')")


def test_a_grave_answer_is_at_the_supervisors_at_once(case, sign_in):
    page, key = case
    _open(page, key)
    found = axe.looked_at(page)
    _answer(page, *GRAVE)
    # What depends on an answer appears, and is counted in words.
    page.wait_for_selector("text=Terima kasih sudah menjawab dengan jujur")
    page.wait_for_selector("text=9 dari 10 pertanyaan terjawab.")
    _send(page)
    page.wait_for_url("**/hasil/**")
    said = page.inner_text("main")
    assert "Nilai 3 dari 27." in said
    assert "Alat skrining, bukan diagnosis." in said
    assert "(butir 9)" in said
    found += axe.looked_at(page)
    assert not found, "\n" + "\n".join(found)
    assert not page.broken, page.broken

    sari = sign_in("sari")
    sari.goto("/kerja/tim/")
    rows = " ".join(sari.locator("li", has_text=NAME).all_inner_texts())
    assert "Merah" in rows
    sari.goto("/kerja/")
    assert NAME in sari.inner_text("main")
    sari.goto(f"/kerja/kasus/{key}/tugas/")
    assert "bicara langsung dengan klien setelah PHQ-9" in sari.inner_text("main")

    budi = sign_in("budi")
    assert budi.goto(page.url).status == 404


def test_what_was_typed_outlives_a_closed_window_and_a_lost_session(case, sign_in):
    page, key = case
    _open(page, key)
    _answer(page, *GRAVE[:4])
    page.wait_for_selector("text=Tersimpan sementara")
    _open(page, key)
    assert page.locator("input[name$='/phq9_2'][value='1']").is_checked()

    cookies = page.context.cookies()
    page.context.clear_cookies(name="rangkul")
    _answer(page, *GRAVE[:8], 0)
    page.click("button:has-text('Simpan jawaban')")
    page.wait_for_selector(".toast:has-text('Sesi Anda sudah berakhir')")
    assert page.locator("input[name$='/phq9_9'][value='0']").is_checked()
    page.context.add_cookies(cookies)
    _send(page)
    page.wait_for_url("**/hasil/**")


def test_handed_over_the_screen_shows_nothing_of_the_file(case):
    page, key = case
    _open(page, key, "?cara=self")
    assert NAME not in page.inner_text("body")
    found = axe.looked_at(page)
    _answer(page, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    _send(page, "Selesai")
    page.wait_for_selector("text=Berikan layar ini kembali kepada petugas")
    assert "Tanda minimal" not in page.inner_text("body")
    found += axe.looked_at(page)
    assert not found, "\n" + "\n".join(found)
