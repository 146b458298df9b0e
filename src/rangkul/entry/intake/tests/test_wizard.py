"""The public wizard, played without scripts."""

import re
from datetime import time

import pytest
from django.test import Client

from rangkul.commons.trust.models import Consent
from rangkul.entry.intake.actions import drafts
from rangkul.entry.intake.models import Contact, Draft, Request
from rangkul.entry.intake.wizard import steps

pytestmark = pytest.mark.django_db

AT = "/minta-bantuan/"
STORY = "Suami saya berhenti bekerja, anak belum makan sejak kemarin."
ANSWERS = {
    "aman": {"safe_now": "yes"},
    "siapa": {"for_whom": "self", "ages": "34, 7"},
    "apa": {"fields_chosen": ["basic_needs"], "narrative": STORY},
    "dimana": {"place": "Cibeunying", "region_code": "32.73.02.1001"},
    "hubungi": {"channels": ["ticket", "whatsapp"]},
    "kontak": {"phone": "0812-3456-7890", "phone_owner": "self", "days": ["1", "2"], "from_time": "09:00",
               "to_time": "11:00", "code_word": "melati"},
    "nama": {"name": "Wati Contoh"},
    "setuju": {"service": "on"},
}  # fmt: skip


def answer(browser, slug, **more):
    return browser.post(f"{AT}{slug}/", {**ANSWERS.get(slug, {}), **more})


def filled(browser):
    for slug in ANSWERS:
        assert answer(browser, slug).status_code == 302, slug
    return browser


def the_request(asking, cast):
    with asking(cast.ayu):
        return Request.objects.select_related("key").get()


def test_it_starts_with_safety_and_says_what_it_costs(visitor):
    page = visitor.get(AT).content.decode()
    assert "Apakah Anda aman sekarang?" in page
    assert "tanpa NIK" in page
    assert "Langkah 1 dari 8" in page


def counted(page: str) -> str:
    return re.search(r"Langkah \d+ dari \d+[^<]*", page)[0]


def test_the_number_of_steps_that_was_named_first_stays_true_whatever_is_answered(visitor):
    """Violence and a way of contact each open a further question; neither makes the way longer than was said."""
    said = [counted(visitor.get(AT).content.decode())]
    where = answer(visitor, "aman").headers["Location"]
    for slug, more in (("siapa", {}), ("apa", {"fields_chosen": ["violence_home"]}), ("kejadian", {}), ("dimana", {}),
                       ("hubungi", {}), ("kontak", {}), ("nama", {}), ("setuju", {})):  # fmt: skip
        assert where == f"{AT}{slug}/"
        said.append(counted(visitor.get(where).content.decode()))
        where = answer(visitor, slug, **more).headers["Location"]
    said.append(counted(visitor.get(where).content.decode()))
    assert said == [
        "Langkah 1 dari 8", "Langkah 2 dari 8", "Langkah 3 dari 8", "Langkah 3 dari 8, pertanyaan lanjutan",
        "Langkah 4 dari 8", "Langkah 5 dari 8", "Langkah 5 dari 8, pertanyaan lanjutan", "Langkah 6 dari 8",
        "Langkah 7 dari 8", "Langkah 8 dari 8",
    ]  # fmt: skip


def test_safe_hours_may_pass_midnight(visitor, cast, asking):
    for slug in ANSWERS:
        assert answer(visitor, slug, **({"from_time": "22:00", "to_time": "02:00"} if slug == "kontak" else {}))
    assert "22:00" in visitor.get(f"{AT}periksa/").content.decode()
    answer(visitor, "periksa")
    with asking(cast.ayu):
        contact = Request.objects.get().contact
    assert (contact.from_time, contact.to_time) == (time(22), time(2))


def test_each_answer_leads_to_the_next_question(visitor):
    where = AT
    for slug in ANSWERS:
        assert visitor.get(where).status_code == 200
        where = answer(visitor, slug).headers["Location"]
    assert where == f"{AT}periksa/"
    page = visitor.get(where).content.decode()
    assert STORY in page
    assert "melati" in page


def test_handing_in_gives_a_ticket_and_keeps_every_answer(visitor, asking, cast):
    filled(visitor)
    assert answer(visitor, "periksa").headers["Location"] == f"{AT}tiket/"
    request = the_request(asking, cast)
    page = visitor.get(f"{AT}tiket/").content.decode()
    assert request.ticket_words in page
    assert re.search(r'ticket-pin">\d{6}<', page)
    assert (request.narrative, request.ages, request.safe_now) == (STORY, [34, 7], "yes")
    with asking(cast.ayu):
        contact = Contact.objects.select_related("key").get()
        assert (contact.name, contact.phone, contact.code_word) == ("Wati Contoh", "+6281234567890", "melati")
        assert contact.channels == ["ticket", "whatsapp"]
        assert contact.days == [1, 2]
        assert contact.never_leave_message
        assert dict(Consent.objects.values_list("purpose", "given")) == {
            "service": True, "share": False, "statistics": False,
        }  # fmt: skip


def test_the_same_last_step_twice_is_one_request(visitor, asking, cast):
    filled(visitor)
    for _again in range(3):
        answer(visitor, "periksa")
    first = visitor.get(f"{AT}tiket/").content
    assert re.findall(rb"ticket-pin.>\d+", visitor.get(f"{AT}tiket/").content) == re.findall(rb"ticket-pin.>\d+", first)
    with asking(cast.ayu):
        assert Request.objects.count() == 1


def test_danger_shows_help_first_and_the_way_on(visitor):
    gone = answer(visitor, "aman", safe_now="no")
    assert gone.headers["Location"] == f"{AT}bahaya/"
    page = visitor.get(gone.headers["Location"]).content.decode()
    assert page.count('href="tel:') >= 2
    assert f'href="{AT}siapa/"' in page


def test_nothing_chosen_is_a_skip(visitor):
    assert visitor.post(f"{AT}aman/", {}).headers["Location"] == f"{AT}siapa/"
    assert visitor.post(f"{AT}apa/", {}).headers["Location"] == f"{AT}dimana/"


def test_a_number_is_asked_for_only_where_a_call_was_chosen(visitor):
    answer(visitor, "aman")
    answer(visitor, "hubungi", channels=["visit"])
    assert 'name="phone"' not in visitor.get(f"{AT}kontak/").content.decode()
    answer(visitor, "hubungi", channels=["call"])
    assert visitor.post(f"{AT}kontak/", {}).status_code == 422


def test_everything_may_be_skipped_but_consent(visitor, asking, cast):
    for slug in ("aman", "siapa", "apa", "dimana", "hubungi", "nama"):
        visitor.post(f"{AT}{slug}/", {"skip": "1"})
    assert visitor.post(f"{AT}setuju/", {"skip": "1"}).status_code == 422
    answer(visitor, "setuju")
    answer(visitor, "periksa")
    # Nobody said where, so the unit with the widest area reads it.
    with asking(cast.budi):
        request = Request.objects.get()
    assert (request.safe_now, request.level, request.region_code) == ("unknown", "kuning", "")


def test_it_cannot_be_handed_in_without_consent(visitor):
    for slug in ("aman", "siapa", "apa", "dimana", "hubungi", "kontak", "nama"):
        answer(visitor, slug)
    assert answer(visitor, "periksa").headers["Location"] == f"{AT}setuju/"


def test_violence_asks_when(visitor):
    answer(visitor, "aman")
    answer(visitor, "siapa")
    assert answer(visitor, "apa", fields_chosen=["violence_home"]).headers["Location"] == f"{AT}kejadian/"


def test_back_keeps_what_was_written(visitor):
    answer(visitor, "aman")
    answer(visitor, "siapa")
    gone = visitor.post(f"{AT}apa/", {"narrative": "Baru separuh", "back": "1"})
    assert gone.headers["Location"] == f"{AT}siapa/"
    assert "Baru separuh" in visitor.get(f"{AT}apa/").content.decode()


def test_an_answer_that_is_too_long_is_shown_again(visitor):
    answer(visitor, "aman")
    page = answer(visitor, "apa", narrative="panjang " * 2000)
    assert page.status_code == 422
    assert "Terlalu panjang" in page.content.decode()
    assert "panjang panjang" in page.content.decode()


def test_a_stale_page_keeps_what_was_typed_and_writes_nothing(db):
    browser = Client(enforce_csrf_checks=True)
    browser.get(AT)
    page = browser.post(f"{AT}aman/", {"safe_now": "yes"})
    assert page.status_code == 403
    assert "masih ada" in page.content.decode()
    assert "checked" in page.content.decode()
    assert "rangkul_draft" not in browser.cookies


def test_a_code_brings_the_answers_to_another_browser_once(visitor):
    answer(visitor, "aman")
    answer(visitor, "siapa")
    page = visitor.post(f"{AT}apa/", {"narrative": STORY, "later": "1"}).content.decode()
    code = re.search(r'ticket-code">([A-Z0-9-]+)<', page)[1]
    other = Client()
    assert other.post(f"{AT}lanjut/", {"code": code.lower()}).headers["Location"] == f"{AT}dimana/"
    assert STORY in other.get(f"{AT}apa/").content.decode()
    assert Client().post(f"{AT}lanjut/", {"code": code}).status_code == 422


def test_codes_cannot_be_tried_for_ever(visitor):
    for _try in range(13):
        page = visitor.post(f"{AT}lanjut/", {"code": "BCDFGHJKMN"})
    assert page.status_code == 422


def test_a_draft_shows_itself_only_to_its_secret(visitor, asking):
    answer(visitor, "aman")
    with asking(None):
        assert not Draft.objects.exists()
    secret = visitor.cookies["rangkul_draft"].value
    with asking(None), drafts.holding(secret):
        assert drafts.answers_of(drafts.find_draft(secret)) == {"aman": {"safe_now": "yes"}}
    assert secret not in str(visitor.session.items())


def test_a_lost_draft_begins_again_with_the_last_answer(visitor):
    answer(visitor, "aman")
    visitor.cookies["rangkul_draft"] = "x" * 32
    assert answer(visitor, "apa").status_code == 302
    assert STORY in visitor.get(f"{AT}apa/").content.decode()


def test_answers_can_be_removed(visitor):
    answer(visitor, "aman")
    assert visitor.post(f"{AT}hapus/").status_code == 302
    assert visitor.get(f"{AT}siapa/").headers["Location"] == AT


def test_a_place_with_several_meanings_is_asked_for(visitor):
    answer(visitor, "aman")
    page = visitor.post(f"{AT}dimana/", {"place": "Sukamaju"})
    assert page.status_code == 422
    assert "Tempat mana yang Anda maksud" in page.content.decode()
    meant = re.search(r'name="meant" value="([\d.]+)"', page.content.decode())[1]
    assert visitor.post(f"{AT}dimana/", {"place": "Sukamaju", "meant": meant}).status_code == 302
    assert visitor.post(f"{AT}dimana/", {"place": "Sukamaju", "meant": "as_typed"}).status_code == 302


@pytest.mark.parametrize("slug", [step.slug for step in steps.STEPS])
def test_each_page_is_neutral_and_leaves_no_trace(visitor, slug):
    filled(visitor)
    page = visitor.get(f"{AT}{slug}/")
    if page.status_code == 302:
        return
    text = page.content.decode()
    assert "<title>Halaman informasi</title>" in text
    assert "data-rangkul-exit" in text
    assert "no-store" in page.headers["Cache-Control"]
    assert "NIK" not in text or "tanpa NIK" in text or "Tidak perlu menulis nama atau NIK" in text
    assert "TIDAK ADA" not in text


def test_the_next_person_at_this_browser_begins_with_an_empty_form(visitor, asking, cast):
    filled(visitor)
    answer(visitor, "periksa")
    page = visitor.get(AT)
    assert page.status_code == 200
    assert not re.search(r"ticket-pin", page.content.decode())
    assert visitor.post(f"{AT}aman/", {"safe_now": "unknown"}).headers["Location"] == f"{AT}siapa/"
    assert STORY not in visitor.get(f"{AT}apa/").content.decode()


def test_the_ticket_page_can_be_closed_for_good(visitor):
    filled(visitor)
    answer(visitor, "periksa")
    visitor.post(f"{AT}hapus/")
    assert visitor.get(f"{AT}tiket/").headers["Location"] == AT


def test_quick_exit_forgets_the_draft_of_this_browser(visitor):
    answer(visitor, "aman")
    answer(visitor, "apa")
    gone = visitor.get("/keluar/")
    assert gone.cookies["rangkul_draft"]["max-age"] == 0
    assert visitor.get(f"{AT}apa/").headers["Location"] == AT


def test_no_cookie_outlives_the_browser(visitor):
    visitor.get(AT)
    answer(visitor, "aman")
    visitor.get("/tiket/")
    assert set(visitor.cookies) == {"rangkul_csrf", "rangkul_draft"}
    assert not any(cookie["max-age"] or cookie["expires"] for cookie in visitor.cookies.values())


def test_hours_are_those_of_the_place(visitor):
    for slug in ANSWERS:
        answer(visitor, slug)
    answer(visitor, "dimana", place="Jayapura", region_code="91.71")
    answer(visitor, "periksa")
    assert " WIT" in visitor.get(f"{AT}tiket/").content.decode()


def test_the_last_page_shows_everything_that_will_be_sent(visitor):
    filled(visitor)
    answer(visitor, "nama", wants_sex="P")
    page = visitor.get(f"{AT}periksa/").content.decode()
    for said in ("0812-3456-7890", "Milik saya sendiri", "Jangan meninggalkan pesan", "Petugas: Perempuan"):
        assert said in page
