"""axe on every page that the story touches, for everybody in the cast, on a desk and on a small telephone."""

from datetime import timedelta

import pytest

from rangkul.base.days import today
from tests.browser import asking, axe, working
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser

PUBLIC = (
    "/", "/cara-kerja/", "/pekerja-sosial/", "/pelindungan-data/", "/minta-bantuan/",
    "/layanan-darurat/", "/jejak/", "/minta-bantuan/bahaya/", "/minta-bantuan/lanjut/", "/tiket/", "/akun/masuk/",
    "/periksa-dokumen/", "/konseling/", "/konseling/kelompok/", "/konseling/mulai/cara/", "/lapor-khawatir/",
    "/kabar/abcdefghijklmnopqrst/", "/hak-bantuan/", "/hak-bantuan/pkh/", "/rujukan/ABCDEFGH/",
)  # fmt: skip
QUESTIONS = ("aman", "siapa", "apa", "dimana", "hubungi", "kontak", "nama", "setuju", "periksa")
OF_A_CASE = (
    "/kerja/kasus/{case}/", "/kerja/kasus/{case}/tahap/", "/kerja/kasus/{case}/kontrak/",
    "/kerja/kasus/{case}/tugas/", "/kerja/kasus/{case}/berkas/", "/kerja/kasus/{case}/tim/",
    "/kerja/kasus/{case}/risiko/", "/kerja/kasus/{case}/tanda-tangan/", "/kerja/kasus/{case}/akhiri/",
    "/kerja/kasus/{case}/darurat/", "/kerja/asesmen/{case}/", "/kerja/asesmen/{case}/fakta/?isi=bio",
    "/kerja/asesmen/{case}/keberfungsian/", "/kerja/asesmen/{case}/risiko/?nilai=", "/kerja/asesmen/{case}/kelompok/",
    "/kerja/asesmen/{case}/laporan/", "/kerja/rencana/{case}/", "/kerja/rencana/{case}/tujuan/",
    "/kerja/rencana/{case}/jalan/", "/kerja/rencana/{case}/tinjauan/", "/kerja/rencana/{case}/evaluasi/",
    "/kerja/dokumen/{case}/", "/kerja/kunjungan/{case}/", "/kerja/pembahasan/{case}/",
    "/kerja/hak/kasus/{case}/", "/kerja/konsultasi/kasus/{case}/", "/kerja/rujukan/kasus/{case}/",
    "/kerja/kasus/{case}/tiket/",
)  # fmt: skip
DESKS = {
    "ayu": ("/kerja/", "/kerja/antrean/", "/kerja/antrean/baru/", "/kerja/kasus/", "/kerja/kasus/buka/",
            "/kerja/kunjungan/", "/kerja/orang/", "/kerja/orang/baru/", "/kerja/cari/", "/akun/saya/",
            "/akun/2fa/kunci/", "/kerja/kunci/", "/kerja/kunci/baru/", "/kerja/kepercayaan/darurat/",
            "/kerja/kepercayaan/insiden/lapor/", "/kerja/konseling/", "/kerja/konseling/meja/",
            "/kerja/konseling/kelompok/", "/kerja/konseling/kelompok/baru/", "/kerja/konseling/kunci/",
            "/kerja/hak/", "/kerja/konsultasi/", "/kerja/konsultasi/pustaka/", "/kerja/rujukan/",
            "/kerja/rujukan/antrean/", "/pertukaran/masuk/"),
    "sari": ("/kerja/", "/kerja/tim/", "/kerja/kasus/tanda-tangan/", "/kerja/kasus/mutu/",
             "/kerja/kepercayaan/tinjauan/", "/kerja/krisis/", "/kerja/krisis/jaga/", "/kerja/layanan/impor/"),
    "rini": ("/kerja/lembaga/", "/kerja/pemerataan/", "/kerja/layanan/potensi/", "/kerja/layanan/potensi/baru/",
             "/kerja/konseling/", "/kerja/konseling/aturan/", "/kerja/rujukan/belum-terpenuhi/"),
    "adi": ("/akun/petugas/", "/akun/petugas/baru/", "/kerja/kunci/mitra/", "/kerja/kunci/mitra/baru/",
            "/pertukaran/server/", "/pertukaran/server/baru/"),
    "putri": ("/kerja/kepercayaan/hak/", "/kerja/kepercayaan/insiden/", "/kerja/kepercayaan/jejak/"),
    "agus": ("/kerja/kepercayaan/jejak/",),
}  # fmt: skip


def _look(page, addresses=()) -> list[str]:
    """What axe finds there, and any page that is not what it should be, at both widths."""
    found = []
    for address in addresses or (page.url,):
        answer = page.goto(address)
        if answer.status != 200:
            found.append(f"{address}: {answer.status}")
            continue
        # Without its styles a page has no contrast and no width to judge.
        if not page.evaluate("[...document.styleSheets].some(sheet => sheet.cssRules.length > 50)"):
            found.append(f"{address}: drawn without its styles")
        found += axe.looked_at(page)
    return found


def _told(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


def test_public_pages(open_browser):
    _told(_look(open_browser(), PUBLIC))


def test_each_question_of_the_wizard(open_browser):
    page = open_browser()
    asking.ask_for_help(page, "Wati Axe")
    found = _look(page)
    page.context.clear_cookies()
    asking.begin(page)
    asking.until_the_problem(page)
    asking.say_what_happens(page)
    asking.from_the_place_to_the_check(page, "Wati Axe")
    _told(found + _look(page, [f"/minta-bantuan/{slug}/" for slug in QUESTIONS]))


@pytest.mark.parametrize("name", DESKS)
def test_the_desks_of(name, sign_in):
    _told(_look(sign_in(name), DESKS[name]))


def test_a_case_while_it_is_worked_on_and_its_ticket(open_browser, sign_in):
    phone, page = open_browser(size=PHONE), sign_in("ayu")
    ticket = asking.ask_for_help(phone, "Wati Axe")
    page.goto("/kerja/antrean/")
    page.locator("#antrean a.todo-title").last.click()
    page.wait_for_url("**/kerja/antrean/*-*/")
    request = page.url
    asked = (f"{request}putuskan/{verb}/" for verb in ("terima", "tolak", "tanya"))
    found = _look(page, [request, *asked, f"{request}hubungan/"])
    page.goto(request)
    case = working.accept(page, "Wati Axe")
    working.walk_to_the_review(page, case)
    found += _look(page, [address.format(case=case) for address in OF_A_CASE])
    working.finish(page, case, (today() + timedelta(days=30)).isoformat())
    found += _look(page, [f"/kerja/kasus/{case}/", f"/kerja/kasus/{case}/akhiri/", f"/kerja/rencana/{case}/evaluasi/"])
    asking.open_ticket(phone, ticket)
    _told(found + _look(phone, [phone.url, "/tiket/hak/"]))
