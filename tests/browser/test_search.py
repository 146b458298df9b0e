"""The search box by keyboard: no words in the address, and going back shows the list without asking anything."""

import pytest

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

NAME = "Sekar Pencarian"


def _register(page) -> None:
    page.goto("/kerja/orang/baru/")
    page.fill("[name=full_name]", NAME)
    page.click("main form button.btn-primary[type=submit]")
    page.wait_for_url("**/kerja/orang/*-*/")


def test_back_and_reload_show_the_list_again(sign_in):
    page = sign_in("ayu")
    _register(page)
    page.goto("/kerja/")
    page.keyboard.press("/")
    page.keyboard.type("Sekar Pencaryan")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/kerja/cari/")
    hit = page.locator("main a.todo-title", has_text=NAME)
    assert hit.count()
    with page.expect_navigation():
        hit.first.click()
    back = page.go_back()
    assert back.status == 200
    assert hit.count()
    again = page.reload()
    assert (again.status, again.request.method) == (200, "GET")
    assert hit.count()


def test_without_scripts_it_searches_too(sign_in):
    _register(sign_in("ayu"))
    page = sign_in("ayu", scripts=False, size=PHONE)
    page.goto("/kerja/")
    page.fill("[name=q]", NAME)
    with page.expect_navigation():
        page.press("[name=q]", "Enter")
    assert page.locator("main a.todo-title", has_text=NAME).count()
    assert "q=" not in page.url
