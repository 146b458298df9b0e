"""Wati answers the PHQ-9 alone on her telephone: kept while she types, help at once, told to Ayu and Sari."""

import pytest

from tests.browser import asking, axe, working
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

NAME = "Wati Sendiri"


@pytest.fixture
def offered(open_browser, prepare, sign_in):
    """Wati's telephone with her ticket, Ayu's window, and the key of the case."""
    phone = open_browser(size=PHONE)
    phone.broken = []
    phone.on("pageerror", lambda error: phone.broken.append(str(error)))
    phone.on("console", lambda said: phone.broken.append(said.text) if "Content Security Policy" in said.text else None)
    taken, ayu = prepare.case(NAME), sign_in("ayu")
    key = taken.key
    ayu.goto(f"/kerja/instrumen/kasus/{key}/")
    ayu.click("a[aria-label='Tawarkan PHQ-9 lewat tiket']")
    ayu.fill("[name=alone_because]", "Sudah dibicarakan; kakaknya di rumah.")
    working.send(ayu, "main form")
    assert "menunggu jawaban" in ayu.inner_text("main")
    asking.open_ticket(phone, taken.ticket)
    return phone, ayu, key


def _narrow(page) -> list[str]:
    wide = page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]
    return [*axe.findings(page), *([f"{page.url}: wider than the screen"] if wide else [])]


def test_help_is_there_before_and_after_she_sends(offered):
    phone, ayu, key = offered
    phone.click("main a:has-text('Jawab sekarang')")
    phone.wait_for_selector("[data-rangkul-instrument][data-ready]")
    found = _narrow(phone)
    danger = phone.locator("[data-rangkul-danger]")
    assert danger.is_hidden()
    phone.check("input[name$='/phq9_9'][value='1']")
    danger.wait_for(state="visible")
    assert danger.locator("a[href^='tel:']").count() > 1
    phone.wait_for_selector("text=Tersimpan sementara")
    found += _narrow(phone)

    phone.reload()
    phone.wait_for_selector("[data-rangkul-instrument][data-ready]")
    assert phone.locator("input[name$='/phq9_9'][value='1']").is_checked()
    assert danger.is_visible()
    assert phone.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    with phone.expect_navigation():
        phone.click("button:has-text('Kirim jawaban saya')")
    phone.wait_for_url("**/terima-kasih/")
    assert "Anda tidak sendirian." in phone.inner_text("h1")
    found += _narrow(phone)
    assert not found, "\n" + "\n".join(found)
    assert not phone.broken, phone.broken

    ayu.goto(f"/kerja/instrumen/kasus/{key}/")
    assert "sudah dijawab" in ayu.inner_text("main")
    ayu.click("main a:has-text('Buka jawabannya')")
    assert "Diisi sendiri lewat tiket" in ayu.inner_text("main")
    ayu.goto(f"/kerja/kasus/{key}/")
    assert "Merah" in ayu.inner_text(".case-head")
