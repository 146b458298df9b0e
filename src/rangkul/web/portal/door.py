"""Ticket and PIN open the request, for this browser session only."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.asking import PIN_SESSION_KEY, TICKET_SESSION_KEY, Asker, acting
from rangkul.entry.intake.actions import open_door
from rangkul.entry.intake.queries import address_of, for_ticket
from rangkul.web.portal.forms import AddForm, DoorForm, WithdrawForm
from rangkul.web.portal.request import page_of

# Half a working day without use ends a worker's session; on a borrowed telephone that is far too long.
TICKET_SECONDS = 30 * 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The same words, after the same steps, for a wrong PIN and for a ticket that never was."""
    if request.asker.kind == "ticket" and request.method != "POST":
        return redirect("portal:request")
    form = DoorForm(request.POST or None)
    if not form.is_valid():
        return _door(request, form, 422 if form.is_bound else 200)
    if request.asker.kind == "staff":
        form.add_error(None, _("Anda masuk sebagai petugas. Keluar dulu untuk membuka tiket."))
        return _door(request, form, 409)
    given = form.cleaned_data
    opened = open_door(by=request.asker, ticket=given["ticket"], pin=given["pin"], address=address_of(request))
    if opened.too_often:
        wait = _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi. Dalam bahaya, telepon nomor di bawah.")
        form.add_error(None, wait)
        return _door(request, form, 429)
    if opened.request_id is None:
        closed = _(
            "Nomor tiket dan PIN ini tidak cocok, atau tiketnya terkunci karena sepuluh kali salah."
            " Periksa lagi keduanya. Bila terkunci, hubungi petugas Anda: sesudah mengenali Anda,"
            " petugas memberi PIN baru."
        )
        form.add_error(None, closed)
        return _door(request, form, 422)
    request.session.flush()
    request.session[TICKET_SESSION_KEY] = str(opened.request_id)
    request.session[PIN_SESSION_KEY] = opened.generation
    request.session.set_expiry(TICKET_SECONDS)
    return _go_on_writing(request, given["kept"], opened.request_id) if given["kept"] else redirect("portal:request")


def _go_on_writing(request: HttpRequest, kept: str, request_id: UUID) -> HttpResponse:
    """The words are kept in this answer alone, so no session and no address ever holds them."""
    by = Asker("ticket", ticket_id=request_id)
    with acting(by):
        request.asker = by
        return page_of(request, for_ticket(by), AddForm(initial={"text": kept}), WithdrawForm(prefix="batal"))


def _door(request: HttpRequest, form: DoorForm, status: int) -> HttpResponse:
    kept = form.data.get("kept", "") if form.is_bound else ""
    return render(request, "portal/door.html", {"form": form, "kept": kept, "quick_exit": True}, status=status)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    if request.asker.kind == "ticket":
        request.session.flush()
    return redirect("portal:door")
