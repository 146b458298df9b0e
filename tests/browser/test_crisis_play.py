"""From the first word, over a line that drops and out by the quick exit, to a safety plan on another device."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from tests.browser import asking, axe
from tests.browser.conftest import PHONE
from tests.browser.test_leaving import AWAY
from tests.browser.test_room import begin, heard, take, until_heard, write
from tests.browser.working import press, send

pytestmark = pytest.mark.browser

FIRST = "Rasanya saya ingin tidur dan tidak bangun lagi."
SIGNS, REASON = "Dada sesak setiap magrib", "Adik saya"


def ticket_of(page) -> asking.Ticket:
    """As it stands on the page that is noted down; the way back into the room lies there too."""
    page.goto("/konseling/tiket/")
    ticket = asking.Ticket(page.inner_text(".ticket-code"), page.inner_text(".ticket-pin"))
    press(page, "main a.btn-primary")
    return ticket


def write_plan(page) -> None:
    """The worker, from the room to the steps in danger: what was asked, then the plan in the person's own words."""
    press(page, ".room-side a[href*='/kerja/krisis/']")
    form = "form[action$='/rencana/']"
    page.locator(f"details:has({form}) > summary").click()
    page.fill(f"{form} [name=rencana-signs]", SIGNS)
    page.fill(f"{form} [name=rencana-reasons]", REASON)
    page.check(f"{form} [name=rencana-shared]")
    send(page, form)
    page.locator("#rencana", has_text=REASON).wait_for()


def test_from_the_first_word_over_a_dropping_line_to_a_safety_plan(open_browser, sign_in):
    wati, ayu = open_browser(size=PHONE), sign_in("ayu")
    wati.context.route(AWAY, lambda route: route.fulfill(body="<title>lain</title>", content_type="text/html"))
    begin(wati, FIRST)
    ticket = ticket_of(wati)
    # The words are a sign: the room is red before anybody took it.
    take(ayu)
    room = ayu.url
    ayu.locator(".room-state .level", has_text="Merah").wait_for()
    wati.context.set_offline(True)
    write(wati, "Saya sendirian di rumah.")
    write(ayu, "Saya di sini bersama Anda.")
    wati.context.set_offline(False)
    until_heard(wati, 3)
    until_heard(ayu, 3)
    assert sorted(heard(wati)) == sorted(heard(ayu))
    assert not axe.looked_at(wati)

    # Somebody comes in. The page is gone at once; the room is not.
    wati.click("a.quick-exit")
    wati.wait_for_url(AWAY)
    write(ayu, "Saya tunggu Anda kembali.")
    until_heard(ayu, 4)
    write_plan(ayu)
    assert not axe.looked_at(ayu)

    other = open_browser(size=PHONE)
    asking.open_ticket(other, ticket)
    other.locator("main", has_text=REASON).wait_for()
    assert SIGNS in other.inner_text("main")
    assert not axe.looked_at(other)
    other.goto("/konseling/ruang/")
    other.locator(".said-words", has_text="Saya tunggu Anda kembali.").wait_for()
    write(other, "Saya kembali.")
    until_heard(other, 5)
    # A red conversation ends with a next contact within a day, or not at all.
    ayu.goto(room)
    ayu.locator("summary", has_text="Akhiri percakapan").click()
    form = "form[action$='/akhiri/']"
    ayu.fill(f"{form} [name=akhir-text]", "Wati kembali dan tidak sendirian lagi.")
    press(ayu, f"{form} button.btn-primary")
    ayu.locator(f"{form} .field-error").first.wait_for()
    assert ayu.input_value(f"{form} [name=akhir-text]") == "Wati kembali dan tidak sendirian lagi."
    tomorrow = clock.local(clock.now()) + timedelta(hours=20)
    ayu.fill(f"{form} [name=akhir-next_at]", f"{tomorrow:%Y-%m-%dT%H:%M}")
    ayu.fill(f"{form} [name=akhir-how]", "Lewat ruang ini.")
    press(ayu, f"{form} button.btn-primary")
    ayu.locator("main, [role=status]", has_text="Percakapan berakhir").first.wait_for()
