"""The small modules of the design system, played on the gallery and on a public page."""

import pytest

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

AWAY = "https://www.google.co.id/**"


@pytest.fixture
def door(open_browser):
    """A public page whose way out leads to a page of ours instead of the wide world."""

    def open_door(**how):
        page = open_browser(**how)
        page.context.route(AWAY, lambda route: route.fulfill(body="<title>lain</title>", content_type="text/html"))
        page.goto("/akun/masuk/")
        return page

    return open_door


def test_two_times_esc_leaves_and_the_page_is_not_in_the_history(door):
    page = door()
    length = page.evaluate("history.length")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url(AWAY)
    assert page.evaluate("history.length") == length


def test_leaving_works_without_scripts(door):
    page = door(scripts=False)
    page.click(".quick-exit")
    page.wait_for_url(AWAY)


def test_one_esc_stays(door):
    page = door()
    page.keyboard.press("Escape")
    page.wait_for_timeout(1200)
    page.keyboard.press("Escape")
    assert "/akun/masuk/" in page.url


def test_the_theme_is_kept_in_a_cookie_and_drawn_by_the_server(door):
    page = door()
    page.click("[data-rangkul-theme]")
    assert 'data-theme="dark"' in page.request.get("/akun/masuk/").text()


@pytest.fixture
def gallery(open_browser):
    def show(**how):
        page = open_browser(**how)
        page.goto("/galeri/")
        return page

    return show


def test_rows_are_walked_with_j_and_k(gallery):
    """The first list of the gallery shows its first row as the current one."""
    page = gallery()
    row = "document.activeElement.closest('li').id"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate(row) == "light-kerja-3"
    page.keyboard.press("k")
    assert page.evaluate(row) == "light-kerja-2"


def test_letters_typed_into_a_field_are_letters(gallery):
    page = gallery()
    page.fill("#light-tempat", "")
    page.type("#light-tempat", "jak/a?")
    assert page.input_value("#light-tempat") == "jak/a?"


def test_a_dialog_opens_and_gives_the_focus_back(gallery):
    page = gallery()
    opener = page.locator("[data-rangkul-open=light-dialog]")
    opener.click()
    assert page.locator("#light-dialog").is_visible()
    page.keyboard.press("Escape")
    assert opener.evaluate("button => button === document.activeElement")


def test_a_signature_becomes_a_picture_and_can_be_taken_back(gallery):
    page = gallery()
    canvas = page.locator("[data-rangkul-signature] canvas").first
    value = page.locator("[data-rangkul-signature] input").first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 80, steps=5)
    page.mouse.up()
    assert value.input_value().startswith("data:image/png;base64,")
    page.locator("[data-rangkul-signature-clear]").first.click()
    assert value.input_value() == ""


def test_a_village_is_chosen_with_the_arrows(gallery):
    page = gallery()
    page.route("**/wilayah/cari/**", lambda route: route.fulfill(json=[{"code": "32.01.01.1001", "name": "Cibinong"}]))
    page.type("#contoh-village", "cibi")
    page.wait_for_selector(".suggest-option")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#contoh-village") == "Cibinong"
    assert page.input_value("#contoh-village_code") == "32.01.01.1001"


def test_words_after_a_choice_forget_its_code(gallery):
    page = gallery()
    page.route("**/wilayah/cari/**", lambda route: route.fulfill(json=[{"code": "1", "name": "Cibinong"}]))
    page.type("#contoh-village", "cibi")
    page.click(".suggest-option")
    page.type("#contoh-village", "x")
    assert page.input_value("#contoh-village_code") == ""


def test_what_is_found_too_late_does_not_lie_over_the_next_question(gallery):
    page, found = gallery(), [{"code": "1", "name": "Cibinong"}]
    held = []
    page.route("**/wilayah/cari/**", lambda route: held.append(route) if not held else route.fulfill(json=found))
    with page.expect_request("**/wilayah/cari/**"):
        page.type("#contoh-village", "cibi")
    page.keyboard.press("Tab")
    held[0].fulfill(json=found)
    page.evaluate("fetch('/wilayah/cari/?q=lagi').then((answer) => answer.json())")
    assert page.locator(".suggest-option").count() == 0


def test_nothing_is_wider_than_a_small_phone(gallery):
    page = gallery(size=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
