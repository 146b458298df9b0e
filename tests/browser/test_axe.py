"""axe on every page that the story touches, for everybody in the cast, on a desk and on a small telephone."""

import re
from datetime import timedelta
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import reverse

from rangkul.base.days import today
from tests.browser import asking, axe, of_its_own, working
from tests.browser.conftest import PHONE
from tests.browser.pages_of_the_house import name_of

pytestmark = pytest.mark.browser

PUBLIC = (
    "/", "/cara-kerja/", "/pekerja-sosial/", "/pelindungan-data/", "/minta-bantuan/",
    "/layanan-darurat/", "/jejak/", "/minta-bantuan/bahaya/", "/minta-bantuan/lanjut/", "/tiket/", "/akun/masuk/",
    "/periksa-dokumen/", "/konseling/", "/konseling/kelompok/", "/konseling/mulai/cara/", "/lapor-khawatir/",
    "/kabar/abcdefghijklmnopqrst/", "/hak-bantuan/", "/hak-bantuan/pkh/", "/rujukan/ABCDEFGH/",
    "/galeri/", "/layanan/usul/",
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
    "/kerja/kasus/{case}/tiket/", "/kerja/relawan/kasus/{case}/",
    "/kerja/kasus/{case}/persetujuan/", "/kerja/asesmen/{case}/laporan/1/", "/kerja/rencana/{case}/jalan/timbang/",
    "/kerja/kasus/{case}/pemangku/", "/kerja/kasus/{case}/pemangku/cetak/",
)  # fmt: skip
OF_AN_ENDED_CASE = (
    "/kerja/kasus/{case}/", "/kerja/kasus/{case}/akhiri/", "/kerja/rencana/{case}/evaluasi/",
    "/kerja/kasus/{case}/buka-lagi/",
)  # fmt: skip
BEHIND_A_TICKET = ("/tiket/hak/", "/tiket/dibuka/", "/konseling/kabar/")
DESKS = {
    "ayu": ("/kerja/", "/kerja/antrean/", "/kerja/antrean/baru/", "/kerja/kasus/", "/kerja/kasus/buka/",
            "/kerja/kunjungan/", "/kerja/orang/", "/kerja/orang/baru/", "/kerja/cari/", "/akun/saya/",
            "/akun/2fa/kunci/", "/kerja/kunci/", "/kerja/kunci/baru/", "/kerja/kepercayaan/darurat/",
            "/kerja/kepercayaan/insiden/lapor/", "/kerja/konseling/", "/kerja/konseling/meja/",
            "/kerja/konseling/kelompok/", "/kerja/konseling/kelompok/baru/", "/kerja/konseling/kunci/",
            "/kerja/hak/", "/kerja/konsultasi/", "/kerja/konsultasi/pustaka/", "/kerja/rujukan/",
            "/kerja/rujukan/antrean/", "/pertukaran/masuk/", "/kerja/relawan/", "/kerja/relawan/baru/"),
    "sari": ("/kerja/", "/kerja/tim/", "/kerja/tim/kerja-sama/", "/kerja/kasus/tanda-tangan/", "/kerja/kasus/mutu/",
             "/kerja/kepercayaan/tinjauan/", "/kerja/krisis/", "/kerja/krisis/daftar-kata/",
             "/kerja/krisis/daftar-kata/isi/?cari=pisau", "/kerja/krisis/jaga/",
             "/kerja/layanan/impor/", "/kerja/naik/"),
    "rini": ("/kerja/lembaga/", "/kerja/pemerataan/", "/kerja/layanan/potensi/", "/kerja/layanan/potensi/baru/",
             "/kerja/konseling/", "/kerja/konseling/aturan/", "/kerja/rujukan/belum-terpenuhi/",
             "/kerja/kepercayaan/pedoman/", "/kerja/kepercayaan/pedoman/tulis/", "/kerja/kepercayaan/pedoman/petugas/"),
    "adi": ("/akun/petugas/", "/akun/petugas/baru/", "/kerja/kunci/mitra/", "/kerja/kunci/mitra/baru/",
            "/pertukaran/server/", "/pertukaran/server/baru/", "/pertukaran/kabar/", "/pertukaran/kabar/baru/",
            "/kerja/krisis/alat/"),
    "putri": ("/kerja/kepercayaan/hak/", "/kerja/kepercayaan/insiden/", "/kerja/kepercayaan/jejak/"),
    "agus": ("/kerja/kepercayaan/jejak/",),
}  # fmt: skip

# What has an id of its own: looked at where a page leads there.
LED_TO = ("cases:consent_withdraw", "cases:partner", "intake:consent_withdraw")
LINKS = re.compile(r'href="([^"#]+)"')


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


def _one_of_each(page, where: str) -> list[str]:
    """One address for each page of LED_TO that this page has a link to."""
    links = {urljoin(where, link) for link in LINKS.findall(page.request.get(where).text())}
    found = {name_of(urlsplit(link).path): link for link in sorted(links)}
    return [found[name] for name in LED_TO if name in found]


def _told(found: list[str]) -> None:
    assert not found, "\n" + "\n".join(found)


def test_public_pages(open_browser):
    _told(_look(open_browser(), PUBLIC))


def test_each_question_of_the_wizard(open_browser):
    page = open_browser()
    asking.begin(page)
    asking.until_the_problem(page)
    asking.say_what_happens(page)
    asking.from_the_place_to_the_check(page, "Wati Axe")
    check = page.url
    found = _look(page, [f"/minta-bantuan/{slug}/" for slug in QUESTIONS])
    page.goto(check)
    asking.hand_in(page)
    _told(found + _look(page))


@pytest.mark.parametrize("name", DESKS)
def test_the_desks_of(name, sign_in):
    _told(_look(sign_in(name), DESKS[name]))


# Looked at with the id of something that was made for it (of_its_own).
MADE = {
    "assessment:correct_finding", "directory:asset_off", "exchange:webhook", "instruments:upload", "keys:end",
    "mfa_deactivate_totp", "people:decide", "people:unmerge", "plans:alternative", "plans:goal", "portal:own_plan",
    "protection:request_chat", "protection:request_chats", "protection:request_child", "protection:request_online",
    "protection:request_piece", "trust:erase", "trust:practice_version", "volunteers:need", "volunteers:of_request",
    "volunteers:volunteer",
}  # fmt: skip


def test_pages_that_hold_the_id_of_something(open_browser, prepare, sign_in):
    places = list(of_its_own.places(prepare))
    assert {name for name, _who, _address in places} == MADE - {"mfa_deactivate_totp", "portal:own_plan"}
    found = []
    for who in ("ayu", "rini", "adi", "putri"):
        found += _look(sign_in(who), [address for _name, one, address in places if one == who])
    page = sign_in("agus")
    with prepare.with_an_app("agus"):
        found += _look(page, [reverse("mfa_deactivate_totp")])
    taken, address = of_its_own.own_plan(prepare)
    phone = open_browser(size=PHONE)
    asking.open_ticket(phone, taken.ticket)
    _told(found + _look(phone, [address]))


def test_a_case_while_it_is_worked_on_and_its_ticket(open_browser, prepare, sign_in):
    phone, page = open_browser(size=PHONE), sign_in("ayu")
    waits = prepare.asked("Wati Axe")
    request = f"/kerja/antrean/{waits.pk}/"
    consents = f"{request}persetujuan/"
    asked = (f"{request}putuskan/{verb}/" for verb in ("terima", "tolak", "tanya"))
    checked = request.replace("/kerja/antrean/", "/kerja/perlindungan/permintaan/") + "bukti/periksa/"
    found = _look(page, [request, *asked, f"{request}hubungan/", consents, checked])
    led_to = _one_of_each(page, consents)
    taken = prepare.taken(waits, "Wati Axe")
    case = taken.key
    working.name_partner(page, case)
    prepare.walk_to_the_review(case)
    found += _look(page, [address.format(case=case) for address in OF_A_CASE])
    for part in ("persetujuan", "pemangku"):
        led_to += _one_of_each(page, f"/kerja/kasus/{case}/{part}/")
    assert {name_of(urlsplit(address).path) for address in led_to} == {*LED_TO}
    found += _look(page, led_to)
    working.finish(page, case, (today() + timedelta(days=30)).isoformat())
    found += _look(page, [address.format(case=case) for address in OF_AN_ENDED_CASE])
    asking.open_ticket(phone, taken.ticket)
    _told(found + _look(phone, [phone.url, *BEHIND_A_TICKET]))
