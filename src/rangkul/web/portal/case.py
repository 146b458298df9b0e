"""The POSTs of the client's page: finish my own task, take a consent back, ask for a correction."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Task
from rangkul.web.portal import actions
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.forms import CorrectionForm
from rangkul.web.portal.request import holding_ticket


@require_POST
def finish_task(http: HttpRequest, pk: UUID) -> HttpResponse:
    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        task = get_object_or_404(Task.objects.select_related("case__key", "key"), pk=pk, owner_kind="client")
        cases.finish_task(by=request.asker, task=task)
        messages.success(request, _("Terima kasih. Tugas ini kami tandai selesai."))
        return redirect("portal:request")

    return run(http)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(http: HttpRequest, pk: UUID) -> HttpResponse:
    """First what it means, then the deed: there is no way back by this page."""

    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        consent = get_object_or_404(Consent, pk=pk, subject_id=mine.pk)
        if request.method != "POST":
            return render(request, "portal/withdraw.html", {"consent": consent, "quick_exit": True})
        withdraw_consent(by=request.asker, consent=consent)
        messages.success(request, _("Persetujuan sudah ditarik. Pemakaiannya berhenti paling lambat 3×24 jam."))
        return redirect("portal:request")

    return run(http)


@require_http_methods(["GET", "HEAD", "POST"])
@holding_ticket
def correct(http: HttpRequest, mine: Request) -> HttpResponse:
    form = CorrectionForm(http.POST or None)
    by, case = http.asker, case_of(mine)

    def verb(words: dict[str, str]) -> object:
        if case is not None:
            return actions.request_correction(by=by, case=case, **words)
        text = _("Minta koreksi: %(text)s") % words
        return intake.answer_by_asker(by=by, request=mine, text=text)

    if http.method == "POST" and send(form, by, "portal.correct", verb):
        messages.success(http, _("Permintaan koreksi terkirim. Kami menjawab paling lambat 3×24 jam."))
        return redirect("portal:request")
    page = {"form": form, "quick_exit": True}
    return render(http, "portal/correct.html", page, status=422 if form.errors else 200)
