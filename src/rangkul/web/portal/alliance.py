"""The client says how the working together is, through the ticket: optional, at any time, up to four questions."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.asking import Asker
from rangkul.base.forms.sending import send
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.actions import rate_alliance
from rangkul.journey.plans.models import AllianceRating
from rangkul.journey.plans.pages.forms_alliance import AllianceForm
from rangkul.web.portal.actions import hear
from rangkul.web.portal.case_parts import case_of, may_rate_now
from rangkul.web.portal.request import holding_ticket


@require_http_methods(["GET", "HEAD", "POST"])
@holding_ticket
def rate(http: HttpRequest, mine: Request) -> HttpResponse:
    case, by = case_of(mine), http.asker
    if not may_rate_now(mine, by):
        raise Http404
    form = AllianceForm(http.POST or None)
    if http.method == "POST" and send(form, by, "portal.alliance", lambda words: _rated(by, mine, case, words)):
        messages.success(http, _("Terima kasih. Jawaban Anda dibaca petugas Anda dan dibicarakan berdua."))
        return redirect("portal:request")
    words = {"form": form, "quick_exit": True}
    return render(http, "portal/rate.html", words, status=422 if form.errors else 200)


def _rated(by: Asker, mine: Request, case: Case | None, words: dict[str, Any]) -> AllianceRating:
    about = {"case": case} if case else {"request": mine}
    with transaction.atomic():
        rating = rate_alliance(by=by, **about, **words)
        hear(request=mine, case=case, text=words["words"])
    return rating
