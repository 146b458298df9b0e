"""The assessment at a glance: the client's own words first, then what is known, what is missing, and the signature."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.assessment import actions, gates, levels, queries
from rangkul.journey.assessment.actions.rounds import GAPS
from rangkul.journey.assessment.pages.forms import (
    GapForm,
    PresentingForm,
    ReassessmentForm,
    SignForm,
    SummaryForm,
)
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.pages.functioning import newest
from rangkul.journey.assessment.pages.pie_view import pie_line
from rangkul.journey.assessment.states import Moment
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_supervisor_of
from rangkul.journey.cases.queries import needs_signature, sent_back
from rangkul.journey.cases.states import SignatureSubject


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return _page(request, case_or_404(request, case_id))


@require_POST
def presenting(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = PresentingForm(request.POST)
    if send(
        form, request.asker, "presenting", lambda words: actions.state_presenting(by=request.asker, case=case, **words)
    ):
        return redirect("assessment:workspace", case_id=case.pk)
    return _page(request, case, presenting_form=form)


@require_POST
def summary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = SummaryForm(request.POST)
    if send(form, request.asker, "summary", lambda words: actions.summarise(by=request.asker, case=case, **words)):
        return redirect("assessment:workspace", case_id=case.pk)
    return _page(request, case, summary_form=form)


@require_POST
def gap(request: HttpRequest, case_id: UUID, gap: str) -> HttpResponse:
    """Why something could not be asked yet; comes from the pages of functioning and of groups."""
    case = case_or_404(request, case_id)
    if gap not in GAPS:
        raise Http404
    form = GapForm(request.POST)
    if send(
        form, request.asker, "gap", lambda words: actions.explain_gap(by=request.asker, case=case, gap=gap, **words)
    ):
        return redirect("assessment:workspace", case_id=case.pk)
    return _page(request, case, refused=form)


@require_POST
def sign(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = SignForm(request.POST)
    if send(form, request.asker, "sign", lambda words: actions.sign_round(by=request.asker, case=case)):
        return redirect(f"{reverse('assessment:workspace', args=[case.pk])}#tanda-tangan")
    return _page(request, case, refused=form)


@require_POST
def again(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = ReassessmentForm(request.POST)
    if send(
        form, request.asker, "again", lambda words: actions.begin_reassessment(by=request.asker, case=case, **words)
    ):
        return redirect("assessment:workspace", case_id=case.pk)
    return _page(request, case, again_form=form)


def _presenting_form(round_) -> PresentingForm:
    if round_ is None or not round_.presenting:
        return PresentingForm(auto_id="id_presenting_%s")
    known = {"words": round_.presenting, "source": round_.presenting_source, "said_on": round_.presenting_on}
    return PresentingForm(initial=known, auto_id="id_presenting_%s")


def _page(request: HttpRequest, case: Case, **forms) -> HttpResponse:
    """The workspace; `forms` are those that came back with something to mend."""
    rounds = queries.rounds(case)
    round_ = rounds[0] if rounds else None
    found = queries.profile(case)
    risks, checks = queries.risks(case), queries.checks(case)
    words = {
        "round": round_,
        "rounds": rounds,
        "domains": queries.domains(queries.facts(case), case.client_kind),
        "functioning": newest(found),
        "missing_views": queries.missing_views(found, Moment.BASELINE),
        "own_scale": levels.OWN_SCALE,
        "risks": risks,
        "checks": checks,
        "never_asked": queries.never_asked(risks, checks),
        "categories": queries.current_categories(case),
        "pie_line": pie_line(round_, queries.findings(case)),
        "institutions": queries.institutions(case),
        "missing": gates.needed(case) if case.is_open else [],
        "returned": sent_back(case, SignatureSubject.ASSESSMENT) if round_ and round_.state == "draft" else None,
        "supervises": is_supervisor_of(request.asker, case),
        "cosigned": needs_signature(case, SignatureSubject.ASSESSMENT),
        "presenting_form": _presenting_form(round_),
        "summary_form": SummaryForm(initial={"summary": round_.summary if round_ else ""}, auto_id="id_summary_%s"),
        "again_form": ReassessmentForm(auto_id="id_again_%s"),
        "sign_form": SignForm(auto_id="id_sign_%s"),
        "refused": None,
        **forms,
    }
    return page(request, case, "workspace", words, status=422 if forms else 200)
