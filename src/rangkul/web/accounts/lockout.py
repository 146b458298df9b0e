"""Whose failed logins are counted together, how many wrong codes one account may give, and that a code opens once."""

from allauth.core import context, ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from django import forms
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rangkul.commons.people.models import Staff
from rangkul.web.accounts import actions

_ACTION = "codes_missed"
CLOSED = _(
    "Terlalu banyak kode yang belum cocok. Untuk menjaga akun Anda, kode tidak diterima selama 15 menit."
    " Bukan Anda yang mencoba? Beri tahu admin lembaga Anda sekarang: orang itu tahu kata sandi Anda."
)


def username(request: HttpRequest, credentials: dict | None = None) -> str:
    """The name as typed, whatever the form called it; so that "Ayu" and "ayu" share one count."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    return typed.strip().lower()[:150]


class CountedCode:
    """For the forms that take a code of the app or a recovery code: after some wrong ones also the right one waits."""

    user: Staff

    def clean_code(self) -> str:
        if not _count(self.user):
            return self._closed()
        try:
            code = super().clean_code()
            if not _first_time(self.user, code):
                raise get_adapter().validation_error("incorrect_code")
        except forms.ValidationError:
            if _count(self.user, dry_run=True):
                raise
            actions.close_codes(by=context.request.asker, staff=self.user)
            return self._closed()
        ratelimit.clear(context.request, action=_ACTION, key=_key(self.user))
        return code

    def _closed(self) -> str:
        """Said once above the form, not at the field: another code would not help."""
        self.add_error(None, CLOSED)
        return ""


def _count(staff: Staff, *, dry_run: bool = False) -> bool:
    """Whether one more try is allowed; it is counted unless we only ask."""
    return ratelimit.consume(context.request, action=_ACTION, key=_key(staff), dry_run=dry_run)


def _first_time(staff: Staff, code: str) -> bool:
    """The library remembers a used code for one step of the clock; the code lives one step on either side as well.
    However it is spaced, it is one code."""
    lives = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    return cache.add(f"{_key(staff)}:{normalize_user_code(code)}", True, lives)


def _key(staff: Staff) -> str:
    return f"code:{staff.pk}"
