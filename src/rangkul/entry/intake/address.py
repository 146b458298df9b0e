"""From which address a request comes, for counting attempts; it is never stored as it is."""

from django.http import HttpRequest

_HERE = frozenset({"127.0.0.1", "::1", ""})


def address_of(request: HttpRequest) -> str:
    """The peer, or what a proxy on this same machine says about it: the last hop it saw."""
    peer = request.META.get("REMOTE_ADDR", "")
    if peer in _HERE:
        return request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()[:64] or peer
    return peer
