"""The stream opens to whom the pages open, and to nobody before."""

import pytest
from django.conf import settings as own

from rangkul.base.asking import LOGIN, TICKET_SESSION_KEY, acting
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.web import asgi
from tests.support.factors import app_of


@pytest.fixture(autouse=True)
def _inside_the_test(monkeypatch):
    """The stream gives its connection back; the test's own transaction stays open."""
    monkeypatch.setattr(asgi.connection, "close", lambda: None)


def listens(browser):
    cookie = browser.cookies[own.SESSION_COOKIE_NAME].value
    return asgi.identify({"headers": [(b"cookie", f"{own.SESSION_COOKIE_NAME}={cookie}".encode())]})


def test_a_signed_in_worker_listens(cast, signed_in):
    assert listens(signed_in(cast.ayu)).staff_id == cast.ayu.pk


def test_without_the_second_factor_nobody_listens(cast, signed_in, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    ayu = signed_in(cast.ayu)
    assert listens(ayu) is None
    app_of(cast.ayu)
    assert ayu.get("/kerja/", follow=True).status_code == 200
    assert listens(ayu).staff_id == cast.ayu.pk


def test_with_a_first_password_nobody_listens(cast, signed_in):
    ayu = signed_in(cast.ayu)
    with acting(LOGIN):
        Staff.objects.filter(pk=cast.ayu.pk).update(first_password=True)
    assert listens(ayu) is None


def test_a_ticket_listens_as_before(visitor, cast):
    made = handed_in()
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(made.pk)
    session.save()
    assert listens(visitor).ticket_id == made.pk
