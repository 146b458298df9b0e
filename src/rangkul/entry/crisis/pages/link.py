"""The private link that a worker sent. Looking at it changes nothing and tells nothing: scanners of mail look too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, TICKET_SESSION_KEY, acting
from rangkul.entry.crisis import actions, hooks
from rangkul.entry.crisis.models import Outreach
from rangkul.entry.intake.actions import first_pin, knocked_too_often
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import address_of, is_known

# As for a ticket: on a borrowed telephone half a day is far too long.
SECONDS = 30 * 60
_MOST_TRIES = 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, secret: str) -> HttpResponse:
    if request.method != "POST":
        return render(request, "crisis/link.html", {"quick_exit": True})
    if request.asker.kind == "staff":
        # A worker who tries the own link must not use it up.
        return render(request, "crisis/link.html", {"quick_exit": True, "is_staff": True}, status=409)
    address = address_of(request)
    with acting(PUBLIC):
        if is_known(address) and knocked_too_often("link", address, seconds=3600, most=_MOST_TRIES):
            return render(request, "crisis/link_used.html", {"quick_exit": True}, status=429)
        try:
            own = actions.follow_link(by=PUBLIC, secret=secret[:64])
        except Refused:
            return render(request, "crisis/link_used.html", {"quick_exit": True}, status=410)
    return _opened(request, own)


def _opened(request: HttpRequest, own: Request) -> HttpResponse:
    """Ticket and PIN, to come back on any telephone; the conversation itself is one press further."""
    request.session.flush()
    request.session[TICKET_SESSION_KEY] = str(own.pk)
    request.session.set_expiry(SECONDS)
    page = {"ticket": own.ticket_words, "pin": first_pin(own), "on": _conversation(request, own), "quick_exit": True}
    return render(request, "crisis/link_opened.html", page)


def _conversation(request: HttpRequest, own: Request) -> str:
    outreach = Outreach(own=own)
    for opens in hooks.conversations:
        if address := opens(outreach, request.asker):
            return address
    try:
        return reverse("portal:request")
    except NoReverseMatch:
        return "/"
