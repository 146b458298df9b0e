"""The device is handed over: the client answers alone, then gives it back. Nothing of the file stands here."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.plans import actions
from rangkul.journey.plans.pages.forms_alliance import AllianceForm
from rangkul.journey.plans.pages.frame import case_or_404


@require_http_methods(["GET", "POST"])
def rate(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    form = AllianceForm(request.POST or None)
    if request.method == "POST" and send(
        form, by, "alliance", lambda words: actions.rate_alliance(by=by, case=case, **words)
    ):
        return redirect("plans:alliance_thanks", case_id=case.pk)
    words = {"form": form, "quick_exit": True, "case": case}
    return render(request, "plans/alliance.html", words, status=422 if form.errors else 200)


@require_GET
def thanks(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    return render(request, "plans/alliance_thanks.html", {"case": case, "quick_exit": True})
