"""The ways that were weighed, and what is expected of the chosen one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.models import Alternative, Hypothesis
from rangkul.journey.plans.pages.forms import AlternativeForm, HypothesisForm, RemoveForm
from rangkul.journey.plans.pages.frame import case_or_404, page, tell


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    return _page(request, case_or_404(request, case_id))


@require_http_methods(["GET", "POST"])
def weigh(request: HttpRequest, case_id: UUID, alternative_id: UUID | None = None) -> HttpResponse:
    """Add a way, or change one of the draft."""
    case, by = case_or_404(request, case_id), request.asker
    row = alternative_id and get_object_or_404(Alternative.objects.select_related("key"), pk=alternative_id, case=case)
    names = ("title", "merits", "drawbacks", "chosen", "reason")
    form = AlternativeForm(request.POST or None, initial={name: getattr(row, name) for name in names} if row else None)
    if request.method == "POST" and send(
        form, by, "weigh", lambda words: actions.weigh_alternative(by=by, case=case, alternative=row or None, **words)
    ):
        return redirect("plans:alternatives", case_id=case.pk)
    return _page(request, case, form=form, changing=row)


@require_POST
def remove(request: HttpRequest, case_id: UUID, alternative_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = Alternative.objects.select_related("key").filter(pk=alternative_id, case=case).first()
    form = RemoveForm(request.POST)
    if row is not None and not send(
        form, by, "alternative_remove", lambda words: actions.remove_alternative(by=by, case=case, alternative=row)
    ):
        tell(request, form)
    return redirect("plans:alternatives", case_id=case.pk)


@require_POST
def suppose(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    form = HypothesisForm(request.POST, plan=queries.plan_of(case))
    if send(form, by, "suppose", lambda words: actions.suppose(by=by, case=case, **words)):
        return redirect("plans:alternatives", case_id=case.pk)
    return _page(request, case, suppose_form=form)


@require_POST
def forget(request: HttpRequest, case_id: UUID, hypothesis_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = Hypothesis.objects.select_related("key").filter(pk=hypothesis_id, case=case).first()
    form = RemoveForm(request.POST)
    if row is not None and not send(
        form, by, "hypothesis_remove", lambda words: actions.remove_hypothesis(by=by, case=case, hypothesis=row)
    ):
        tell(request, form)
    return redirect("plans:alternatives", case_id=case.pk)


def _page(request: HttpRequest, case: Case, **forms) -> HttpResponse:
    plan = queries.plan_of(case)
    titles = dict(queries.goal_choices(case))
    words = {
        "plan": plan,
        "hypotheses": [
            {"row": one, "goal": titles.get(one.thread, "")} for one in (plan.hypotheses.all() if plan else ())
        ],
        "form": AlternativeForm(),
        "changing": None,
        "suppose_form": HypothesisForm(plan=plan, auto_id="id_suppose_%s"),
        "remove_form": RemoveForm(auto_id=False),
        **forms,
    }
    wrong = any(getattr(form, "errors", None) for form in forms.values())
    return page(request, case, "alternatives", words, status=422 if wrong else 200)
