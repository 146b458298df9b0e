"""A laporan sosial is written from the record, signed, downloaded, and checked by a stranger with its code."""

import re
from pathlib import Path

import pytest

from tests.browser import asking, axe, working
from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser

# Presses and filled fields from the list of documents to the signature (administrative burden).
MOST_ACTS = 8


def _look(page) -> list[str]:
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        found += [f"{size['width']} px {line}" for line in axe.findings(page)]
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            found.append(f"{size['width']} px {page.url}: wider than the screen")
    page.set_viewport_size(DESK)
    return found


class Counted:
    """What the worker has to do by hand."""

    def __init__(self, page):
        self.page, self.acts = page, 0

    def press(self, selector: str, *, goes: bool = True) -> None:
        self.acts += 1
        if not goes:
            self.page.click(selector)
            return
        with self.page.expect_navigation():
            self.page.click(selector)

    def write(self, selector: str, text: str) -> None:
        self.acts += 1
        self.page.fill(selector, text)


def test_a_laporan_sosial_from_the_record_to_whoever_holds_it(open_browser, sign_in):
    stranger, page = open_browser(size=PHONE), sign_in("ayu")
    asking.ask_for_help(stranger, "Wati Laporan")
    page.goto("/kerja/antrean/")
    page.locator("#antrean a.todo-title").last.click()
    page.wait_for_url("**/kerja/antrean/*-*/")
    case = working.accept(page, "Wati Laporan")
    working.walk_to_the_review(page, case)
    page.goto(f"/kerja/dokumen/{case}/")
    found = _look(page)

    hand = Counted(page)
    hand.press("summary:has-text('Laporan sosial')", goes=False)
    hand.press("details[open] button:has-text('Susun dari catatan')")
    found += _look(page)
    for part, words in (("opinion", "Menurut saya keluarga ini kuat."), ("recommendation", "Lanjutkan pendampingan.")):
        hand.write(f"#bagian-{part} textarea", words)
        hand.press(f"#bagian-{part} button:has-text('Simpan bagian ini')")
    hand.press("#tanda-tangan button.btn-primary")
    assert hand.acts <= MOST_ACTS
    found += _look(page)

    with page.expect_download() as waiting:
        page.click("text=Unduh PDF")
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF")
    assert "Wati" not in waiting.value.suggested_filename
    code = re.search(r"Kode: (\S{14})", page.content())[1]

    stranger.goto(f"/periksa-dokumen/?kode={code}")
    stranger.click("main button[type=submit]")
    stranger.wait_for_selector("text=asli dan berlaku")
    assert "Wati" not in stranger.content()
    found += axe.findings(stranger)
    assert not found, "\n" + "\n".join(found)
