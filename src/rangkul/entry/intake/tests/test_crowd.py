"""How much may come over one line: wide bounds, nobody turned away without a word, nothing lost."""

import re

import pytest
from django.test import Client, RequestFactory

from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.entry.intake.address import address_of, is_known, line_of
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.ask import crowd
from rangkul.entry.intake.tests.test_wizard import AT, STORY, answer, filled

pytestmark = pytest.mark.django_db

SHELTER = "203.0.113.7"


@pytest.fixture
def narrow(monkeypatch):
    """Bounds small enough to meet in a test."""
    monkeypatch.setattr(crowd, "HANDED_IN", ((3600, 2), (86_400, 20)))
    monkeypatch.setattr(crowd, "BEGUN", ((3600, 6),))


def somebody(address=SHELTER):
    return Client(REMOTE_ADDR=address)


def hand_in(address=SHELTER, **safe):
    browser = filled(somebody(address))
    if safe:
        answer(browser, "aman", **safe)
    return browser, answer(browser, "periksa")


def test_a_shelter_may_send_many_in_an_hour():
    seconds, most = crowd.HANDED_IN[0]
    assert (seconds, most) >= (3600, 40)
    assert crowd.BEGUN[0][1] >= 10 * most


def test_over_the_bound_it_says_what_to_do_and_keeps_every_answer(cast, narrow, asking):
    for _each in range(2):
        assert hand_in()[1].status_code == 302
    browser, page = hand_in()
    text = page.content.decode()
    assert page.status_code == 429
    assert int(page.headers["Retry-After"]) > 0
    assert "jawaban Anda aman tersimpan" in text
    assert re.search(r"Coba lagi setelah pukul \d\d\.\d\d WIB", text)
    assert 'href="tel:' in text
    assert STORY in browser.get(f"{AT}periksa/").content.decode()
    with asking(cast.ayu):
        assert Request.objects.count() == 2


def test_the_kept_answers_can_be_taken_to_another_line(cast, narrow, asking):
    for _each in range(2):
        hand_in()
    browser, _page = hand_in()
    code = browser.post(f"{AT}periksa/", {"later": "1"}).content.decode()
    code = re.search(r'ticket-code">([A-Z0-9-]+)<', code)[1]
    other = somebody("198.51.100.9")
    other.post(f"{AT}lanjut/", {"code": code})
    assert answer(other, "periksa").headers["Location"] == f"{AT}tiket/"
    with asking(cast.ayu):
        assert Request.objects.count() == 3


def test_what_was_refused_is_not_counted(cast, narrow):
    for _each in range(5):
        hand_in()
    assert not knocked_too_often("handed in", SHELTER, seconds=3600, most=3)


def test_in_danger_one_passes_where_others_wait(cast, narrow):
    for _each in range(2):
        hand_in()
    assert hand_in(safe_now="no")[1].status_code == 302


def test_even_danger_has_a_bound(cast, narrow, monkeypatch):
    monkeypatch.setattr(crowd, "IN_DANGER", 1)
    for _each in range(2):
        hand_in()
    page = hand_in(safe_now="no")[1]
    assert page.status_code == 429
    assert "Dalam bahaya? Jangan menunggu." in page.content.decode()


def test_another_line_is_not_held_up(cast, narrow):
    for _each in range(3):
        hand_in()
    assert hand_in("198.51.100.9")[1].status_code == 302


def test_the_same_last_step_again_is_counted_once(cast, narrow):
    browser, _gone = hand_in()
    for _again in range(5):
        assert answer(browser, "periksa").headers["Location"] == f"{AT}tiket/"
    assert hand_in()[1].status_code == 302


def test_behind_a_silent_proxy_nobody_is_shut_out(cast, narrow):
    for _each in range(4):
        assert hand_in("127.0.0.1")[1].status_code == 302


def test_empty_forms_cannot_be_begun_for_ever(narrow):
    answers = [somebody().post(f"{AT}aman/", {"safe_now": "yes"}) for _each in range(7)]
    assert [one.status_code for one in answers] == [302] * 6 + [429]
    assert 'href="tel:' in answers[-1].content.decode()
    assert "rangkul_draft" not in answers[-1].cookies


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "", "2001:db8:1:2::/64"),
        ("127.0.0.1", "bukan alamat", "bukan alamat"),
    ],
)
def test_from_where_somebody_asks(peer, forwarded, address):
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert address_of(RequestFactory().get("/", REMOTE_ADDR=peer, **more)) == address
    assert is_known(address) is (address != "127.0.0.1")


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("", "", "127.0.0.1"),
        ("", "198.51.100.1", "198.51.100.1"),
        ("2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::"),
        ("127.0.0.1", "2001:db8:1:2:bbbb::9", "2001:db8:1:2::"),
        ("127.0.0.1", "bukan alamat", "127.0.0.1"),
        ("127.0.0.1", "' OR 1=1 --", "127.0.0.1"),
    ],
)
def test_libraries_get_an_address_that_is_one(peer, forwarded, address):
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert line_of(RequestFactory().get("/", REMOTE_ADDR=peer, **more)) == address
