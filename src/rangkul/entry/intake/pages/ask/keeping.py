"""The draft of this browser: its secret travels in a cookie of its own and nowhere else."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from rangkul.base.asking import PUBLIC, acting
from rangkul.entry.intake.actions import drafts
from rangkul.entry.intake.models import Draft

COOKIE = "rangkul_draft"
PATH = "/minta-bantuan/"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"


class Kept:
    """What the page has in hand: the draft, if there is one, and its answers."""

    def __init__(self, secret: str):
        self.secret = secret if len(secret) <= 64 and set(secret) <= set(_PLAIN) else ""
        self.draft: Draft | None = drafts.find_draft(self.secret)
        self.answers = drafts.answers_of(self.draft) if self.draft and not self.draft.request_id else {}
        self.changed = False

    def begin(self) -> None:
        if self.draft is None:
            self.draft, self.secret = drafts.begin_draft(by=PUBLIC)
            self.changed = True
            drafts.name_secret(self.secret)

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
            kept = Kept(secret)
            response = view(request, kept, **where)
        if kept.changed:
            keep_cookie(response, kept.secret)
        response["Cache-Control"] = "no-store"
        return response

    return run


def keep_cookie(response: HttpResponse, secret: str) -> None:
    """Until the browser is closed; not readable by scripts, not sent anywhere else."""
    response.set_cookie(COOKIE, secret, path=PATH, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")


def drop_cookie(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
