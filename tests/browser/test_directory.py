"""Somebody looks for help on a small telephone without scripts and says what is wrong; a worker decides it."""

import pytest

from tests.browser import axe
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

NAME = "Dapur Warga Contoh"


def _write(page, name: str) -> None:
    page.goto("/kerja/layanan/baru/")
    page.fill("[name=organization]", "Paguyuban Contoh")
    page.fill("[name=name]", name)
    page.check("[name=helps][value=food]")
    page.fill("[name=areas]", "32.73")
    page.fill("[name=hours]", "Setiap hari 11.00–13.00")
    page.fill("[name=phone]", "022 4200 123")
    with page.expect_navigation():
        page.click("main form button.btn-primary[type=submit]")
    assert page.locator("h1", has_text=name).count(), page.locator("main").inner_text()


def test_from_a_search_to_a_decision(sign_in, open_browser):
    worker = sign_in("ayu")
    _write(worker, NAME)
    page = open_browser(size=PHONE, scripts=False)
    page.goto("/layanan/")
    page.select_option("[name=butuh]", "food")
    page.fill("[name=tempat]", "kota bandung")
    with page.expect_navigation():
        page.click("main form button[type=submit]")
    page.locator(".service-found a", has_text=NAME).click()
    assert page.locator("text=Setiap hari 11.00–13.00").count()
    page.click("text=Usulkan perbaikan")
    page.select_option("[name=topic]", "hours")
    page.fill("[name=text]", "Hari Minggu tutup.")
    with page.expect_navigation():
        page.click("main form button[type=submit]")
    assert page.locator("text=Terima kasih").count()
    worker.goto("/kerja/layanan/usul/")
    worker.locator(".service-found a", has_text=NAME).click()
    worker.check("[name=verdict][value=refuse]")
    worker.fill("[name=reason]", "Saya telepon: hari Minggu buka.")
    with worker.expect_navigation():
        worker.click("main form button.btn-primary[type=submit]")
    worker.goto("/kerja/layanan/usul/")
    assert not worker.locator(".service-found a", has_text=NAME).count()


def test_the_pages_are_open_to_everybody(sign_in, open_browser):
    worker, found = sign_in("ayu"), []
    _write(worker, "Lumbung Warga Contoh")
    own = worker.url
    parts = ("ubah/", "jam/", "jam/baru/khusus/", "syarat/", "syarat/baru/age/")
    for address in ("/kerja/layanan/?butuh=food", own, *(own + part for part in parts), "/kerja/layanan/dijaga/"):
        assert worker.goto(address).status == 200, address
        found += axe.looked_at(worker)
    page = open_browser()
    public = own.replace("/kerja/", "/")
    for address in ("/layanan/?butuh=food&tempat=bandung", public, f"{public}usul/", "/hsds/profil/"):
        assert page.goto(address).status == 200, address
        found += axe.looked_at(page)
    assert not found, "\n".join(found)
