"""An agency's own form in the browser: handed in with its pictures, checked meanwhile, and put in order by keyboard."""

import pytest
from playwright.sync_api import expect

from rangkul.web.demo.playing.own_forms import _BOOK, _FACES, _face
from tests.browser import axe
from tests.browser.conftest import DESK, PHONE

pytestmark = pytest.mark.browser


def _files():
    pictures = [{"name": name, "mimeType": "image/png", "buffer": _face(mouth)} for name, mouth in _FACES.items()]
    return [{"name": "beban.md", "mimeType": "text/markdown", "buffer": _BOOK.read_bytes()}, *pictures]


def _looked_at(page) -> list[str]:
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        found += [f"{size['width']} px {line}" for line in axe.findings(page)]
        if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
            found.append(f"{size['width']} px {page.url}: wider than the screen")
    return found


def test_a_form_with_pictures_and_an_order_is_drawn_whole(sign_in):
    page = sign_in("adi", size=PHONE)
    broken = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda said: broken.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto("/kerja/instrumen/formulir/")
    page.set_input_files("input[type=file]", _files())
    page.fill("textarea[name=licence]", "Disusun lembaga sendiri")
    found = _looked_at(page)
    page.click("button:has-text('Periksa formulir')")
    # The page finds out by itself that the check is done.
    page.click("a:has-text('Lihat pratinjau')", timeout=20_000)
    page.wait_for_selector("[data-rangkul-instrument][data-ready]")
    faces = page.locator("img.or-picture")
    expect(faces).to_have_count(9)
    faces.first.scroll_into_view_if_needed()
    page.wait_for_function(
        "() => [...document.querySelectorAll('img.or-picture')].some((one) => one.naturalWidth === 160)"
    )
    found += _looked_at(page)

    order = page.locator("input.rank")
    assert order.input_value() == ""
    page.get_by_role("button", name="Turunkan Waktu istirahat").focus()
    page.keyboard.press("Enter")
    assert order.input_value() == "uang istirahat teman perawat"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Naikkan Kunjungan perawat").click()
    assert order.input_value() == "uang teman perawat istirahat"
    page.get_by_role("button", name="Batalkan pilihan").last.click()
    assert order.input_value() == ""
    page.get_by_role("button", name="Pakai urutan ini").click()
    assert order.input_value() == "uang teman perawat istirahat"
    found += _looked_at(page)
    assert not found, "\n" + "\n".join(found)
    assert not broken, broken
