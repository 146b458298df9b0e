"""Whoever knows the password still cannot try codes for ever; nobody else is shut out by it."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.support.cast import PASSWORD
from tests.support.factors import app_of

from rangkul.base.asking import LOGIN, acting
from rangkul.base.models import Event
from rangkul.web.accounts import actions
from rangkul.web.accounts.lockout import CLOSED

MOST = int(settings.ACCOUNT_RATE_LIMITS["codes_missed"].split("/")[0])


@pytest.fixture
def pass_time(time_machine):
    time_machine.move_to(timedelta(0), tick=False)
    return lambda minutes: time_machine.shift(timedelta(minutes=minutes))


def recovery(staff) -> list[str]:
    with acting(LOGIN):
        return RecoveryCodes.activate(staff).get_unused_codes()


def give(code: str, name: str = "ayu", address: str = "203.0.113.7"):
    """A browser of its own gives name and password, then the code."""
    browser = Client(REMOTE_ADDR=address)
    browser.post(reverse("account_login"), {"login": name, "password": PASSWORD})
    return browser.post(reverse("mfa_authenticate"), {"code": code})


def opens(answer) -> bool:
    return answer.status_code == 302


def said(answer) -> list[str]:
    return answer.context["form"].non_field_errors()


def guess(times: int) -> list:
    return [give("000 bukan", address=f"203.0.113.{n}") for n in range(times)]


def test_after_some_wrong_codes_the_right_one_waits_too(cast):
    code = app_of(cast.ayu)
    answers = guess(MOST)
    assert answers[-2].context["form"].errors["code"]
    assert not said(answers[-2])
    assert said(answers[-1]) == said(give(code())) == [CLOSED]


def test_after_the_time_it_works(cast, pass_time):
    code = app_of(cast.ayu)
    guess(MOST + 2)
    pass_time(14)
    assert not opens(give(code()))
    pass_time(2)
    assert opens(give(code()))


def test_recovery_codes_share_the_count(cast):
    app_of(cast.ayu)
    code, *_others = recovery(cast.ayu)
    guess(MOST)
    assert not opens(give(code))
    with acting(LOGIN):
        kept = Authenticator.objects.get(user=cast.ayu, type=Authenticator.Type.RECOVERY_CODES)
        assert code in RecoveryCodes(kept).get_unused_codes()


def test_a_right_code_forgets_the_wrong_ones(cast, pass_time):
    code = app_of(cast.ayu)
    for _round in range(2):
        guess(MOST - 1)
        assert opens(give(code()))
        # The same code opens once.
        pass_time(1)


@pytest.mark.parametrize("steps", [-1, 1])
def test_a_code_that_changes_on_the_way_still_opens(cast, pass_time, steps):
    code = app_of(cast.ayu)
    assert opens(give(code(steps)))


@pytest.mark.parametrize("steps", [-2, 2])
def test_an_older_one_and_a_later_one_do_not(cast, pass_time, steps):
    code = app_of(cast.ayu)
    assert give(code(steps)).context["form"].errors["code"]


def test_a_code_opens_once_as_long_as_it_lives(cast, pass_time):
    code = app_of(cast.ayu)
    later = code(1)
    assert opens(give(later))
    pass_time(1)
    assert code(-1) == later
    assert give(later).context["form"].errors["code"]
    assert give(f"{later[:3]} {later[3:]}").context["form"].errors["code"]


def test_nobody_else_is_shut_out(cast):
    app_of(cast.ayu)
    code = app_of(cast.sari)
    guess(MOST)
    assert opens(give(code(), "sari"))


def test_proving_it_again_counts_too(cast, signed_in):
    app_of(cast.ayu)
    guess(MOST)
    browser = signed_in(cast.ayu)
    assert said(browser.post(reverse("mfa_reauthenticate"), {"code": "000000"})) == [CLOSED]


def test_the_audit_log_says_it_once(cast, asking):
    app_of(cast.ayu)
    guess(MOST + 3)
    with asking(cast.agus):
        (event,) = Event.objects.filter(name="staff.codes_closed")
        assert (event.subject_id, event.agency_id) == (cast.ayu.pk, cast.ayu.agency_id)


@pytest.mark.parametrize("name", ["budi", "adi"])
def test_only_whoever_signs_in_closes_the_codes(cast, asking, name):
    with asking(getattr(cast, name)) as by, pytest.raises(PermissionDenied):
        actions.close_codes(by=by, staff=cast.ayu)
