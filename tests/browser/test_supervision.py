"""Sari and Ayu agree on a contract, hold a session and sign it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import supervising
from tests.browser.axe import findings, looked_at

pytestmark = pytest.mark.browser

WHISPER = "Saya takut salah menilai, tolong temani dulu."


@pytest.fixture
def agreed(sign_in):
    """Two windows in which the contract stands; the address of the pair."""
    sari, ayu = sign_in("sari"), sign_in("ayu")
    return sari, ayu, supervising.agree(sari, ayu)


def test_they_hold_a_session_and_both_sign(agreed, sign_in):
    sari, ayu, pair = agreed
    supervising.plan_session(sari, pair)
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
    sari.fill("#notulen [name=supportive]", "30")
    sari.fill("#notulen [name=summary]", "Cuti disepakati; beban dibagi dengan Dimas.")
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
    supervising.press(sari, "Simpan dan tandatangani")

    # Ayu, whose page is open still, is told before she writes over it.
    expect(ayu.locator("#sesi-kabar")).to_contain_text("Sari baru saja menyimpan")

    # Ayu reads, adds what only the two may know, and signs.
    ayu.goto("/kerja/supervisi/")
    ayu.get_by_role("link", name="Baca dan tandatangani").click()
    ayu.wait_for_url(session)
    ayu.fill("#pribadi [name=text]", WHISPER)
    ayu.get_by_role("button", name="Simpan catatan pribadi").click()
    expect(ayu.locator("#pribadi")).to_contain_text(WHISPER)
    supervising.press(ayu, "Tanda tangani notulen")
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
        assert looked_at(looked) == []
