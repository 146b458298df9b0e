"""The client says how the working together is, through the ticket: optional, at any time, up to four questions."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.entry.intake.models import Request
from rangkul.journey.plans.actions import rate_alliance
from rangkul.journey.plans.pages.forms_alliance import AllianceForm
from rangkul.web.portal.case_parts import case_of, may_rate_now
from rangkul.web.portal.request import holding_ticket


@require_http_methods(["GET", "HEAD", "POST"])
@holding_ticket
def rate(http: HttpRequest, mine: Request) -> HttpResponse:
    case, by = case_of(mine), http.asker
    if not may_rate_now(mine, by):
        raise Http404
    about = {"case": case} if case else {"request": mine}
    form = AllianceForm(http.POST or None)
    if http.method == "POST" and send(
        form, by, "portal.alliance", lambda words: rate_alliance(by=by, **about, **words)
    ):
        messages.success(http, _("Terima kasih. Jawaban Anda dibaca petugas Anda dan dibicarakan berdua."))
        return redirect("portal:request")
    words = {"form": form, "quick_exit": True}
    return render(http, "portal/rate.html", words, status=422 if form.errors else 200)
