"""A laporan sosial is written from the record, signed, downloaded, and checked by a stranger with its code."""

import re
from pathlib import Path

import pytest

from tests.browser import axe, working
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


def test_a_laporan_sosial_from_the_record_to_whoever_holds_it(open_browser, prepare, sign_in):
    stranger, page = open_browser(size=PHONE), sign_in("ayu")
    case = prepare.case("Wati Laporan").key
    prepare.walk_to_the_review(case)
    page.goto(f"/kerja/dokumen/{case}/")
    found = axe.looked_at(page)

    page.click("summary:has-text('Laporan sosial')")
    working.press(page, "details[open] button:has-text('Susun dari catatan')")
    found += axe.looked_at(page)
    for part, words in (("opinion", "Menurut saya keluarga ini kuat."), ("recommendation", "Lanjutkan pendampingan.")):
        page.fill(f"#bagian-{part} textarea", words)
        working.press(page, f"#bagian-{part} button:has-text('Simpan bagian ini')")
    working.press(page, "#tanda-tangan button.btn-primary")
    found += axe.looked_at(page)

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
