"""A group at its time: two members on small telephones and the worker who leads; one of them is asked to go."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from tests.browser import axe
from tests.browser.asking import Ticket, open_ticket
from tests.browser.conftest import PHONE
from tests.browser.working import fill, press, send

pytestmark = pytest.mark.browser

SAID = "#isi [data-room-list=room] .said:not(.said-line) .said-words"


def a_ticket(page, words: str) -> Ticket:
    """Somebody asked by telephone; the worker reads ticket and PIN to them."""
    page.goto("/kerja/antrean/baru/")
    page.fill("[name=narrative]", words)
    page.select_option("[name=safe_now]", "yes")
    page.locator("main label", has_text="Makan dan kebutuhan").first.click()
    press(page, "main form button.btn-primary[type=submit]")
    return Ticket(page.inner_text(".ticket-code"), page.inner_text(".ticket-pin"))


def open_group(page) -> None:
    page.goto("/kerja/konseling/kelompok/baru/")
    soon = clock.local(clock.now()) + timedelta(minutes=3)
    fill(
        page, "main form", title="Orang tua anak remaja", for_whom="Yang membesarkan anak remaja sendirian.",
        places="3", at=f"{soon:%Y-%m-%dT%H:%M}", count="2",
    )  # fmt: skip
    send(page, "main form")


def join(page, ticket: Ticket, name: str) -> None:
    open_ticket(page, ticket)
    page.goto("/konseling/kelompok/")
    press(page, "main a:has-text('Orang tua anak remaja')")
    page.fill("[name=name]", name)
    page.check("[name=agreed]")
    press(page, "main form.asking button.btn-primary")
    page.locator("text=Belum dimulai").wait_for()


def come_in(page) -> None:
    """The way in shows by itself, when the worker begins."""
    page.locator("[data-room-state] button.btn-primary").wait_for()
    press(page, "[data-room-state] button.btn-primary")
    page.locator(".said-line", has_text="Anda hadir").wait_for()


def write(page, words: str, lane: str = "room") -> None:
    page.fill(f"[data-room-form={lane}] textarea", words)
    page.locator(f"[data-room-form={lane}] button").click()


def until_heard(page, *words: str) -> None:
    page.wait_for_function(
        "([where, n]) => document.querySelectorAll(where).length === n && !document.querySelector('.is-unsent')",
        arg=[SAID, len(words)],
    )
    assert page.locator(SAID).all_inner_texts() == list(words)


def test_two_members_and_a_worker_meet_and_one_is_removed(open_browser, sign_in):
    ayu = sign_in("ayu")
    melati, kenanga = open_browser(size=PHONE), open_browser(size=PHONE)
    tickets = [a_ticket(ayu, words) for words in ("Anak saya tidak mau bicara", "Anak saya keluar malam terus")]
    found = axe.looked_at(ayu)
    open_group(ayu)
    for page, ticket, name in ((melati, tickets[0], "Melati"), (kenanga, tickets[1], "Kenanga")):
        join(page, ticket, name)
    press(ayu, "main a.todo-title:has-text('Orang tua anak remaja')")
    found += axe.looked_at(ayu)
    press(ayu, "main .todo a.todo-title >> nth=0")
    press(ayu, "button:has-text('Mulai pertemuan')")
    come_in(melati)
    come_in(kenanga)

    write(ayu, "Selamat datang.")
    until_heard(melati, "Selamat datang.")
    melati.locator("[data-room-form=room] textarea").press_sequentially("Te")
    kenanga.locator("[data-room-typing]", has_text="Seseorang sedang menulis").wait_for()
    write(melati, "Terima kasih.")
    until_heard(kenanga, "Selamat datang.", "Terima kasih.")
    kenanga.locator("summary", has_text="Tulis kepada petugas saja").click()
    write(kenanga, "Bu, saya kenal suara itu.", "aside")
    ayu.locator("[data-room-list=aside] .said-words", has_text="saya kenal").wait_for()
    ayu.locator("#dibaca dt:has-text('Kenanga') + dd:has-text('sudah membaca semuanya')").wait_for()
    assert not [*found, *axe.looked_at(kenanga), *axe.looked_at(ayu)]

    press(ayu, "#anggota li:has-text('Melati') a:has-text('Keluarkan')")
    ayu.fill("[name=reason]", "Menyebut alamat anggota lain.")
    press(ayu, "main form button.btn-danger")
    melati.locator("text=Anda tidak lagi ikut kelompok ini").wait_for()
    assert "Terima kasih." not in melati.inner_text("main")
    kenanga.locator(".said-line", has_text="Melati keluar").wait_for()
    write(ayu, "Kita lanjutkan.")
    until_heard(kenanga, "Selamat datang.", "Terima kasih.", "Kita lanjutkan.")
    assert kenanga.evaluate("() => localStorage.length + sessionStorage.length") == 0
    ayu.click("main a:has-text('Akhiri dan tulis hasilnya')")
    ayu.locator("main form [name=text]").wait_for()
    assert not [*axe.looked_at(melati), *axe.looked_at(ayu)]
