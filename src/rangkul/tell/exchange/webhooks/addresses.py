"""Where another system is. The server calls no address inside its own network, whatever name stands before it: the name
is resolved, every address behind it is looked at, and the call goes to the very one that was looked at."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused

_LONGEST = 300
_NAT64 = ip_network("64:ff9b::/96")


class Private(Exception):
    """The name leads inside."""


class Nowhere(Exception):
    """The name leads nowhere now."""


@dataclass(frozen=True)
class Target:
    """`ip` is what is called, `host` what its certificate must name."""

    host: str
    ip: str
    port: int
    path: str
    secure: bool = True


def cleaned(text: str) -> str:
    """Raises Refused for what is no https address of a public host."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port or 443
    except ValueError:
        host, port = "", 0
    plain = text.isascii() and not any(one.isspace() or ord(one) < 32 for one in text)
    if not host or not port or not plain or len(text) > _LONGEST or parts.fragment or "@" in parts.netloc:
        raise _refused(_("Tulis alamat lengkapnya, misalnya https://sistem.dinas.go.id/rangkul."))
    if parts.scheme != "https":
        raise _refused(_("Alamatnya harus diawali https://."))
    try:
        resolve(text)
    except Private:
        raise _refused(_("Alamat ini mengarah ke jaringan dalam. Pakai alamat yang bisa dicapai dari luar.")) from None
    except Nowhere:
        raise _refused(_("Alamat ini belum ditemukan. Periksa lagi tulisannya.")) from None
    return text


def _refused(words: str) -> Refused:
    return Refused(words, field="address", code="address")


def resolve(address: str) -> Target:
    """Asked anew for each call: what a name leads to may change between two. Raises Private or Nowhere."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or 443
    found = looked_up(host, port)
    if not found:
        raise Nowhere
    if not all(is_public(one) for one in found):
        raise Private
    path = parts.path or "/"
    return Target(host, found[0], port, f"{path}?{parts.query}" if parts.query else path)


def looked_up(host: str, port: int) -> list[str]:
    """Every address behind the name; empty where there is none now."""
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [str(row[4][0]) for row in rows]


def is_public(ip: str) -> bool:
    one = ip_address(ip.partition("%")[0])
    if isinstance(one, IPv6Address):
        # An address of the old kind in a new coat leads where that one leads.
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if one in _NAT64:
            return is_public(str(ip_address(int(one) & 0xFFFFFFFF)))
    return one.is_global and not one.is_multicast and not one.is_reserved
