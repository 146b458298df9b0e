"""Sari and Ayu agree on a contract, hold a session and sign it; what it costs them is counted."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

WHISPER = "Saya takut salah menilai, tolong temani dulu."
# A session of supervision: at most five required fields (product budget).
BUDGET = 5


class Did:
    """Counts what a person had to do."""

    def __init__(self, page):
        self.page, self.fields, self.interactions = page, 0, 0

    def fill(self, field: str, words: str) -> None:
        self.page.fill(field, words)
        self.fields, self.interactions = self.fields + 1, self.interactions + 1

    def press(self, name: str) -> None:
        press(self.page, name)
        self.interactions += 1


def press(page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).first.click()
    wrong = page.locator(".errors")
    assert not wrong.count(), wrong.first.inner_text()


@pytest.fixture
def agreed(sign_in):
    """Two windows in which the contract stands; the address of the pair."""
    sari, ayu = sign_in("sari"), sign_in("ayu")
    sari.goto("/kerja/supervisi/")
    if sari.get_by_role("link", name="Ayu Peksos").count():
        sari.get_by_role("link", name="Ayu Peksos").first.click()
        return sari, ayu, sari.url
    press(sari, "Buat kontrak Ayu")
    contract = sari.url
    press(sari, "Tanda tangani kontrak")
    ayu.goto(contract)
    press(ayu, "Tanda tangani kontrak")
    expect(ayu.locator(".page-head")).to_contain_text("Berlaku")
    return sari, ayu, contract.replace("/kontrak/", "/bersama/")


def test_they_hold_a_session_and_both_sign(agreed, sign_in):
    sari, ayu, pair = agreed
    sari.goto(pair)
    soon = f"{datetime.now() + timedelta(hours=2):%Y-%m-%dT%H:%M}"  # noqa: DTZ005  as the picker gives it
    sari.fill("form#rencanakan [name=at]", soon)
    press(sari, "Rencanakan sesi")
    sari.get_by_role("link", name="Buka agenda").click()
    session = sari.url

    # Ayu brings a point; her page stays where it is, and it appears on Sari's.
    ayu.goto(session)
    ayu.fill("#pokok-baru [name=text]", "Cuti sesudah lebaran")
    ayu.get_by_role("button", name="Tambah pokok").click()
    expect(ayu.locator("#pokok-daftar")).to_contain_text("Cuti sesudah lebaran")
    assert findings(ayu) == []
    expect(sari.locator("#pokok-daftar")).to_contain_text("Cuti sesudah lebaran")

    # Sari writes while she adds a decision beside it: nothing typed is lost.
    did = Did(sari)
    did.fill("#notulen [name=supportive]", "30")
    did.fill("#notulen [name=summary]", "Cuti disepakati; beban dibagi dengan Dimas.")
    # With the keyboard: j to the first line of the agenda, a to say that it was talked about.
    sari.locator("h1").click()
    sari.keyboard.press("j")
    sari.keyboard.press("a")
    expect(sari.locator("#pokok-daftar input[type=checkbox]").first).to_be_checked()
    sari.locator("#keputusan summary", has_text="Catat keputusan").click()
    sari.fill("#keputusan [name=text]", "Dimas menjaga kasus Ayu")
    sari.fill("#keputusan [name=rationale]", "Ia mengenal keluarganya")
    sari.get_by_role("button", name="Simpan keputusan").click()
    expect(sari.locator("#keputusan")).to_contain_text("Ia mengenal keluarganya")
    assert sari.input_value("#notulen [name=summary]").startswith("Cuti disepakati")
    did.press("Simpan dan tandatangani")
    # Two fields and a button; the third that is required, the next date, was filled in already.
    assert (did.fields + 1 <= BUDGET, did.interactions) == (True, 3)

    # Ayu, whose page is open still, is told before she writes over it.
    expect(ayu.locator("#sesi-kabar")).to_contain_text("Sari baru saja menyimpan")

    # Ayu reads, adds what only the two may know, and signs.
    ayu.goto("/kerja/supervisi/")
    ayu.get_by_role("link", name="Baca dan tandatangani").click()
    ayu.wait_for_url(session)
    ayu.fill("#pribadi [name=text]", WHISPER)
    ayu.get_by_role("button", name="Simpan catatan pribadi").click()
    expect(ayu.locator("#pribadi")).to_contain_text(WHISPER)
    press(ayu, "Tanda tangani notulen")
    expect(ayu.locator(".page-head")).to_contain_text("Ditandatangani berdua")
    expect(sari.locator("#sesi-keadaan")).to_contain_text("Ditandatangani berdua")
    assert findings(ayu) == []

    # Nobody else: not the head, not the auditor, not another supervisor.
    for name in ("rini", "agus", "dewi"):
        other = sign_in(name)
        assert other.goto(session).status == 404
        assert WHISPER not in other.content()

    # Nothing hangs over the edge, on a desk or on a phone.
    looked = sign_in("sari")
    contract, log = re.sub("/bersama/", "/kontrak/", pair), "/kerja/supervisi/catatan-saya/"
    for address in ("/kerja/supervisi/", pair, session, contract, f"{contract}?ubah=1", f"{session}cetak/", log):
        looked.goto(address)
        for size in (DESK, PHONE):
            looked.set_viewport_size(size)
            assert looked.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, size)
            assert findings(looked) == []
