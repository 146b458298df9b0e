"""Pages and streams over ASGI: alone in the one-command mode; in production it serves the streams only."""

import os
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")

from django.core.asgi import get_asgi_application

from rangkul.web.collector import collect_seldom, loading

with loading():
    pages = get_asgi_application()

from django.conf import settings
from django.db import connection, transaction

from rangkul.base import asking
from rangkul.base.asking import Asker
from rangkul.base.live.hub import Hub
from rangkul.base.live.stream import Stream
from rangkul.base.postgres import conninfo
from rangkul.web.middleware.asking import holder
from rangkul.web.middleware.doors import waits_at_the_door
from rangkul.web.middleware.limits import BoundedReceive


class _Request:
    """As much of a request as the session login and the door need."""

    user: Any

    def __init__(self, session):
        self.session = session


def _header(scope: dict, wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def identify(scope: dict) -> Asker | None:
    """The worker behind the session cookie, else the holder of a ticket; a stream shows nothing to anyone else, and
    nothing to a worker to whom no page opens yet."""
    from django.contrib.auth import get_user

    cookie = SimpleCookie(_header(scope, b"cookie")).get(settings.SESSION_COOKIE_NAME)
    if cookie is None:
        return None
    store = import_module(settings.SESSION_ENGINE).SessionStore(cookie.value)
    try:
        with transaction.atomic():
            asking.declare(asking.LOGIN)
            request = _Request(store)
            request.user = get_user(request)
            by_ticket = None if request.user.is_authenticated else holder(store)
    finally:
        connection.close()
    if request.user.is_authenticated:
        return None if waits_at_the_door(request) else request.user.asker()
    return by_ticket


def allowed_origin(scope: dict) -> str | None:
    """Pages on another port of the same host may listen; the browser sends them the cookie anyway."""
    origin, host = _header(scope, b"origin"), _header(scope, b"host")
    return origin if origin and origin.split("//")[-1].rsplit(":", 1)[0] == host.rsplit(":", 1)[0] else None


stream = Stream(Hub(conninfo("app")), identify, allowed_origin)


async def application(scope, receive, send):
    if scope["type"] == "http" and scope["path"] == "/aliran/":
        await stream(scope, receive, send)
    elif scope["type"] == "http":
        await pages(scope, BoundedReceive(scope, receive), send)
    elif scope["type"] == "lifespan":
        await _lifespan(receive, send)


async def _lifespan(receive, send):
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            collect_seldom()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
