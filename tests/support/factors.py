"""The app on the phone that shows a code for the second factor."""

import time
from collections.abc import Callable

from allauth.mfa import app_settings
from allauth.mfa.totp.internal import auth as totp

from rangkul.base.asking import LOGIN, acting
from rangkul.commons.people.models import Staff


def shown(secret: str, steps: int = 0) -> str:
    """What an app with this secret shows now, or so many steps of its clock later; 6 digits."""
    counter = int(time.time()) // app_settings.TOTP_PERIOD + steps
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def app_of(staff: Staff) -> Callable[..., str]:
    """Sets the app up for somebody, and gives what shows its code: `app(steps=0)`."""
    with acting(LOGIN):
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(staff, secret)
    return lambda steps=0: shown(secret, steps)
