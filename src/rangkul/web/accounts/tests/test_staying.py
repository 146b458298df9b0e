"""Whoever works stays in; whoever went away is signed out, and so is everybody after half a day."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.support.cast import PASSWORD

from rangkul.entry.intake.actions import first_pin
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.web.portal.door import TICKET_SECONDS


@pytest.fixture
def later(time_machine):
    time_machine.move_to(timedelta(0))
    return lambda **more: time_machine.shift(timedelta(**more))


@pytest.fixture
def ayu(visitor, cast):
    visitor.post(reverse("account_login"), {"login": "ayu", "password": PASSWORD})
    return visitor


@pytest.fixture
def wati(visitor, cast):
    made = handed_in()
    answer = visitor.post(reverse("portal:door"), {"ticket": made.ticket_words, "pin": first_pin(made)})
    assert answer.status_code == 302
    return visitor


def works(browser, **headers) -> bool:
    return browser.get(reverse("accounts:mine"), headers=headers).status_code == 200


def reads(browser, **headers) -> bool:
    return browser.get(reverse("portal:request"), headers=headers).status_code == 200


def until() -> object:
    return Session.objects.get().expire_date


def test_a_worker_who_works_stays_in(later, ayu):
    for _round in range(3):
        later(hours=3, minutes=30)
        assert works(ayu)


def test_four_hours_without_use_sign_out(later, ayu):
    later(hours=3)
    assert works(ayu)
    later(hours=4, minutes=1)
    assert not works(ayu)


def test_after_twelve_hours_also_the_busiest_says_again_who_they_are(later, ayu):
    for _hour in range(11):
        later(hours=1)
        assert works(ayu)
    later(minutes=59)
    assert works(ayu)
    later(minutes=2)
    assert not works(ayu)


def test_what_else_the_session_keeps_does_not_lengthen_it(later, ayu):
    for _hour in range(12):
        later(minutes=59)
        session = ayu.session
        session["anything"] = str(_hour)
        session.save()
    later(minutes=13)
    assert not works(ayu)


def test_it_is_written_down_seldom(later, ayu):
    def writes() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert works(ayu)
        return sum("UPDATE" in one["sql"] and "django_session" in one["sql"] for one in asked)

    works(ayu)
    assert writes() == 0
    later(minutes=20)
    assert writes() == 0
    later(minutes=5)
    assert [writes(), writes()] == [1, 0]


@pytest.mark.parametrize("header", [{"sec-fetch-mode": "cors"}, {"hx-request": "true"}, {"x-rangkul-live": "true"}])
def test_what_a_page_fetches_by_itself_keeps_nobody_in(later, ayu, header):
    later(hours=3)
    before = until()
    works(ayu, **header)
    assert until() == before
    works(ayu, **{"sec-fetch-mode": "navigate"})
    assert until() > before


def test_a_ticket_stays_open_while_it_is_read(later, wati):
    for _round in range(6):
        later(minutes=25)
        assert reads(wati)
    later(seconds=TICKET_SECONDS + 60)
    assert not reads(wati)


def test_writing_keeps_a_ticket_open(later, wati):
    for _round in range(3):
        later(minutes=25)
        assert wati.post(reverse("portal:add"), {"text": "Anak saya sakit."}).status_code == 302
    assert reads(wati)


def test_a_ticket_ends_with_the_browser_too(wati, settings):
    assert not wati.cookies[settings.SESSION_COOKIE_NAME]["max-age"]
