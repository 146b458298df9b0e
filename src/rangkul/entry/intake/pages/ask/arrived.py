"""After the wizard: the ticket, and coming back with a code."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.asking import PUBLIC
from rangkul.base.clock import zone
from rangkul.entry.intake.actions import drafts
from rangkul.entry.intake.address import address_of
from rangkul.entry.intake.pages.ask.csrf import stale
from rangkul.entry.intake.pages.ask.forms import CodeForm
from rangkul.entry.intake.pages.ask.keeping import Kept, keep_cookie, with_draft
from rangkul.entry.intake.states import Level
from rangkul.entry.intake.tickets import pin_of
from rangkul.entry.intake.wizard import steps


@require_http_methods(["GET", "HEAD"])
@with_draft
def ticket(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Ticket and PIN, as often as this browser asks for a while; afterwards only who noted them has them."""
    if kept.draft is None or not kept.draft.request_id:
        return redirect("ask:start")
    shown = drafts.answers_of(kept.draft)
    code = shown["ticket"]
    page = {
        "ticket": f"{code[:4]}-{code[4:]}",
        "pin": pin_of(kept.draft.request_id, 1),
        "due": datetime.fromisoformat(shown["due"]),
        "at_once": shown["level"] == Level.MERAH,
        "minutes": drafts.KEPT_AFTER // timedelta(minutes=1),
        "area": shown["region"],
        "quick_exit": True,
    }
    # By the clock of the place, not by that of the server.
    with timezone.override(zone(shown["region"])):
        return render(request, "intake/ask/ticket.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_draft
def resume(request: HttpRequest, kept: Kept) -> HttpResponse:
    """The same answer for a code that never was, was used, or is too old."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if stale(request):
            form.add_error(None, _("Halaman ini lama terbuka. Tekan Lanjutkan sekali lagi."))
        elif form.is_valid():
            secret = drafts.resume_draft(by=PUBLIC, code=form.cleaned_data["code"], address=address_of(request))
            if secret:
                return _back_to(secret)
            form.add_error("code", _("Kode ini tidak bisa dipakai. Periksa hurufnya, atau mulai lagi dari awal."))
    page = {"form": form, "quick_exit": True}
    return render(request, "intake/ask/resume.html", page, status=422 if form.errors else 200)


def _back_to(secret: str) -> HttpResponse:
    with drafts.holding(secret):
        answers = drafts.answers_of(drafts.find_draft(secret))
    response = redirect("ask:step", slug=steps.first_open(answers))
    keep_cookie(response, secret)
    return response
