"""Wati at the public wizard, page by page, as her thumb does it."""

from dataclasses import dataclass

from playwright.sync_api import Page

STORY = "Suami saya berhenti bekerja dan kami berutang. Anak saya tidak mau sekolah lagi."


@dataclass(frozen=True)
class Ticket:
    code: str
    pin: str


def choose(page: Page, field: str, *values: str) -> None:
    for value in values:
        page.locator(f"main label:has(input[name={field}][value='{value}'])").first.click()


def on(page: Page, slug: str) -> None:
    """To the next question, which must be this one."""
    page.locator("main form .actions button.btn-primary").click()
    page.wait_for_url(f"**/minta-bantuan/{slug}/**")


def begin(page: Page) -> None:
    page.goto("/")
    page.click("main .hero a.btn-primary")
    page.wait_for_url("**/minta-bantuan/**")


def until_the_problem(page: Page) -> None:
    choose(page, "safe_now", "yes")
    on(page, "siapa")
    choose(page, "for_whom", "self")
    page.fill("[name=ages]", "34")
    on(page, "apa")


def say_what_happens(page: Page, narrative: str = STORY) -> None:
    for problem in ("Makan dan kebutuhan", "Sekolah"):
        page.locator(f"main label:has(input[name=fields_chosen]):has-text('{problem}')").click()
    page.fill("[name=narrative]", narrative)
    on(page, "dimana")


def from_the_place_to_the_check(page: Page, name: str) -> None:
    """The place without suggestions is resolved by the server, so this walks with and without scripts."""
    page.fill("[name=place]", "Cipaganti, Coblong")
    page.locator("main form .actions button.btn-primary").click()
    if page.locator("[name=meant]").count():
        page.locator("main label:has(input[name=meant])").first.click()
        page.locator("main form .actions button.btn-primary").click()
    page.wait_for_url("**/minta-bantuan/hubungi/**")
    choose(page, "channels", "call")
    on(page, "kontak")
    page.fill("[name=phone]", "0812 3456 7890")
    page.fill("[name=code_word]", "melati")
    on(page, "nama")
    page.fill("[name=name]", name)
    on(page, "setuju")
    for box in page.locator("main label:has(input[type=checkbox])").all():
        box.click()
    on(page, "periksa")


def hand_in(page: Page) -> Ticket:
    page.locator("main form .actions button.btn-primary").first.click()
    page.wait_for_url("**/minta-bantuan/tiket/**")
    return Ticket(page.input_value("main input[name=ticket]"), page.input_value("main input[name=pin]"))


def ask_for_help(page: Page, name: str) -> Ticket:
    begin(page)
    until_the_problem(page)
    say_what_happens(page)
    from_the_place_to_the_check(page, name)
    return hand_in(page)


def open_ticket(page: Page, ticket: Ticket) -> None:
    page.goto("/tiket/")
    page.fill("[name=ticket]", ticket.code)
    page.fill("[name=pin]", ticket.pin)
    page.click("main form button.btn-primary")
    page.wait_for_url("**/tiket/permintaan/**")
