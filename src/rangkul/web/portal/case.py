"""The POSTs of the client's page: finish my own task, take a consent back, ask for a correction."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from rangkul.base.forms import LONG, RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.forms.widgets import counted
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Task
from rangkul.web.portal import actions
from rangkul.web.portal.case_parts import case_of
from rangkul.web.portal.request import holding_ticket


class CorrectionForm(RangkulForm):
    text = forms.CharField(
        label=gettext_lazy("Apa yang tidak benar, dan apa yang benar?"),
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4, **counted(LONG)}),
    )


@require_POST
def finish_task(http: HttpRequest, pk: UUID) -> HttpResponse:
    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        task = get_object_or_404(Task.objects.select_related("case__key", "key"), pk=pk, owner_kind="client")
        cases.finish_task(by=request.asker, task=task)
        messages.success(request, _("Terima kasih. Tugas ini kami tandai selesai."))
        return redirect("portal:request")

    return run(http)


@require_POST
def withdraw(http: HttpRequest, pk: UUID) -> HttpResponse:
    @holding_ticket
    def run(request: HttpRequest, mine: Request) -> HttpResponse:
        consent = get_object_or_404(Consent, pk=pk, subject_id=mine.pk)
        withdraw_consent(by=request.asker, consent=consent)
        messages.success(request, _("Persetujuan sudah ditarik. Pemakaiannya berhenti paling lambat 3×24 jam."))
        return redirect("portal:request")

    return run(http)


@holding_ticket
def correct(http: HttpRequest, mine: Request) -> HttpResponse:
    case = case_of(mine)
    if case is None:
        raise Http404
    form = CorrectionForm(http.POST or None)
    by = http.asker
    if http.method == "POST" and send(
        form, by, "portal.correct", lambda words: actions.request_correction(by=by, case=case, **words)
    ):
        messages.success(http, _("Permintaan koreksi terkirim. Kami menjawab paling lambat 3×24 jam."))
        return redirect("portal:request")
    page = {"form": form, "quick_exit": True}
    return render(http, "portal/correct.html", page, status=422 if form.errors else 200)
