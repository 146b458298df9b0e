"""The main job, as the cast plays it: from a frightened message on a cheap telephone to the ended case."""

import time
from datetime import timedelta

import pytest

from rangkul.base.days import today
from tests.browser import working
from tests.browser.asking import ask_for_help, open_ticket
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

ROWS = "#antrean li"


def _see_it_arrive(queue, before: int) -> float:
    """Seconds until the open queue shows one more, counted from when the asker had her ticket."""
    begun = time.monotonic()
    queue.wait_for_function(f"before => document.querySelectorAll('{ROWS}').length > before", arg=before)
    return time.monotonic() - begun


def test_wati_asks_for_help_and_is_walked_to_the_end(open_browser, sign_in):
    queue = sign_in("ayu")
    queue.goto("/kerja/antrean/")
    before = queue.locator(ROWS).count()

    ticket = ask_for_help(open_browser(size=PHONE), "Wati Contoh")
    print(f"the open queue showed the request {_see_it_arrive(queue, before) * 1000:.0f} ms later")  # noqa: T201

    queue.locator(f"{ROWS} a.todo-title", has_text="Suami saya berhenti").last.click()
    queue.wait_for_url("**/kerja/antrean/*-*/")
    case = working.accept(queue, "Wati Contoh")
    working.walk_to_the_end(queue, case, (today() + timedelta(days=30)).isoformat())
    queue.goto(f"/kerja/kasus/{case}/")
    assert "Sudah diakhiri" in queue.inner_text("main")

    _reads_her_own_file(open_browser(size=PHONE), ticket)


def _reads_her_own_file(page, ticket):
    open_ticket(page, ticket)
    closed = page.locator("main details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()
    read = page.inner_text("main")
    assert "Bimbingan lanjut" in read
    assert "Dinda kembali bersekolah" in read
    assert "Kami berjalan bersama Anda" in read
    readers = page.locator("main details, main section").filter(has_text="Siapa yang membuka berkas Anda")
    assert "Ayu" in readers.last.inner_text()
