"""The four domains with what is known in each."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Fact
from rangkul.journey.assessment.pages.forms import CorrectionForm, FactForm
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.states import Domain
from rangkul.journey.cases.models import Case


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    # ?isi=bio opens the form of one domain, so that it works without scripts and the page stays quiet.
    writing = request.GET.get("isi", "")
    form = _form(None, writing) if writing in Domain.values else None
    return _page(request, case, writing, form)


@require_POST
def record(request: HttpRequest, case_id: UUID, domain: str) -> HttpResponse:
    case = case_or_404(request, case_id)
    if domain not in Domain.values:
        raise Http404
    form = _form(request.POST, domain)
    if send(
        form,
        request.asker,
        "fact",
        lambda words: actions.record_fact(by=request.asker, case=case, domain=domain, **words),
    ):
        # Facts come in rows: the form stays open for the next one.
        return redirect(f"{reverse('assessment:facts', args=[case.pk])}?isi={domain}#{domain}")
    return _page(request, case, domain, form, status=422)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, case_id: UUID, fact_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    fact = get_object_or_404(Fact.objects.select_related("key", "recorded_by"), pk=fact_id, case=case)
    form = CorrectionForm(request.POST or None, initial={"text": fact.text, "source_date": fact.source_date})
    if request.method == "POST" and send(
        form,
        request.asker,
        "correction",
        lambda words: actions.correct_fact(by=request.asker, case=case, fact=fact, **words),
    ):
        return redirect(f"{reverse('assessment:facts', args=[case.pk])}#{fact.domain}")
    status = 422 if form.errors else 200
    return render(request, "assessment/correct.html", {"case": case, "fact": fact, "form": form}, status=status)


def _form(given, domain: str) -> FactForm:
    return FactForm(given, domain=domain, auto_id=f"id_{domain}_%s")


def _page(request: HttpRequest, case: Case, writing: str, form: FactForm | None, status: int = 200) -> HttpResponse:
    words = {"domains": queries.domains(queries.facts(case), case.client_kind), "writing": writing, "form": form}
    return page(request, case, "facts", words, status)
