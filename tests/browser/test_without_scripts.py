"""What is promised without JavaScript: asking, leaving, coming back, and reading one's ticket, on a small telephone."""

import pytest

from tests.browser import asking
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(open_browser):
    return open_browser(size=PHONE, scripts=False)


def test_help_is_asked_for_and_the_ticket_is_read(phone):
    ticket = asking.ask_for_help(phone, "Wati Tanpa Skrip")
    phone.context.clear_cookies()
    asking.open_ticket(phone, ticket)
    assert ticket.code in phone.inner_text("main")
    phone.fill("main [name=text] >> nth=0", "Nomor saya sudah ganti.")
    phone.click("main form[action$='/tambah/'] button.btn-primary")
    assert "Nomor saya sudah ganti." in phone.inner_text("main")


def test_leaving_at_once_is_a_link_that_works(phone):
    away = "https://www.google.co.id/**"
    phone.context.route(away, lambda route: route.fulfill(body="<title>lain</title>", content_type="text/html"))
    asking.begin(phone)
    phone.click("a.quick-exit")
    phone.wait_for_url(away)


def test_a_draft_is_resumed_on_another_telephone(phone, open_browser):
    asking.begin(phone)
    asking.until_the_problem(phone)
    phone.fill("[name=narrative]", "Nanti saya lanjutkan.")
    phone.click("button[name=later]")
    code = phone.inner_text(".ticket-code")

    other = open_browser(size=PHONE, scripts=False)
    other.goto("/minta-bantuan/lanjut/")
    other.fill("[name=code]", code)
    other.click("main form button.btn-primary")
    other.goto("/minta-bantuan/apa/")
    assert other.input_value("[name=narrative]") == "Nanti saya lanjutkan."


def test_no_public_page_is_wider_than_the_telephone(phone):
    wide = []
    for address in ("/", "/cara-kerja/", "/pelindungan-data/", "/minta-bantuan/", "/tiket/"):
        phone.goto(address)
        # Scripts are off in the page, so its width is read from a picture of all of it.
        width = int.from_bytes(phone.screenshot(full_page=True)[16:20], "big")
        if width > PHONE["width"]:
            wide.append((address, width))
    assert not wide
