"""Telling somebody "Ada kabar untuk Anda" by e-mail or by a push of their browser. Neither says of what, from whom, or
where: whoever reads along learns that something came, and nothing more.

A push carries no content at all, so there is nothing in it to be encrypted; the browser's own service worker shows the
one sentence. Signed by VAPID (RFC 8292).
"""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from functools import cache
from http.client import HTTPException
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The push services of browsers; an address anywhere else would let a stranger make this server call somewhere.
_SERVICES = (
    "fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com", ".notify.windows.com",
    ".push.apple.com",
)  # fmt: skip
_SECONDS = 10
# Also an answer that is none, or an address that cannot be written to: one fault keeps nobody else from being told.
_FAULTS = (OSError, HTTPException, ValueError)
_HALF_A_DAY = 12 * 3600


class NewsWay(models.TextChoices):
    MAIL = "mail", gettext_lazy("Surel")
    PUSH = "push", gettext_lazy("Pemberitahuan di perangkat ini")


class Unreachable(Exception):
    """Not told now; worth another try."""


class Gone(Exception):
    """Nobody is there any more."""


def ways() -> frozenset[str]:
    """Which ways this installation has; none without settings."""
    has = {NewsWay.MAIL: settings.NEWS_MAIL_FROM, NewsWay.PUSH: settings.NEWS_PUSH_KEY and settings.NEWS_PUSH_CONTACT}
    return frozenset(str(way) for way, there in has.items() if there)


def is_push_service(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    known = any(host == one or (one.startswith(".") and host.endswith(one)) for one in _SERVICES)
    return parts.scheme == "https" and known and parts.port in (None, 443) and "@" not in parts.netloc


def tell(way: str, reach_at: str, where: str, *, urgent: bool = False) -> None:
    """`where` says in a letter where to look; a push says nothing at all, and wakes a sleeping device where `urgent`.

    Raises Unreachable or Gone.
    """
    if way == NewsWay.MAIL:
        _mail(reach_at, where)
    else:
        _push(reach_at, "high" if urgent else "normal")


def _mail(address: str, where: str) -> None:
    title = _("Ada kabar untuk Anda")
    try:
        EmailMessage(title, f"{title}.\n\n{where}\n", settings.NEWS_MAIL_FROM, [address]).send()
    except _FAULTS as error:
        raise Unreachable from error


def _push(address: str, urgency: str) -> None:
    if not is_push_service(address):
        raise Gone
    headers = {"TTL": str(_HALF_A_DAY), "Urgency": urgency, "Content-Length": "0", "Authorization": _signed(address)}
    asked = urllib.request.Request(address, data=b"", headers=headers, method="POST")  # noqa: S310  checked above
    try:
        with urllib.request.urlopen(asked, timeout=_SECONDS):  # noqa: S310
            return
    except urllib.error.HTTPError as error:
        raise (Gone if error.code in (404, 410) else Unreachable) from error
    except _FAULTS as error:
        raise Unreachable from error


@cache
def _key() -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(_unpacked(settings.NEWS_PUSH_KEY), "big"), ec.SECP256R1())


def public_key() -> str:
    """What a browser asks for when it subscribes."""
    return _packed(_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def _signed(address: str) -> str:
    parts = urlsplit(address)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(time.time()) + _HALF_A_DAY,
        "sub": settings.NEWS_PUSH_CONTACT,
    }
    head = {"typ": "JWT", "alg": "ES256"}
    told = ".".join(_packed(json.dumps(one, separators=(",", ":")).encode()) for one in (head, claims))
    r, s = decode_dss_signature(_key().sign(told.encode(), ec.ECDSA(hashes.SHA256())))
    return f"vapid t={told}.{_packed(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}, k={public_key()}"


def _packed(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
