"""Signing in, being refused, being locked out, the second factor."""

from datetime import timedelta

import pytest
from allauth.mfa.adapter import get_adapter
from django.test import Client
from django.urls import reverse
from tests.support.cast import PASSWORD
from tests.support.factors import app_of

from rangkul.base.models import Event
from rangkul.commons.people.models import Staff


def sign_in(client: Client, name: str, password: str = PASSWORD):
    return client.post(reverse("account_login"), {"login": name, "password": password})


def test_ayu_signs_in_and_lands_at_work(visitor, cast):
    assert sign_in(visitor, "ayu").headers["Location"] == "/kerja/"


def test_a_wrong_password_says_nothing_about_the_account(visitor, cast):
    wrong, unknown = sign_in(visitor, "ayu", "salah"), sign_in(visitor, "tidak-ada", "salah")
    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()


def test_a_closed_account_cannot_sign_in(visitor, cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.ayu.pk).update(is_active=False)
    assert "_auth_user_id" not in sign_in(visitor, "ayu").client.session


def test_many_wrong_passwords_lock_the_door(visitor, cast, settings):
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(visitor, "ayu", "salah")
    assert answer.status_code == 429
    assert sign_in(visitor, "ayu").status_code == 429


def test_work_pages_send_visitors_to_the_login(visitor, db):
    assert visitor.get("/kerja/").headers["Location"].startswith("/akun/masuk/")


def test_without_second_factor_only_the_set_up_is_open(signed_in, cast, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    answer = signed_in(cast.ayu).get("/kerja/")
    assert answer.headers["Location"] == reverse("accounts:second_factor")


@pytest.mark.parametrize("page", ["second_factor", "mine"])
def test_account_pages_open(signed_in, cast, page):
    assert signed_in(cast.ayu).get(reverse(f"accounts:{page}")).status_code == 200


@pytest.mark.parametrize("page", ["mfa_index", "account_change_password"])
def test_library_pages_wear_our_look(signed_in, cast, page):
    answer = signed_in(cast.ayu).get(reverse(page), follow=True)
    assert 'lang="id"' in answer.content.decode()


def test_the_session_ends_after_half_a_day(visitor, cast, time_machine):
    sign_in(visitor, "ayu")
    time_machine.move_to(timedelta(hours=5))
    assert visitor.get("/akun/saya/").status_code == 302


def test_a_code_from_the_app_is_asked_when_the_factor_is_set(visitor, cast):
    app = app_of(cast.ayu)
    assert sign_in(visitor, "ayu").headers["Location"] == reverse("mfa_authenticate")
    answer = visitor.post(reverse("mfa_authenticate"), {"code": app()})
    assert answer.headers["Location"] == "/kerja/"
    assert get_adapter().is_mfa_enabled(cast.ayu)


def test_an_admin_opens_an_account_and_nobody_else_does(signed_in, cast, asking):
    form = {
        "username": "nur",
        "full_name": "Nur Contoh",
        "called_name": "Nur",
        "roles": ["peksos"],
        "unit": str(cast.ayu.unit_id),
        "supervisor": str(cast.sari.pk),
        "is_active": "on",
    }
    assert signed_in(cast.ayu).post(reverse("accounts:staff_new"), form).status_code == 403
    answer = signed_in(cast.adi).post(reverse("accounts:staff_new"), form)
    assert "Akun Nur sudah dibuat" in answer.content.decode()
    with asking(cast.agus):
        assert Event.objects.filter(name="staff.account_opened").count() == 1


def test_incompatible_roles_are_refused(signed_in, cast):
    form = {"username": "nur", "full_name": "N", "called_name": "N", "roles": ["admin", "peksos"], "is_active": "on"}
    answer = signed_in(cast.adi).post(reverse("accounts:staff_new"), form)
    assert answer.status_code == 422


def test_the_admin_says_who_is_trained_for_violence(signed_in, cast, asking):
    form = {
        "full_name": "Ayu Peksos", "called_name": "Ayu", "sex": "P", "roles": ["peksos"], "unit": str(cast.ayu.unit_id),
        "supervisor": str(cast.sari.pk), "on_duty": "on", "is_active": "on", "trained_violence": "on",
        "languages": ["id", "su"],
    }  # fmt: skip
    page = reverse("accounts:staff_edit", args=[cast.ayu.pk])
    assert "Terlatih mendampingi korban kekerasan" in signed_in(cast.adi).get(page).content.decode()
    assert signed_in(cast.adi).post(page, form).status_code == 302
    with asking(cast.adi):
        ayu = Staff.objects.get(pk=cast.ayu.pk)
    assert (ayu.trained_violence, ayu.languages) == (True, ["id", "su"])


@pytest.mark.parametrize(
    ("host", "offered"), [("localhost:8000", True), ("127.0.0.1:8000", False), ("[::1]:8000", False)]
)
def test_a_passkey_is_offered_only_where_a_browser_makes_one(visitor, host, offered):
    page = visitor.get("/akun/masuk/", headers={"host": host}).content.decode()
    assert ('id="passkey_login"' in page) is offered


def test_a_refused_login_speaks_as_the_page_does(visitor, cast):
    told = sign_in(visitor, "ayu", "salah").context["form"].non_field_errors()
    assert told == ["Nama masuk dan kata sandi ini belum cocok. Periksa lagi keduanya."]
