"""The practice, as the cast plays it: from the assessment to the signed laporan sosial; what it costs is counted."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from rangkul.base.days import today
from tests.browser import practising, supervising, working
from tests.browser.asking import ask_for_help, open_ticket
from tests.browser.axe import looked_at
from tests.browser.conftest import PHONE
from tests.support import burden
from tests.support.burden import Hand
from tests.support.pdf_words import says, words_of
from tests.test_no_cause_is_claimed import CAUSES

pytestmark = pytest.mark.browser

NAME = "Wati Praktik"
GRAVE, LATER = (2, 2, 2, 1, 1, 2, 1, 0, 1), (1, 1, 1, 1, 0, 1, 0, 0, 0)
SECOND = {
    "title": "Cicilan utang teratur",
    "client_words": "Supaya saya bisa tidur.",
    "weight": "5",
    "baseline": "-2",
    "far_above": "Utang lunas.",
    "above": "Separuh utang lunas.",
    "expected": "Cicilan dibayar tiap minggu.",
    "below": "Cicilan dibayar dua minggu sekali.",
    "far_below": "Tidak ada cicilan.",
}
FIRST, LAST = "Dinda mulai masuk sekolah.", "Dinda hadir empat hari seminggu dan punya teman."
CONTACT = "Wali kelas menelepon: Dinda hadir tiga hari berturut-turut dan tugasnya terkumpul."
FOUND = "Dinda belajar di meja dapur dari pukul tujuh. Wati menempel jadwal cicilan di pintu."
OPINION = "Menurut saya keluarga ini kuat dan tahu apa yang diinginkannya."
ADVICE = "Pendampingan sebaiknya diteruskan sampai akhir tahun ajaran."
_SAID = (
    "figcaption, .chart title, .cautions li, .series li, .roads .card > p, h2:has-text('Tujuan bersama') + .compare p"
)


@pytest.fixture
def cast_at_work(open_browser, sign_in):
    """Wati's telephone and ticket, Ayu's and Sari's windows, the key of the case."""
    phone, ayu, sari = open_browser(size=PHONE), sign_in("ayu"), sign_in("sari")
    ticket = ask_for_help(phone, NAME)
    ayu.goto("/kerja/antrean/")
    ayu.locator("#antrean a.todo-title").last.click()
    ayu.wait_for_url("**/kerja/antrean/*-*/")
    return phone, ticket, ayu, sari, working.accept(ayu, NAME)


def test_the_cast_plays_the_practice(cast_at_work):
    phone, ticket, ayu, sari, case = cast_at_work
    _assess(ayu, sari, case)
    _plan(ayu, case)
    counted = {"contact note": _contact(ayu, case), "re-test": _ask_again(ayu, case)}
    counted["home-visit result"] = _visit(ayu, case)
    _she_rates(phone, ticket)
    counted["goal review"] = _three_reviews(ayu, case)
    working.advance(ayu, case)
    _evaluation(ayu, case)
    counted["supervision session"] = _supervision(sari, ayu)
    counted["laporan sosial"], paper = _laporan(ayu, sari, case)
    _nothing_is_typed_twice(paper)
    _she_reads(phone)
    wrong = burden.differences(counted)
    assert not wrong, "\n".join(wrong)


def _ago(weeks: int):
    return today() - timedelta(weeks=weeks)


def _assess(ayu, sari, case):
    working.agree_contract(ayu, case)
    working.advance(ayu, case)
    working.explore(ayu, case)
    practising.code_role(ayu, case)
    assert "terhadap Dinda" in ayu.inner_text(".pie-line")
    working.press(ayu, "main a:has-text('Koreksi')")
    assert looked_at(ayu) == []
    practising.ask_phq9(ayu, case, GRAVE, _ago(3))
    assert "(butir 9)" in ayu.inner_text("main")
    working.sign_assessment(ayu, case)
    # What she answered makes the case red, and a red case goes on with two signatures.
    practising.ask_for_signature(ayu, case, "Butir 9 sudah dibicarakan; ia aman bersama kakaknya.")
    supervising.sign_in_queue(sari, NAME, "Kasus merah")
    working.advance(ayu, case)


def _plan(ayu, case):
    working.plan(ayu, case, working.GOAL, SECOND, agreed_on=_ago(3).isoformat())
    working.advance(ayu, case)


def _at(page, case: str, *ways: str) -> Hand:
    """A hand on the page of the case, which goes on to the parts named."""
    page.goto(f"/kerja/kasus/{case}/")
    hand = Hand(page)
    for way in ways:
        hand.go(way)
    return hand


def _tab(name: str) -> str:
    return f"main nav.tabs-line a:text-is('{name}')"


def _contact(ayu, case) -> Hand:
    hand = _at(ayu, case)
    hand.write("form[action$='/kontak/'] [name=result]", CONTACT)
    hand.send("form[action$='/kontak/'] button.btn-primary", shows=f".timeline >> text={CONTACT}")
    return hand


def _ask_again(ayu, case) -> Hand:
    hand = _at(ayu, case, _tab("Instrumen"), "a.choosing-name:has-text('PHQ-9')")
    ayu.wait_for_selector("[data-rangkul-instrument][data-ready]")
    for number, point in enumerate(LATER, 1):
        hand.choose(f"input[name$='/phq9_{number}'][value='{point}']")
    hand.send("button:has-text('Simpan jawaban')")
    ayu.wait_for_url("**/hasil/**")
    said = ayu.inner_text("main")
    assert "Dibanding sebelumnya" in said
    assert "dari 12 menjadi 5" in said
    assert looked_at(ayu) == []
    working.press(ayu, "button:has-text('Bagikan hasil')")
    assert "Klien dapat membacanya sejak" in ayu.inner_text("main")
    return hand


def _visit(ayu, case) -> Hand:
    practising.go_to_her_home(ayu, case)
    assert looked_at(ayu) == []
    hand = _at(ayu, case, _tab("Kunjungan"), "a.todo-title")
    hand.write("[name=result]", FOUND)
    hand.send("button:has-text('Saya kembali dengan aman')")
    assert "Sudah kembali" in ayu.inner_text("main")
    return hand


def _she_rates(phone, ticket):
    open_ticket(phone, ticket)
    phone.goto("/tiket/kerja-sama/")
    phone.locator("label:has([name=heard][value='9'])").click()
    phone.fill("[name=words]", "Enak diajak bicara.")
    working.press(phone, "button:has-text('Kirim jawaban saya')")


def _three_reviews(ayu, case) -> Hand:
    practising.count_days_missed(
        ayu, case,
        [(_ago(3 + week), value) for week, value in zip((5, 4, 3, 2, 1), (5, 4, 5, 4, 5), strict=True)],
        [(_ago(week), value) for week, value in ((3, 2), (2, 1), (1, 1), (0, 1))],
    )  # fmt: skip
    practising.look_back(ayu, case, _ago(2), {1: -1, 2: -2}, FIRST, "Belum banyak yang terlihat.")
    practising.look_back(ayu, case, _ago(1), {1: 0, 2: -1}, "Cicilan pertama sudah saya bayar.", "Ia memegang jadwal.")
    hand = _at(ayu, case, _tab("Rencana"), "nav.tabs a:has-text('Tinjauan')")
    form = "form[action$='/tinjauan/']"
    for number, client, worker in ((1, 1, 0), (2, 0, 0)):
        hand.choose(f"{form} [name=goal{number}_client][value='{client}']")
        hand.choose(f"{form} [name=goal{number}_worker]", str(worker))
    hand.choose(f"{form} [name=client_judgement][value=much_better]")
    hand.write(f"{form} [name=client_words]", "Dinda senang di sekolah.")
    hand.choose(f"{form} [name=worker_judgement][value=better]")
    hand.write(f"{form} [name=worker_words]", LAST)
    hand.send(f"{form} button.btn-primary")
    return hand


def _evaluation(ayu, case):
    ayu.goto(f"/kerja/rencana/{case}/evaluasi/")
    goal = ayu.locator(".roads .card", has_text="Dinda kembali bersekolah")
    assert "Klien: di atas harapan. Pekerja sosial: sesuai harapan." in goal.inner_text()
    goal.locator("summary").click()
    rows = goal.locator("tbody tr").all_inner_texts()
    assert [_numbers(row) for row in rows] == [["-1", "-1"], ["-1", "-1"], ["0", "0"], ["1", "0"]]
    missed = ayu.locator(".series", has_text="Hari tidak masuk sekolah").first
    finding = "Hari tidak masuk sekolah berubah mencolok ke arah yang diharapkan: 4 dari 4 titik B di luar pita."
    assert missed.locator("figcaption").inner_text() == finding
    missed.locator("summary").click()
    assert [row.split()[-1] for row in missed.locator("td[data-label=Angka]").all_inner_texts()] == list("545452111")
    phq = ayu.locator(".series", has_text="PHQ-9").first
    assert "12 pada titik pertama, 5 pada titik ke-2" in phq.inner_text()
    page = ayu.inner_text("main")
    for told in ("Skor T naik dari", "Enak diajak bicara.", FIRST, LAST):
        assert told in page
    said = " ".join(ayu.locator(_SAID).all_text_contents()).lower()
    assert finding.lower() in said
    assert [word for word in CAUSES["id"] if re.search(rf"\b{word}\b", said)] == []
    assert looked_at(ayu) == []


def _numbers(row: str) -> list[str]:
    """The two levels at the end of a row that begins with a day."""
    return row.split()[-2:]


def _supervision(sari, ayu) -> Hand:
    pair = supervising.agree(sari, ayu)
    supervising.plan_session(sari, pair)
    sari.goto(pair)
    hand = Hand(sari)
    hand.go("a:has-text('Buka agenda')")
    assert NAME in sari.inner_text(".supervision-agenda")
    hand.write("#notulen [name=educative]", "40")
    hand.write("#notulen [name=summary]", "Membaca ulang lima tingkat tujuan, dan kapan berhenti bertanya.")
    hand.send("#notulen button:has-text('Simpan dan tandatangani')")
    ayu.goto("/kerja/supervisi/")
    working.press(ayu, "a:has-text('Baca dan tandatangani')")
    supervising.press(ayu, "Tanda tangani notulen")
    assert "Ditandatangani berdua" in ayu.inner_text(".page-head")
    return hand


def _laporan(ayu, sari, case) -> tuple[Hand, str]:
    """The hand, and the words of the PDF."""
    hand = _at(ayu, case, _tab("Surat dan laporan"))
    hand.press("summary:has-text('Laporan sosial')")
    hand.send("details[open] button:has-text('Susun dari catatan')")
    for part, words in (("opinion", OPINION), ("recommendation", ADVICE)):
        hand.write(f"#bagian-{part} textarea", words)
        hand.send(f"#bagian-{part} button:has-text('Simpan bagian ini')")
    hand.send("#tanda-tangan button.btn-primary")
    supervising.sign_in_queue(sari, NAME, "Surat atau laporan")
    ayu.reload()
    with ayu.expect_download() as waiting:
        ayu.click("text=Unduh PDF")
    return hand, words_of(Path(waiting.value.path()).read_bytes())


def _nothing_is_typed_twice(paper: str):
    """What was typed once, on six other pages, stands in the laporan with both signatures."""
    for told in (
        NAME, "Anak saya berhenti sekolah", "Wati tidur empat jam semalam", "Dinda kembali bersekolah", CONTACT, FOUND,
        LAST, OPINION, ADVICE, "Ayu Peksos", "Sari Supervisor",
    ):  # fmt: skip
        assert says(paper, told), f"“{told}” is not in the laporan:\n{paper}"


def _she_reads(phone):
    phone.goto("/tiket/permintaan/")
    closed = phone.locator("main details:not([open]) > summary:visible")
    while closed.count():
        closed.first.click()
    read = phone.inner_text("main")
    assert "Cicilan utang teratur" in read
    assert "PHQ-9" in read
    assert OPINION not in read
