"""The door of a ticket, and the request behind it."""

from uuid import uuid4

import pytest
from django.test import Client

from rangkul.commons.trust import queries as trust
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Decision, Message, Request
from rangkul.entry.intake.tests.situations import handed_in, holder

pytestmark = pytest.mark.django_db

DOOR, REQUEST = "/tiket/", "/tiket/permintaan/"
WRONG = "Nomor tiket dan PIN ini tidak cocok"


def knock(browser, ticket, pin):
    return browser.post(DOOR, {"ticket": ticket, "pin": pin})


def wrong_pin(made):
    return f"{(int(actions.first_pin(made)) + 1) % 10**6:06d}"


@pytest.fixture
def inside(cast):
    """A browser in which the ticket of `made` is open."""
    made, browser = handed_in(), Client()
    assert knock(browser, made.ticket_words, actions.first_pin(made)).headers["Location"] == REQUEST
    return made, browser


def test_ticket_and_pin_open_the_request(inside):
    _made, browser = inside
    page = browser.get(REQUEST)
    text = page.content.decode()
    assert "sedang dibaca" in text
    assert "Ayu, Unit Bandung" in text
    assert "no-store" in page.headers["Cache-Control"]
    assert "TIDAK ADA" not in text


@pytest.mark.parametrize("shape", [str.lower, lambda ticket: f" {ticket[:4]} {ticket[4:]} "])
def test_a_ticket_is_read_as_people_write_it(cast, visitor, shape):
    made = handed_in()
    assert knock(visitor, shape(made.ticket), actions.first_pin(made)).status_code == 302


def test_a_wrong_pin_and_an_unknown_ticket_get_the_same_answer(cast):
    made = handed_in()
    pages = [knock(Client(), *try_) for try_ in ((made.ticket, wrong_pin(made)), ("BCDF-GHJK", "123456"))]
    assert [page.status_code for page in pages] == [422, 422]
    for page in pages:
        assert WRONG in page.content.decode()


@pytest.mark.parametrize("ticket", ["", "x" * 39, "' OR 1=1 --", "<b>", "\x00", "ＫＫＫＫＫＫＫＫ"])
def test_strange_tickets_open_nothing(db, visitor, ticket):
    assert knock(visitor, ticket, "000000").status_code == 422


def test_pins_cannot_be_tried_for_ever(cast):
    made = handed_in()
    for _try in range(6):
        assert knock(Client(), made.ticket, wrong_pin(made)).status_code == 422
    assert knock(Client(), made.ticket, actions.first_pin(made)).status_code == 429


def test_an_unknown_ticket_is_counted_like_a_known_one(db):
    for _try in range(6):
        assert knock(Client(), "BCDFGHJK", "000000").status_code == 422
    assert knock(Client(), "BCDFGHJK", "000000").status_code == 429


def test_one_address_cannot_try_many_tickets(db):
    answers = [knock(Client(), f"BCDFGH{a}{b}", "000000").status_code for a in "BCDFGH" for b in "BCDFGH"]
    assert answers[-1] == 429


def test_without_a_ticket_one_is_shown_the_door(visitor, db):
    for where in (REQUEST, f"{REQUEST}kabar/"):
        assert visitor.get(where).headers["Location"] == DOOR
    for where in (f"{REQUEST}tambah/", f"{REQUEST}batal/"):
        assert visitor.post(where, {"text": "x"}).status_code == 403
        assert visitor.get(where).status_code == 405


WORDS = "Anak saya demam.\nKami di rumah nenek."


def test_words_that_were_being_written_when_the_ticket_closed_are_kept(inside, cast, asking):
    made, browser = inside
    browser.post("/tiket/keluar/")
    page = browser.post(f"{REQUEST}tambah/", {"text": WORDS})
    assert page.status_code == 403
    assert "Yang Anda tulis tidak hilang" in page.content.decode()
    wrong = browser.post(DOOR, {"ticket": made.ticket, "pin": wrong_pin(made), "kept": WORDS})
    assert WORDS in wrong.content.decode()
    right = browser.post(DOOR, {"ticket": made.ticket, "pin": actions.first_pin(made), "kept": WORDS})
    assert right.status_code == 200
    assert f"{WORDS}</textarea>" in right.content.decode()
    with asking(cast.ayu):
        assert not Message.objects.exists()
    assert browser.post(f"{REQUEST}tambah/", {"text": WORDS}).headers["Location"] == REQUEST
    with asking(cast.ayu):
        assert Message.objects.select_related("key").get().text == WORDS


def test_quick_exit_closes_the_ticket_on_this_device(inside):
    _made, browser = inside
    browser.get("/keluar/")
    assert browser.get(REQUEST).headers["Location"] == DOOR


def test_hours_are_those_of_the_place(cast, visitor):
    made = handed_in(region_code="91.71")
    knock(visitor, made.ticket, actions.first_pin(made))
    text = visitor.get(REQUEST).content.decode()
    assert " WIT" in text
    assert " WIB" not in text


def test_the_asker_reads_what_they_said(inside):
    _made, browser = inside
    text = browser.get(REQUEST).content.decode()
    assert "Kami kesulitan membayar sekolah anak." in text
    assert "Makan dan kebutuhan sehari-hari" in text


def test_a_correction_before_there_is_a_case_reaches_the_office(inside, cast, asking):
    made, browser = inside
    words = {"right": "correction", "text": "Anak saya dua, bukan satu."}
    assert browser.post("/tiket/hak/", words).headers["Location"] == REQUEST
    with asking(cast.ayu) as ayu:
        wish = trust.rights_on_my_desk(ayu).select_related("key").get()
    assert (wish.owner_id, wish.text) == (made.owner_id, "Anak saya dua, bukan satu.")


def test_a_renewed_pin_closes_the_old_one(cast, asking):
    made = handed_in()
    with asking(cast.ayu):
        new = actions.renew_pin(by=cast.ayu.asker(), request=made)
    assert knock(Client(), made.ticket, actions.first_pin(made)).status_code == 422
    assert knock(Client(), made.ticket, new).status_code == 302


def test_the_asker_answers_a_question_and_the_clock_begins_again(inside, cast, asking):
    made, browser = inside
    with asking(cast.ayu):
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Anak Ibu umur berapa?", note="rahasia kantor")
    text = browser.get(REQUEST).content.decode()
    assert "Anak Ibu umur berapa?" in text
    assert "rahasia kantor" not in text
    once = uuid4()
    for _again in range(2):
        assert browser.post(f"{REQUEST}tambah/", {"text": "Tujuh tahun", "once": once}).status_code == 302
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).state == "new"
        assert Message.objects.select_related("key").get().text == "Tujuh tahun"
    assert "Tujuh tahun" in browser.get(REQUEST).content.decode()


def test_danger_in_an_answer_raises_the_level(inside, cast, asking):
    made, browser = inside
    browser.post(f"{REQUEST}tambah/", {"text": "Saya mau bunuh diri"})
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).level == "merah"


def test_an_empty_or_endless_answer_is_shown_again(inside):
    _made, browser = inside
    assert browser.post(f"{REQUEST}tambah/", {"text": " "}).status_code == 422
    page = browser.post(f"{REQUEST}tambah/", {"text": "lagi " * 4000})
    assert page.status_code == 422
    assert "lagi lagi" in page.content.decode()


def test_the_asker_takes_the_request_back_once(inside, cast, asking):
    made, browser = inside
    for _again in range(2):
        assert browser.post(f"{REQUEST}batal/", {"batal-text": "Sudah dibantu tetangga"}).status_code == 302
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).state == "withdrawn"
        assert Decision.objects.count() == 1
    assert "Anda membatalkan permintaan ini" in browser.get(REQUEST).content.decode()


def test_closing_the_ticket_ends_it_on_this_device(inside):
    _made, browser = inside
    browser.post("/tiket/keluar/")
    assert browser.get(REQUEST).headers["Location"] == DOOR


def test_a_holder_cannot_touch_another_request(cast, asking):
    mine, other = handed_in(), handed_in()
    from django.core.exceptions import PermissionDenied

    for verb in (actions.withdraw, actions.answer_by_asker):
        with asking(holder(mine)), pytest.raises(PermissionDenied):
            verb(by=holder(mine), request=other, text="x")


def test_staff_do_not_open_tickets_in_their_own_window(cast, signed_in):
    made = handed_in()
    assert knock(signed_in(cast.budi), made.ticket, actions.first_pin(made)).status_code == 409
