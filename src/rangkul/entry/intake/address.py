"""From which address a request comes, for counting attempts; it is never stored as it is. The one place that knows it:
the login counts by it too. A proxy is believed where it runs on this same machine, and nowhere else."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.http import HttpRequest

_NOWHERE = "127.0.0.1"
_HERE = frozenset({_NOWHERE, "::1", ""})


def address_of(request: HttpRequest) -> str:
    """The peer, or what a proxy on this same machine says about it: the last hop it saw."""
    peer = request.META.get("REMOTE_ADDR", "")
    if peer in _HERE:
        return _one_household(request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()[:64]) or peer
    return _one_household(peer)


def line_of(request: HttpRequest) -> str:
    """The same as an address that is one, for libraries that take no other: of a whole line its first."""
    said = address_of(request).partition("/")[0]
    try:
        return str(ip_address(said))
    except ValueError:
        return request.META.get("REMOTE_ADDR", "") or _NOWHERE


def is_known(address: str) -> bool:
    """False for this machine itself, and for a proxy that does not say for whom it asks: everybody comes from there."""
    return address not in _HERE


def _one_household(address: str) -> str:
    """A line of the newer internet has 2^64 addresses; all of them are one line."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else address
