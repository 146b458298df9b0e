"""Somebody comes into the room: nothing of the page stays, and the back button does not bring it back."""

import pytest

from tests.browser import asking
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

AWAY = "https://www.google.co.id/**"


@pytest.fixture
def writing(open_browser):
    """Wati in the middle of her story, on a telephone whose way out leads to a page of ours."""

    def begin(**how):
        page = open_browser(size=PHONE, **how)
        page.context.route(AWAY, lambda route: route.fulfill(body="<title>lain</title>", content_type="text/html"))
        asking.begin(page)
        asking.until_the_problem(page)
        asking.say_what_happens(page)
        return page

    return begin


def leave(page):
    page.click("a.quick-exit")
    page.wait_for_url(AWAY)


def test_no_press_of_back_leads_to_the_story(writing):
    page = writing()
    leave(page)
    for _press in range(3):
        page.go_back(wait_until="commit")
        page.wait_for_url(AWAY)
    assert asking.STORY not in page.content()


def test_who_opens_the_page_again_by_its_address_is_not_sent_away(writing):
    page = writing()
    leave(page)
    page.goto("/minta-bantuan/")
    page.wait_for_timeout(300)
    assert "Apakah Anda aman sekarang?" in page.inner_text("main")


def test_the_way_through_the_questions_back_and_forth_is_open_as_ever(writing):
    page = writing()
    page.go_back()
    page.wait_for_url("**/minta-bantuan/apa/**")
    assert page.input_value("[name=narrative]") == asking.STORY


def test_the_browser_keeps_nothing(writing):
    page = writing()
    leave(page)
    assert [cookie["name"] for cookie in page.context.cookies()] == []


def test_without_scripts_back_leads_to_an_empty_form(writing):
    page = writing(scripts=False)
    leave(page)
    page.go_back()
    page.wait_for_load_state()
    assert asking.STORY not in page.content()
    page.goto("/minta-bantuan/apa/")
    assert asking.STORY not in page.content()


def test_no_page_of_the_way_names_what_it_is_about(writing):
    page = writing()
    titles = {page.title()}
    for slug in ("aman", "siapa", "apa", "bahaya"):
        page.goto(f"/minta-bantuan/{slug}/")
        titles.add(page.title())
    assert titles == {"Halaman informasi"}
