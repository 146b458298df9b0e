"""Somebody fears for somebody: from the report on a telephone to a worker who has it in hand, and upward where nobody
answers."""

import os
from datetime import timedelta

import psycopg
import pytest

from rangkul.base.clock import WIB, now
from tests.browser import axe
from tests.browser.conftest import PHONE
from tests.support import database

pytestmark = pytest.mark.browser
BOARD = "/kerja/krisis/"


def report(page, words: str) -> None:
    page.goto("/lapor-khawatir/")
    page.fill("[name=worry]", words)
    page.fill("[name=about_name]", "Dika")
    page.fill("[name=place]", "Sukasari")
    page.evaluate("document.querySelector('[name=region_code]').value = '32.73.02.1001'")
    page.click("main form .actions button[type=submit]")
    page.locator("h1", has_text="Laporan Anda sudah kami terima").wait_for()


def row_of(page, words: str):
    return page.locator("#papan-krisis li", has_text=words)


def test_a_report_reaches_the_board_is_taken_on_and_handed_over(open_browser, sign_in):
    sari, ayu = sign_in("sari"), sign_in("ayu")
    sari.goto(BOARD)
    sari.wait_for_timeout(700)
    sound = sari.locator("[data-rangkul-sound]")
    sound.evaluate("button => { button.dataset.every = '0.2'; }")
    sound.press("Enter")
    assert sound.get_attribute("aria-pressed") == "true"
    reporter = open_browser(size=PHONE)
    words = "Dia pamit kepada semua orang di statusnya"
    report(reporter, words)
    assert reporter.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    # The board shows it without a reload, and says that nobody has it yet.
    row_of(sari, words).get_by_text("Belum ada yang menyatakan menangani").wait_for()
    # It rings again and again, for as long as nobody has taken it.
    rang = "() => Number(document.documentElement.dataset.rangkulRang ?? 0)"
    sari.wait_for_function("() => Number(document.documentElement.dataset.rangkulRang ?? 0) >= 4")
    row_of(sari, words).locator("button", has_text="Saya tangani").click()
    sari.goto(BOARD)
    row_of(sari, words).get_by_text("Sari menangani").wait_for()
    # What she chose is remembered, and the browser stays silent until she presses something.
    assert "menunggu satu ketukan" in sari.locator("[data-rangkul-sound]").inner_text()
    sari.locator("[data-rangkul-sound]").evaluate("button => { button.dataset.every = '0.2'; }")
    sari.locator("[data-rangkul-sound]").press("Enter")
    assert "Bunyi menyala" in sari.locator("[data-rangkul-sound]").inner_text()
    # Another test may have left something red that waits; only without any is silence a proof.
    if sari.locator("#papan-krisis").get_attribute("data-rangkul-waiting") == "0":
        sari.wait_for_timeout(700)
        assert sari.evaluate(rang) == 0
    row_of(sari, words).locator("a.todo-title").click()
    sari.locator("#kontak").wait_for()
    assert axe.looked_at(sari) == []
    sari.fill("[name=kontak-how]", "Telepon, saat ia sendiri")
    soon = (now() + timedelta(hours=5)).astimezone(WIB)
    sari.fill("[name=kontak-due_at]", f"{soon:%Y-%m-%dT%H:%M}")
    sari.click("#kontak form button.btn-secondary")
    sari.locator("#kontak", has_text="Telepon, saat ia sendiri").wait_for()
    sari.locator(".crumbs a", has_text="Permintaan").click()
    # It came to Ayu, who was on duty; Sari, who took it on, answers for it from now on.
    herself = sari.locator("[name=petugas-owner] option", has_text="Sari").first.get_attribute("value")
    sari.select_option("[name=petugas-owner]", herself)
    sari.click("main button:has-text('Serahkan')")
    ayu.goto(BOARD)
    row_of(ayu, words).get_by_text("Kontak berikutnya").wait_for()
    row_of(ayu, words).locator(".todo-facts", has_text="Sari").wait_for()


def test_a_report_that_nobody_answers_climbs_to_the_head(open_browser, sign_in, request):
    rini = sign_in("rini")
    words = "Ia menulis ini pesan terakhirnya"
    report(open_browser(size=PHONE), words)
    rini.goto(BOARD)
    assert not row_of(rini, words).count()
    rini.wait_for_timeout(700)
    worker = getattr(request.config, "workerinput", {}).get("workerid", "sendiri")
    with psycopg.connect(database.address_of(f"uji_browser_{worker}_{os.getpid()}")) as connection:
        back = "UPDATE {} SET {} WHERE {}"
        late = "due_at = due_at - interval '1 hour', escalate_at = escalate_at - interval '1 hour'"
        open_reports = "via = 'report' AND state = 'new' AND escalate_at IS NOT NULL"
        told = f"request_id IN (SELECT id FROM intake_request WHERE {open_reports}) AND acknowledged_at IS NULL"
        moved = "due_at = due_at - interval '1 hour', told_at = told_at - interval '1 hour'"
        connection.execute(back.format("intake_escalation", moved, told))
        connection.execute(back.format("intake_request", late, open_reports))
    # The clock looks each half minute; the board of the head hears of it by itself.
    row_of(rini, words).get_by_text("Rini diberi tahu").wait_for(timeout=45_000)
    row_of(rini, words).locator("button", has_text="Saya tangani").click()
    rini.goto(BOARD)
    row_of(rini, words).get_by_text("Rini menangani").wait_for()
