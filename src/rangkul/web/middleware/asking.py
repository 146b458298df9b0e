"""Each request is one transaction that says who asks. Reading requests can only read: the database sees to it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from rangkul.base import asking, readings
from rangkul.base.actions import Refused
from rangkul.base.asking import LOGIN, PIN_SESSION_KEY, PUBLIC, TICKET_SESSION_KEY, Asker
from rangkul.entry.intake.queries import pin_stands
from rangkul.web.api.actions import note_use
from rangkul.web.api.queries import asker_of
from rangkul.web.errors import refused

ACCOUNT_PAGES = "/akun/"
# Cookies open nothing there: each call brings its key, or its ticket and PIN.
API = "/api/"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# Older browsers do not say what fetches (Sec-Fetch-Mode); our scripts do.
_BY_SCRIPT = frozenset({"Hx-Request", "X-Rangkul-Live", "X-Rangkul-Room"})


def identify(request: HttpRequest) -> Asker:
    """Who asks: the signed-in worker, else the holder of a ticket, else the public."""
    if request.path.startswith(API):
        return asker_of(request)
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return user.asker()
    if request.path.startswith(ACCOUNT_PAGES):
        return LOGIN
    return (holder(request.session) if hasattr(request, "session") else None) or PUBLIC


def holder(session: Mapping[str, Any]) -> Asker | None:
    """Whose door the session came in by; None where it did not, or where another PIN has been made since."""
    if not (ticket := session.get(TICKET_SESSION_KEY)):
        return None
    by = Asker("ticket", ticket_id=UUID(ticket))
    with asking.acting(by):
        return by if pin_stands(by, session.get(PIN_SESSION_KEY, 1)) else None


def is_use(request: HttpRequest) -> bool:
    """Whether somebody does something. What an open page fetches by itself keeps no session alive."""
    if request.path.startswith(API):
        return False
    if request.method not in SAFE:
        return True
    by_script = not _BY_SCRIPT.isdisjoint(request.headers)
    return not by_script and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


class AskingMiddleware:
    """Wraps the view in its transaction; a view that fails leaves nothing behind."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        readings.begin()
        nested = connection.in_atomic_block
        with transaction.atomic():
            asking.declare(LOGIN)
            request.user = get_user(request)
            request.asker = identify(request)
            with asking.acting(request.asker):
                reading = request.method in SAFE and not self.may_write(request)
                if reading:
                    self.read_only()
                response = self.get_response(request)
                if hasattr(response, "render") and not response.is_rendered:
                    response.render()
            # A reading transaction has nothing to undo, and psycopg forgets its prepared statements at each rollback,
            # of which planning would then be most of a page's cost. Inside a test, undoing ends the read-only state.
            reading = reading or getattr(request, "only_reads", False)
            if (reading and nested) or response.status_code >= 500 or getattr(request, "failed", False):
                transaction.set_rollback(True)
        if response.status_code < 400:
            readings.write_pending(request.asker)
        if response.status_code < 500 and is_use(request):
            request.session.renew()
        if getattr(request, "api_key", None):
            note_use(request.api_key)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        """A POST that only asks (`readings.only_reads`) can write no more than a GET."""
        if request.method not in SAFE and getattr(view, "only_reads", False):
            request.only_reads = True
            self.read_only()

    def read_only(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")

    def may_write(self, request: HttpRequest) -> bool:
        """The account library keeps its own books while it shows a page (rate limits, second-factor set-up)."""
        return request.path.startswith(ACCOUNT_PAGES)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Undo what the view began. A refusal that no form caught becomes a page with its sentence."""
        request.failed = True
        return refused(request, exception.message) if isinstance(exception, Refused) else None
