"""Where an account is signed in now: which browser, since when. No address and no place: workers are not tracked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.people.models import Staff

SINCE, DEVICE = "since", "device"
_MOMENT = timedelta(minutes=15)
# The first word that is found counts: most browsers also call themselves by older ones' names.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
             ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
            ("Linux", "Linux"))  # fmt: skip


@dataclass(frozen=True)
class SignedIn:
    """`mark` names the session to its owner without being its key."""

    mark: str
    device: str
    since: datetime | None
    here: bool


def remember(sender: type, request: HttpRequest, user: Staff, **kwargs) -> None:
    """At the moment of signing in."""
    request.session[SINCE] = clock.now().isoformat()
    request.session[DEVICE] = _device(request.headers.get("User-Agent", ""))


def proved(sender: type, request: HttpRequest, user: Staff, **kwargs) -> None:
    """Whoever has just set up a second factor is not asked for it to see the recovery codes."""
    record_authentication(request, user, method="mfa", reauthenticated=True)


def just_signed_in(request: HttpRequest) -> bool:
    since = request.session.get(SINCE)
    return bool(since) and clock.now() - datetime.fromisoformat(since) < _MOMENT


def _device(agent: str) -> str:
    named = [next((name for word, name in words if word in agent), "") for words in (_BROWSERS, _SYSTEMS)]
    return ", ".join(name for name in named if name)


def mark_of(key: str) -> str:
    return sha256(f"session:{key}".encode()).hexdigest()[:24]


def rows_of(staff: Staff) -> Iterator[tuple[Session, dict]]:
    """The living sessions of this account; they are few enough to look into each."""
    for session in Session.objects.filter(expire_date__gt=clock.now()).iterator():
        held = session.get_decoded()
        if held.get(SESSION_KEY) == str(staff.pk):
            yield session, held


def signed_in(staff: Staff, here: str) -> list[SignedIn]:
    found = [
        SignedIn(
            mark_of(session.session_key), held.get(DEVICE) or _("Peramban yang tidak dikenal"),
            datetime.fromisoformat(held[SINCE]) if SINCE in held else None, session.session_key == here,
        )
        for session, held in rows_of(staff)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.here, one.since or clock.now()))
