"""What this browser searched for last, so that going back from a person shows the list again.

It is sealed in a cookie that only the search page gets: neither the browser nor the database holds a word of it, and
it opens in the same session alone. Signing out makes it worthless.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from rangkul.base import crypto

LONGEST = 200
COOKIE = "rangkul_cari"
_HOLDS = timedelta(minutes=30)


def _context(request: HttpRequest) -> str:
    return f"search:{request.asker.staff_id}:{request.session.session_key}"


def keep(request: HttpRequest, answer: HttpResponse, text: str) -> None:
    sealed = crypto.seal(crypto.derived("search"), text.encode(), _context(request))
    answer.set_cookie(
        COOKIE, urlsafe_b64encode(sealed).decode(), max_age=_HOLDS, path=reverse("desks:search"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Strict",
    )  # fmt: skip


def before(request: HttpRequest) -> str:
    """Empty where nothing was asked, or by somebody else, or the cookie was tampered with."""
    try:
        sealed = urlsafe_b64decode(request.COOKIES.get(COOKIE, "").encode())
        return crypto.unseal(crypto.derived("search"), sealed, _context(request)).decode()[:LONGEST]
    except (ValueError, crypto.Unreadable):
        return ""
