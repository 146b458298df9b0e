"""Behind the proxy of this machine each visitor is counted for themself; nobody else's word is taken for an address."""

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings as own
from django.test import Client, RequestFactory
from django.urls import reverse
from tests.support.cast import PASSWORD

ATTACKER, OFFICE = "198.51.100.66", "203.0.113.7"


@pytest.fixture(autouse=True)
def _counted(settings):
    settings.AXES_ENABLED = True


def sign_in(password: str, *, peer="127.0.0.1", forwarded="", name="ayu"):
    browser = Client(REMOTE_ADDR=peer, **({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}))
    return browser.post(reverse("account_login"), {"login": name, "password": password})


def guess(**where) -> None:
    for _each in range(own.AXES_FAILURE_LIMIT):
        sign_in("salah", **where)


def test_whoever_guesses_shuts_out_themself_alone(cast):
    guess(forwarded=ATTACKER)
    assert sign_in(PASSWORD, forwarded=ATTACKER).status_code == 429
    assert sign_in(PASSWORD, forwarded=OFFICE).status_code == 302


def test_a_word_put_before_the_hop_of_the_proxy_changes_nothing(cast):
    for n in range(own.AXES_FAILURE_LIMIT):
        sign_in("salah", forwarded=f"10.0.0.{n}, {ATTACKER}")
    assert sign_in(PASSWORD, forwarded=ATTACKER).status_code == 429


def test_from_anywhere_else_the_word_is_not_taken(cast):
    for n in range(own.AXES_FAILURE_LIMIT):
        sign_in("salah", peer=ATTACKER, forwarded=f"10.0.0.{n}")
    assert sign_in(PASSWORD, peer=ATTACKER, forwarded=OFFICE).status_code == 429


def test_one_line_of_the_newer_internet_is_one_visitor(cast):
    for n in range(own.AXES_FAILURE_LIMIT):
        sign_in("salah", peer=f"2001:db8:1:2:{n}::1")
    assert sign_in(PASSWORD, peer="2001:db8:1:2:ffff::1").status_code == 429
    assert sign_in(PASSWORD, peer="2001:db8:1:3::1").status_code == 302


def test_the_account_library_asks_the_same_place(db):
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR=f"10.0.0.1, {OFFICE}")
    assert get_adapter().get_client_ip(request) == OFFICE
