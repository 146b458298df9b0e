"""One sees where one is signed in, and ends it; nobody ends somebody else's."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.support.cast import PASSWORD

from rangkul.base.models import Event
from rangkul.web.accounts import sessions

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0"
PHONE = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Mobile Safari/537.36"


@pytest.fixture
def sign_in(cast):
    def enter(name: str, agent: str) -> Client:
        browser = Client(headers={"user-agent": agent})
        browser.post(reverse("account_login"), {"login": name, "password": PASSWORD})
        return browser

    return enter


def works(browser) -> bool:
    return browser.get(reverse("accounts:mine")).status_code == 200


def mark(browser) -> str:
    return sessions.mark_of(browser.session.session_key)


def test_each_browser_is_named(sign_in):
    office, phone = sign_in("ayu", FIREFOX), sign_in("ayu", PHONE)
    page = office.get(reverse("accounts:mine")).content.decode()
    assert "Firefox, Windows" in page
    assert "Chrome, Android" in page
    assert phone.session.session_key not in page


def test_one_session_is_ended_and_only_that(sign_in, cast, asking):
    office, phone, other = sign_in("ayu", FIREFOX), sign_in("ayu", PHONE), sign_in("ayu", PHONE)
    for _ in range(2):
        assert office.post(reverse("accounts:end_session", args=[mark(phone)])).status_code == 302
    assert (works(office), works(phone), works(other)) == (True, False, True)
    with asking(cast.agus):
        assert Event.objects.filter(name="staff.session_ended").count() == 1


def test_nobody_ends_the_session_of_another(sign_in):
    ayu, sari = sign_in("ayu", FIREFOX), sign_in("sari", FIREFOX)
    sari.post(reverse("accounts:end_session", args=[mark(ayu)]))
    assert works(ayu)


def test_all_others_at_once(sign_in):
    office, phone = sign_in("ayu", FIREFOX), sign_in("ayu", PHONE)
    office.post(reverse("accounts:end_sessions"))
    assert (works(office), works(phone)) == (True, False)


def test_a_get_ends_nothing(sign_in):
    office, phone = sign_in("ayu", FIREFOX), sign_in("ayu", PHONE)
    assert office.get(reverse("accounts:end_session", args=[mark(phone)])).status_code == 405
    assert works(phone)
