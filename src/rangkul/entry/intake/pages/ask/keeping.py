"""The draft of this browser: its secret travels in a cookie of its own and nowhere else."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from rangkul.base.asking import PUBLIC, acting
from rangkul.base.clock import ABBREVIATION, local, now, zone
from rangkul.entry.intake.actions import drafts
from rangkul.entry.intake.address import address_of
from rangkul.entry.intake.models import Draft
from rangkul.entry.intake.pages.ask.crowd import Crowded, room_to_begin

COOKIE = "rangkul_draft"
# Quick exit forgets the cookies that it is sent, so this one travels to it too.
PATH = "/"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"


class Kept:
    """What the page has in hand: the draft, if there is one, and its answers."""

    def __init__(self, secret: str, address: str = ""):
        self.address = address
        self.secret = secret if len(secret) <= 64 and set(secret) <= set(_PLAIN) else ""
        self.draft: Draft | None = drafts.find_draft(self.secret)
        self.answers = drafts.answers_of(self.draft) if self.draft and not self.draft.request_id else {}
        self.changed = False

    def begin(self) -> None:
        if self.draft is None:
            room_to_begin(self.address)
            self.draft, self.secret = drafts.begin_draft(by=PUBLIC)
            self.changed = True
            drafts.name_secret(self.secret)

    def start_anew(self) -> None:
        """The request of this browser is on its way; the next person begins with an empty form."""
        self.draft, self.answers = None, {}

    def keep(self, slug: str, answer: dict) -> None:
        self.begin()
        self.answers[slug] = answer
        drafts.keep_answers(by=PUBLIC, draft=self.draft, answers=self.answers)


def with_draft(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Run the page as the public, whoever else is signed in in this browser, with its draft at hand."""

    @csrf_exempt
    @wraps(view)
    def run(request: HttpRequest, **where: str) -> HttpResponse:
        secret = request.COOKIES.get(COOKIE, "")
        with acting(PUBLIC), drafts.holding(secret):
            kept = Kept(secret, address_of(request))
            try:
                response = view(request, kept, **where)
            except Crowded as crowded:
                response = _no_room(request, kept, crowded)
        if kept.changed:
            keep_cookie(response, kept.secret)
        response["Cache-Control"] = "no-store"
        return response

    return run


def _no_room(request: HttpRequest, kept: Kept, crowded: Crowded) -> HttpResponse:
    """Not sent, nothing lost, and what to do instead."""
    area = kept.answers.get("dimana", {}).get("region_code", "")
    page = {
        "until": f"{local(crowded.until, area):%H.%M} {ABBREVIATION[zone(area).key]}",
        "kept": kept.draft is not None,
        "problems": kept.answers.get("apa", {}).get("fields_chosen", []),
        "area": area,
        "quick_exit": True,
    }
    response = render(request, "intake/ask/crowded.html", page, status=429)
    response["Retry-After"] = str(max(1, int((crowded.until - now()).total_seconds())))
    return response


def keep_cookie(response: HttpResponse, secret: str) -> None:
    """Until the browser is closed; not readable by scripts, not sent anywhere else."""
    response.set_cookie(COOKIE, secret, path=PATH, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")


def drop_cookie(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
