"""A second factor that is gone opens nothing any more."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.urls import reverse
from tests.support.factors import app_of

from rangkul.base.asking import LOGIN, acting
from rangkul.base.models import Event


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def take_away(cast):
    """Ayu has the app and recovery codes; `take_away(browser)` proves once more that it is her, and removes the app."""
    app = app_of(cast.ayu)
    with acting(LOGIN):
        RecoveryCodes.activate(cast.ayu)

    def remove(browser) -> None:
        browser.post(reverse("mfa_reauthenticate"), {"code": app()})
        browser.post(reverse("mfa_deactivate_totp"))
        with acting(LOGIN):
            assert not Authenticator.objects.filter(user=cast.ayu, type=Authenticator.Type.TOTP).exists()

    return remove


def works(browser) -> bool:
    return browser.get("/akun/saya/").status_code == 200


def test_without_the_last_one_nothing_opens(cast, take_away, signed_in):
    here, there = signed_in(cast.ayu), signed_in(cast.ayu)
    assert works(here)
    assert works(there)
    take_away(here)
    assert here.get("/akun/saya/").headers["Location"] == reverse("accounts:second_factor")
    assert there.get("/akun/saya/").headers["Location"].startswith("/akun/masuk/")


def test_it_is_logged(cast, take_away, signed_in, asking):
    take_away(signed_in(cast.ayu))
    with asking(cast.agus):
        assert Event.objects.filter(name="staff.sessions_ended", subject_id=cast.ayu.pk).count() == 1


def test_while_another_is_left_work_goes_on(cast, take_away, signed_in):
    with acting(LOGIN):
        Authenticator.objects.create(user=cast.ayu, type=Authenticator.Type.WEBAUTHN, data={"name": "Ponsel"})
    here, there = signed_in(cast.ayu), signed_in(cast.ayu)
    assert works(here)
    take_away(here)
    assert works(here)
    assert works(there)


def test_looking_takes_nothing_away(cast, take_away, signed_in):
    here = signed_in(cast.ayu)
    here.get(reverse("mfa_deactivate_totp"))
    assert works(here)
