"""Ayu refers Wati, and a receiver comes in by link and code, on a telephone."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser import axe, working

STORY = "[data-rangkul-rows] a.todo-title"
BY_HAND = "form[action$='/siapkan/']"
ASKED = "Tempat tidur untuk satu ibu."


@dataclass(frozen=True)
class Way:
    """How a receiver comes in."""

    link: str
    code: str


def taken_on(ayu: Page, name: str) -> str:
    """The newest request of the queue, accepted; the key of its case."""
    ayu.goto("/kerja/antrean/")
    ayu.locator(STORY, has_text="Suami saya berhenti").last.click()
    ayu.wait_for_url("**/kerja/antrean/*-*/")
    return working.accept(ayu, name)


def page_of(window: Page) -> str:
    """Its address, without the place on it: whoever goes there once more sees it anew."""
    return window.url.partition("#")[0]


def note_need(ayu: Page, case: str) -> str:
    """The address of the need."""
    ayu.goto(f"/kerja/rujukan/kasus/{case}/")
    working.fill(ayu, "main form", kind="shelter", words="Saya takut pulang.")
    working.send(ayu, "main form.composer")
    return ayu.url


def prepare(ayu: Page, need: str, receiver: str) -> str:
    """A receiver typed by hand, and the data for it; the address of the draft."""
    ayu.goto(need)
    if not ayu.locator(f"{BY_HAND} [name=name]").is_visible():
        ayu.locator(f"details:has({BY_HAND}) > summary").click()
    working.fill(ayu, BY_HAND, name=receiver, contact="terima@rumahaman.example")
    working.send(ayu, BY_HAND)
    return _with_data(ayu)


def choose(ayu: Page, need: str, service: str) -> str:
    """The same with a receiver from the list: it is offered with its reasons, and found by a search of one's own."""
    ayu.goto(need)
    offered = ayu.locator("li.referral-match", has_text=service)
    assert "Cocok karena" in offered.inner_text()
    ayu.click("main a:has-text('Cari sendiri di daftar layanan')")
    ayu.locator("li.service-found", has_text=service).get_by_role("link", name="Pilih untuk rujukan ini").click()
    assert not axe.looked_at(ayu)
    working.send(ayu, "main form.composer")
    return _with_data(ayu)


def _with_data(ayu: Page) -> str:
    assert not ayu.locator("main input[name^=go_]:checked").count()
    ayu.fill("[name=asked]", ASKED)
    ayu.check("[name=go_called]")
    working.send(ayu, "form[action$='/data/']")
    return page_of(ayu)


def send(ayu: Page, draft: str) -> Way:
    ayu.goto(draft)
    ayu.check("[name=ground][value=consent]")
    ayu.fill("[name=witness]", "Ibu RT")
    working.send(ayu, "form[action$='/kirim/']")
    return Way(ayu.locator("main code").inner_text(), ayu.locator(".referral-pin").inner_text())


def come_in(house: Page, way: Way) -> None:
    house.goto(way.link)
    house.fill("[name=pin]", way.code)
    working.send(house, "main form")
    assert ASKED in house.inner_text("main")
