"""Ayu refers, a safe house answers on a telephone, Ayu writes what came of it, and Wati follows it by her ticket."""

import pytest

from rangkul.commons.directory.actions import ContactDraft
from rangkul.commons.directory.tests import making
from tests.browser import axe, referring, working
from tests.browser.asking import ask_for_help, open_ticket
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


SHELTER = {
    "name": "Rumah Aman Contoh",
    "helps": ["shelter"],
    "categories": [],
    "areas": [],
    "rules": [],
    "contacts": [ContactDraft("email", "terima@rumahaman.example", receives_referrals=True)],
}


def test_from_a_need_to_its_outcome(open_browser, sign_in, prepare):
    with prepare.asks("sari") as by:
        making.service(by, **SHELTER)
    ayu = sign_in("ayu")
    ticket = ask_for_help(open_browser(size=PHONE), "Wati Dirujuk")
    case = referring.taken_on(ayu, "Wati Dirujuk")
    draft = referring.choose(ayu, referring.note_need(ayu, case), "Rumah Aman Contoh")
    assert not axe.looked_at(ayu)
    way = referring.send(ayu, draft)
    assert not axe.looked_at(ayu)
    here = referring.page_of(ayu)

    house = open_browser(size=PHONE)
    referring.come_in(house, way)
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
