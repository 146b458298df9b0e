"""How the account library behaves here: accounts are made by an admin, never by signing up; secrets are sealed."""

from base64 import b64decode, b64encode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from rangkul.base import crypto
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.queries import line_of
from rangkul.web.accounts import sessions

_CONTEXT = "mfa"
# The library blames and speaks of a "nama pengguna".
_WRONG_CODE = _("Kode ini belum cocok. Ketik kode yang sedang tampil.")


class StaffAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("Nama masuk dan kata sandi ini belum cocok. Periksa lagi keduanya."),
        "enter_current_password": _("Kata sandi ini belum cocok dengan yang sekarang."),
        "incorrect_password": _("Kata sandi ini belum cocok."),
        "incorrect_code": _WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Staff, password: str) -> None:
        """The owner chose it, so nobody else has seen it."""
        user.first_password = False
        super().set_password(user, password)

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Whoever signed in a moment ago and has no second factor yet is not asked for the same password again."""
        from allauth.mfa.utils import is_mfa_enabled

        request = context.request
        if sessions.just_signed_in(request) and not is_mfa_enabled(request.user):
            return False
        return super().is_reauthentication_required(app=app)

    def get_client_ip(self, request: HttpRequest) -> str:
        return line_of(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class FactorAdapter(DefaultMFAAdapter):
    """The library stores what `encrypt` returns; a stolen database must not yield working second factors."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": _WRONG_CODE}

    def encrypt(self, text: str) -> str:
        return b64encode(crypto.seal(crypto.derived(_CONTEXT), text.encode(), _CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.unseal(crypto.derived(_CONTEXT), b64decode(encrypted_text), _CONTEXT).decode()
