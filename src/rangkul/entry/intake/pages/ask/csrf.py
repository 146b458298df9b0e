"""A page that stayed open too long must not cost what was typed: the check is made here, and the page shown again."""

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class _Check(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def stale(request: HttpRequest) -> bool:
    """True when the POST does not carry this browser's token. Nothing may be written then."""
    check = _Check(lambda _request: None)
    check.process_request(request)
    return bool(check.process_view(request, None, (), {}))
