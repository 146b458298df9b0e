"""A guest comes by a link and a PIN, without an account, for one conference, until the last day.

Nothing changes on a GET, so that a mail provider that looks through letters does not answer in the guest's name.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.asking import TICKET_SESSION_KEY, Asker, acting
from rangkul.base.forms.sending import send
from rangkul.entry.intake.queries import address_of
from rangkul.journey.conferences import actions, queries
from rangkul.journey.conferences.door import TooOften, open_door
from rangkul.journey.conferences.models import Invitation
from rangkul.journey.conferences.pages.forms import PinForm
from rangkul.journey.conferences.pages.seat import disagreed, dissent_form, noted, replied, words_of

# As with a ticket: on somebody else's computer half a day would be far too long.
_SECONDS = 30 * 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, code: str) -> HttpResponse:
    """The same words, after the same steps, for a wrong PIN and for a link that never was or has ended."""
    form = PinForm(request.POST or None)
    if not form.is_valid():
        return _door(request, form, 422 if form.is_bound else 200)
    if request.asker.kind == "staff":
        form.add_error(None, _("Anda masuk sebagai petugas. Keluar dulu untuk masuk sebagai tamu."))
        return _door(request, form, 409)
    try:
        seat_id = open_door(code, form.cleaned_data["pin"], address_of(request))
    except TooOften:
        form.add_error(None, _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi."))
        return _door(request, form, 429)
    if seat_id is None:
        closed = _(
            "Tautan dan PIN ini tidak cocok, atau pintunya tertutup karena sudah berakhir atau sepuluh kali salah."
            " Tanyakan kepada yang mengundang, dan minta tautan baru."
        )
        form.add_error(None, closed)
        return _door(request, form, 422)
    _enter(request, Asker("ticket", ticket_id=seat_id))
    return redirect("guests:room")


def _enter(request: HttpRequest, by: Asker) -> None:
    request.session.flush()
    request.session[TICKET_SESSION_KEY] = str(by.ticket_id)
    request.session.set_expiry(_SECONDS)
    with acting(by):
        seat = queries.seat_of(by)
        if seat is not None:
            actions.note_opening(by=by, invitation=seat)


def _door(request: HttpRequest, form: PinForm, status: int) -> HttpResponse:
    return render(request, "conferences/door.html", {"form": form}, status=status)


def _mine(request: HttpRequest) -> Invitation | None:
    return queries.seat_of(request.asker) if request.asker.kind == "ticket" else None


@never_cache
@require_GET
def room(request: HttpRequest) -> HttpResponse:
    seat = _mine(request)
    if seat is None:
        return _closed(request)
    noted(seat)
    return render(request, "conferences/room.html", words_of(seat))


def _closed(request: HttpRequest) -> HttpResponse:
    return render(request, "conferences/closed.html", status=404)


@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    seat = _mine(request)
    if seat is None:
        return _closed(request)
    replied(request, seat)
    return redirect("guests:room")


@require_POST
def disagree(request: HttpRequest) -> HttpResponse:
    seat = _mine(request)
    if seat is None:
        return _closed(request)
    form = dissent_form(request, seat)
    if send(form, request.asker, f"dissent.{seat.pk}", lambda words: disagreed(request, seat, words)):
        return redirect("guests:room")
    return render(request, "conferences/room.html", words_of(seat, form), status=422)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    request.session.flush()
    return render(request, "conferences/closed.html", {"left": True})
