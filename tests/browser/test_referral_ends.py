"""What else may become of a referral, in one walk: a no, and the next one asked; Wati takes hers back, and the receiver
has an empty page; nobody answers until the last day, and Sari hears of it. The clock is turned in the database."""

import os

import psycopg
import pytest

from tests.browser import axe, referring, working
from tests.browser.asking import ask_for_help, open_ticket
from tests.browser.conftest import PHONE
from tests.support import database

pytestmark = pytest.mark.browser

_RUN = "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('default', %s, '{\"timestamp\": 0}')"


@pytest.fixture
def turn(request, site):
    """`turn("UPDATE …", job="…")`: so much later, and the job that the clock would have started."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "sendiri")

    def later(change: str, *, job: str) -> None:
        with psycopg.connect(database.address_of(f"uji_browser_{worker}_{os.getpid()}")) as connection:
            connection.execute(change)
            connection.execute(_RUN, [f"rangkul.{job}"])

    return later


def seen_in_time(page, words: str) -> None:
    """The job runs in a process of its own: look again until the page says it."""
    for _ in range(40):
        page.reload()
        if words in page.inner_text("main"):
            return
        page.wait_for_timeout(250)
    raise AssertionError(f"never read: {words}")


def test_no_then_taken_back_then_silence(open_browser, sign_in, turn):
    ayu, phone = sign_in("ayu"), open_browser(size=PHONE)
    ticket = ask_for_help(phone, "Wati Ditolak")
    need = referring.note_need(ayu, referring.taken_on(ayu, "Wati Ditolak"))
    first = referring.send(ayu, referring.prepare(ayu, need, "Rumah Aman Penuh"))
    draft = referring.prepare(ayu, need, "Rumah Aman Kedua")

    house = open_browser(size=PHONE)
    referring.come_in(house, first)
    house.locator("summary", has_text="Belum bisa").click()
    house.check("form[action$='/tolak/'] [name=why][value=full]")
    working.press(house, "form[action$='/tolak/'] button")
    assert "Terima kasih" in house.inner_text("main")
    ayu.goto(need)
    assert "Berikutnya yang sudah disiapkan: Rumah Aman Kedua" in ayu.inner_text("main")
    assert not axe.looked_at(ayu)

    second = referring.send(ayu, draft)
    referring.come_in(house, second)
    open_ticket(phone, ticket)
    phone.locator("summary", has_text="Sudah dibaca").click()
    working.press(phone, "a:has-text('Tarik rujukan ini')")
    working.press(phone, "main form button.btn-danger")
    house.reload()
    assert "Rujukan ini ditarik" in house.inner_text("main")
    assert referring.ASKED not in house.inner_text("main")
    assert not axe.looked_at(house)
    working.press(house, "main form button.btn-primary")
    assert "Anda memastikan datanya tidak dipakai lagi" in house.inner_text("main")

    referring.send(ayu, referring.prepare(ayu, need, "Rumah Aman Diam"))
    turn(
        "UPDATE referral_referral SET due_at = now() - interval '2 days', valid_to = now() - interval '1 hour'"
        " WHERE state = 'sent'",
        job="referral.expire",
    )
    seen_in_time(ayu, "Lewat hari terakhir")
    turn(
        "UPDATE cases_reminder SET due = current_date - 3, climbs_on = current_date - 2 WHERE kind = 'rneed'"
        " AND due IS NOT NULL",
        job="cases.clock",
    )
    sari = sign_in("sari")
    sari.goto("/kerja/")
    seen_in_time(sari, "Kebutuhan klien menunggu langkah berikutnya")
