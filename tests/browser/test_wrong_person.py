"""Who may not see a file learns nothing, not even that there is one; and a queue that is worked without a mouse."""

import re

import pytest

pytestmark = pytest.mark.browser

NAME, WORDS = "Lestari Rahasia", "berhenti bekerja"
UNKNOWN = "0198a000-0000-7000-8000-000000000000"


@pytest.fixture
def addresses(prepare, sign_in):
    """Of a request, its case, its person and a document, all Ayu's."""
    taken, page = prepare.case(NAME), sign_in("ayu")
    case = taken.key
    page.goto(f"/kerja/kasus/{case}/")
    found = [f"/kerja/antrean/{taken.request}/", page.url, f"/kerja/asesmen/{case}/", f"/kerja/rencana/{case}/"]
    person = page.locator("main a[href^='/kerja/orang/']").first
    if person.count():
        found.append(person.get_attribute("href"))
    return [*found, _document(page, case)]


def _document(page, case: str) -> str:
    page.goto(f"/kerja/kasus/{case}/berkas/")
    letter = {"name": "surat.txt", "mimeType": "text/plain", "buffer": b"Surat untuk Lestari"}
    page.set_input_files("main [type=file]", letter)
    page.locator("main form:has([type=file]) button.btn-primary").click()
    page.wait_for_selector("main a.file-name")
    return page.locator("main a.file-name").first.get_attribute("href")


def test_another_agency_and_a_visitor_find_nothing(addresses, sign_in, open_browser):
    budi, visitor = sign_in("budi"), open_browser()
    for address in addresses:
        answer = budi.goto(address)
        assert answer.status == 404, address
        assert NAME not in budi.content()
        assert WORDS not in budi.content()
        said = budi.inner_text("main")
        # What is hidden and what never was are told in the same words.
        budi.goto(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", UNKNOWN, address))
        assert budi.inner_text("main") == said
        visitor.goto(address)
        assert "/akun/masuk/" in visitor.url
        assert NAME not in visitor.content()


def test_the_queue_is_worked_with_j_k_and_enter(prepare, sign_in):
    for name in ("Tini Satu", "Tini Dua"):
        prepare.asked(name)
    page = sign_in("ayu")
    page.goto("/kerja/antrean/")
    rows = [row.get_attribute("id") for row in page.locator("#antrean li").all()]
    here = "document.activeElement.closest('li').id"
    page.keyboard.press("j")
    assert page.evaluate(here) == rows[0]
    page.keyboard.press("j")
    assert page.evaluate(here) == rows[1]
    page.keyboard.press("k")
    assert page.evaluate(here) == rows[0]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{rows[0].removeprefix('permintaan-')}/")
