"""What an admin has seen opens nothing: a first password is replaced, a lost one renewed, by an admin and logged."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from tests.support.cast import PASSWORD
from tests.support.factors import app_of

from rangkul.base.asking import LOGIN, acting
from rangkul.base.models import Event
from rangkul.commons.people.models import Staff

OWN = "rumah-kayu-di-tepi-danau"


@pytest.fixture
def newcomer(cast):
    with acting(LOGIN):
        Staff.objects.filter(pk=cast.ayu.pk).update(first_password=True)
        return Staff.objects.get(pk=cast.ayu.pk)


def renew(browser, staff, **fields):
    return browser.post(reverse("accounts:renew", args=[staff.pk]), fields)


def test_a_first_password_opens_only_the_page_that_replaces_it(newcomer, signed_in):
    ayu = signed_in(newcomer)
    for page in ("/kerja/", "/akun/saya/", "/akun/2fa/", "/akun/faktor-kedua/"):
        assert ayu.get(page).headers["Location"] == reverse("account_change_password")
    form = {"oldpassword": PASSWORD, "password1": OWN, "password2": OWN}
    assert ayu.post(reverse("account_change_password"), form).headers["Location"] == "/kerja/"
    assert ayu.get("/akun/saya/").status_code == 200


def test_the_admin_renews_a_lost_password_and_the_old_one_is_gone(cast, signed_in, visitor):
    ayu = signed_in(cast.ayu)
    page = renew(signed_in(cast.adi), cast.ayu).content.decode()
    assert "Kata sandi pertama yang baru untuk Ayu" in page
    assert ayu.get("/kerja/").headers["Location"].startswith("/akun/masuk/")
    assert visitor.post("/akun/masuk/", {"login": "ayu", "password": PASSWORD}).status_code == 200


@pytest.mark.parametrize(("fields", "left"), [({}, 1), ({"factors": "1"}, 0)])
def test_a_lost_telephone_takes_the_factor_along(cast, signed_in, fields, left):
    app_of(cast.ayu)
    renew(signed_in(cast.adi), cast.ayu, **fields)
    with acting(LOGIN):
        assert Authenticator.objects.filter(user=cast.ayu).count() == left


def test_nobody_but_the_admin_renews_and_not_by_looking(cast, signed_in, asking):
    assert renew(signed_in(cast.sari), cast.ayu).status_code == 403
    assert renew(signed_in(cast.adi), cast.budi).status_code == 404
    assert signed_in(cast.adi).get(reverse("accounts:renew", args=[cast.ayu.pk])).status_code == 405
    renew(signed_in(cast.adi), cast.ayu)
    with asking(cast.agus):
        assert Event.objects.filter(name="staff.access_renewed").count() == 1


def test_an_admin_asks_another_admin(cast, signed_in):
    assert renew(signed_in(cast.adi), cast.adi).status_code >= 400
    assert signed_in(cast.adi).get("/akun/petugas/").status_code == 200


def test_whoever_forgot_it_reads_what_to_do(visitor, db):
    assert "Hubungi admin" in visitor.get(reverse("account_reset_password")).content.decode()
