"""Ayu refers, a safe house answers on a telephone, Ayu writes what came of it, and Wati follows it by her ticket."""

import pytest

from tests.browser import axe, working
from tests.browser.asking import ask_for_help, open_ticket
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

STORY = "[data-rangkul-rows] a.todo-title"


def sent_by(ayu, case: str) -> tuple[str, str]:
    """From the need to the link and its code."""
    ayu.goto(f"/kerja/rujukan/kasus/{case}/")
    working.fill(ayu, "main form", kind="shelter", words="Saya takut pulang.")
    working.send(ayu, "main form.composer")
    by_hand = "form[action$='/siapkan/']"
    if not ayu.locator(f"{by_hand} [name=name]").is_visible():
        ayu.locator(f"details:has({by_hand}) > summary").click()
    working.fill(ayu, by_hand, name="Rumah Aman Contoh", contact="terima@rumahaman.example")
    working.send(ayu, by_hand)
    assert not ayu.locator("main input[name^=go_]:checked").count()
    assert not axe.looked_at(ayu)
    ayu.fill("[name=asked]", "Tempat tidur untuk satu ibu.")
    ayu.check("[name=go_called]")
    working.send(ayu, "form[action$='/data/']")
    ayu.check("[name=ground][value=consent]")
    ayu.fill("[name=witness]", "Ibu RT")
    working.send(ayu, "form[action$='/kirim/']")
    assert not axe.looked_at(ayu)
    return ayu.locator("main code").inner_text(), ayu.locator(".referral-pin").inner_text()


def test_from_a_need_to_its_outcome(open_browser, sign_in):
    ayu = sign_in("ayu")
    ticket = ask_for_help(open_browser(size=PHONE), "Wati Dirujuk")
    ayu.goto("/kerja/antrean/")
    ayu.locator(STORY, has_text="Suami saya berhenti").last.click()
    ayu.wait_for_url("**/kerja/antrean/*-*/")
    case = working.accept(ayu, "Wati Dirujuk")
    link, code = sent_by(ayu, case)
    here = ayu.url

    house = open_browser(size=PHONE)
    house.goto(link)
    house.fill("[name=pin]", code)
    working.send(house, "main form")
    assert "Tempat tidur untuk satu ibu." in house.inner_text("main")
    assert not axe.looked_at(house)
    working.press(house, "form[action$='/terima/'] button.btn-primary")
    house.check("[name=outcome][value=helped]")
    house.fill("form[action$='/hasil/'] [name=words]", "Sudah tinggal di sini.")
    working.press(house, "form[action$='/hasil/'] button.btn-primary")
    assert "Terima kasih" in house.inner_text("main")
    house.goto("/rujukan/")
    assert "Tempat tidur" not in house.inner_text("main")

    ayu.goto(here)
    assert "Sudah dibantu" in ayu.inner_text("main")
    working.press(ayu, "main a:has-text('Kembali ke kebutuhan')")
    ayu.fill("[name=outcome]", "Wati aman.")
    working.send(ayu, "form[action$='/terpenuhi/']")

    wati = open_browser(size=PHONE)
    open_ticket(wati, ticket)
    wati.locator("summary", has_text="Tempat aman").click()
    assert "Rumah Aman Contoh" in wati.inner_text("main")
