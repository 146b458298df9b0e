"""Ayu on a small telephone: a clock begun and met, evidence kept, a chat that Wati brought, searched and marked."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser import working
from tests.browser.axe import looked_at
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

CHAT = "23/05/24 21.15 - Wati: Jangan datang\n23/05/24 21.16 - B: Aku tahu di mana kamu kerja\n"


@pytest.fixture
def place(prepare, sign_in):
    """Ayu's telephone, at the tab of a case of Wati's that she has just accepted."""
    return sign_in("ayu", size=PHONE), f"/kerja/perlindungan/{prepare.case('Wati Lindung').key}/"


def test_a_clock_evidence_and_a_chat_on_a_telephone(place, tmp_path):
    page, tab = place
    page.goto(tab)
    page.click("#mulai summary")
    two_days_ago = f"{datetime.now() - timedelta(hours=50):%Y-%m-%dT%H:%M}"  # noqa: DTZ005  as the picker gives it
    working.fill(page, "#mulai form", law="tpks_police_72h", began_at=two_days_ago, because="Wati bercerita")
    working.send(page, "#mulai form")
    expect(page.locator(".protection-clock")).to_contain_text("Hampir habis atau lewat")
    assert looked_at(page) == []
    page.click(".protection-clock summary")
    working.fill(page, "form[action$='/penuhi/']", how="Diterima Unit PPA", receipt="LP/1")
    working.send(page, "form[action$='/penuhi/']")
    expect(page.locator("main")).to_contain_text("LP/1")

    page.goto(f"{tab}bukti/")
    working.fill(page, "main form[enctype]", title="Cerita tetangga", words="Terdengar teriakan", brought_by="Tetangga")
    working.send(page, "main form[enctype]")
    expect(page.locator(".files")).to_contain_text("Cerita tetangga")
    assert looked_at(page) == []
    page.click("text=Periksa keutuhan")
    expect(page.locator(".notice-success")).to_contain_text("Semua bukti utuh")

    export = tmp_path / "Chat WhatsApp dengan B.txt"
    export.write_text(CHAT)
    page.goto(f"{tab}percakapan/")
    form = "main form[enctype]"
    page.set_input_files(f"{form} [name=file]", str(export))
    working.fill(page, form, title="Dengan B", brought_by="Wati", purpose="Bukti ancaman")
    working.send(page, form)
    page.click(".file-name")
    for _turn in range(60):
        if page.locator(".chat-line").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    page.fill("form[action$='/cari/'] [name=words]", "KERJA")
    working.send(page, "form[action$='/cari/']")
    expect(page.locator(".chat-line")).to_have_count(1)
    page.click(".chat-line summary")
    page.fill(".chat-line [name=why]", "Ancaman")
    working.send(page, "form[action*='/tandai/']")
    expect(page.locator(".is-marked")).to_contain_text("Ancaman")
    assert looked_at(page) == []
