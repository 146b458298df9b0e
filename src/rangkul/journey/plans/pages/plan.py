"""The plan: what the client wants, the goals with their levels, who does what, and the agreement."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.cases.actions import Agreement, keep_evidence
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import needs_signature, sent_back
from rangkul.journey.cases.states import SignatureSubject
from rangkul.journey.plans import actions, gates, queries
from rangkul.journey.plans.models import Plan, Review
from rangkul.journey.plans.pages.forms import AgreeForm, PlanForm, RenewForm
from rangkul.journey.plans.pages.frame import case_or_404, page
from rangkul.journey.plans.pages.view import GoalView


@require_GET
def show(request: HttpRequest, case_id: UUID, version: int | None = None) -> HttpResponse:
    case = case_or_404(request, case_id)
    plan = queries.plan_of(case, version)
    if version is not None and plan is None:
        raise Http404
    return _page(request, case, plan)


@require_POST
def describe(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = PlanForm(request.POST)
    if send(form, request.asker, "plan", lambda words: actions.describe_plan(by=request.asker, case=case, **words)):
        return redirect("plans:plan", case_id=case.pk)
    return _page(request, case, queries.plan_of(case), form=form)


@require_POST
def agree(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = AgreeForm(request.POST, request.FILES, auto_id="id_agree_%s")
    if send(form, request.asker, "agree", lambda _words: _agree(request, case, form)):
        return redirect("plans:plan", case_id=case.pk)
    return _page(request, case, queries.plan_of(case), agree_form=form)


def _agree(request: HttpRequest, case: Case, form: AgreeForm) -> Plan:
    """Keep the evidence and agree, both or neither."""
    by, words, given = request.asker, form.cleaned_data, form.picture()
    with transaction.atomic():
        evidence = None
        if given is not None:
            evidence = keep_evidence(by=by, case=case, mode=words["mode"], file=given.file, size=given.size)
        agreement = Agreement(words["mode"], words["signed_name"], words["witness"], evidence)
        more = {name: words[name] for name in ("client_words", "agreed_on")}
        return actions.agree_plan(by=by, case=case, agreement=agreement, **more)


@require_POST
def renew(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = RenewForm(request.POST)
    if send(form, request.asker, "renew", lambda words: actions.new_version(by=request.asker, case=case, **words)):
        return redirect("plans:plan", case_id=case.pk)
    return _page(request, case, queries.plan_of(case), renew_form=form)


@require_GET
def client_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The plan in plain words, for the client to keep and to sign."""
    case = case_or_404(request, case_id)
    plan = queries.plan_of(case)
    if plan is None:
        raise Http404
    tasks = queries.tasks_by_goal(case, to_client=True)
    words = {"case": case, "plan": plan, "goals": GoalView.all(plan, tasks, ())}
    return render(request, "plans/client_page.html", words)


def _reviewed_on(plan: Plan | None, held: list[Review]) -> date | None:
    """The day of the newest review, where the plan was looked at on its day or later."""
    newest = max((review.held_on for review in held), default=None)
    return newest if newest and plan.review_on and newest >= plan.review_on else None


def _signer(case: Case) -> dict[str, str]:
    """A person's own name is known; for a family or group somebody says theirs."""
    return {"signed_name": case.person.full_name} if case.person else {}


def _page(request: HttpRequest, case: Case, plan: Plan | None, **forms) -> HttpResponse:
    """The plan; `forms` are those that came back with something to mend."""
    tasks, held = queries.tasks_by_goal(case), queries.reviews(case) if plan else []
    client_tasks, all_tasks = queries.share_of_client([task for some in tasks.values() for task in some])
    known = {name: getattr(plan, name) for name in ("wish", "resources", "risks", "review_on")} if plan else {}
    words = {
        "plan": plan,
        "versions": queries.versions(case),
        "goals": GoalView.all(plan, tasks, held),
        "reviewed_on": _reviewed_on(plan, held),
        "client_tasks": client_tasks,
        "all_tasks": all_tasks,
        "lacking": [
            {"sentence": sentence, "url": reverse(f"plans:{name}", args=[case.pk])}
            for _code, sentence, name in gates.gaps(plan)
        ],
        "returned": sent_back(case, SignatureSubject.PLAN) if plan and plan.state == "draft" else None,
        "cosigned": needs_signature(case, SignatureSubject.PLAN),
        "form": PlanForm(initial=known, auto_id="id_plan_%s"),
        "agree_form": AgreeForm(initial=_signer(case), auto_id="id_agree_%s"),
        "renew_form": RenewForm(auto_id="id_renew_%s"),
        **forms,
    }
    return page(request, case, "plan", words, status=422 if forms else 200)
