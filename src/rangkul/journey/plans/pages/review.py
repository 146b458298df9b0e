"""Looking back together: one form, read aloud with the client."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.cases.states import Stage
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.pages.forms_review import ReviewForm
from rangkul.journey.plans.pages.frame import case_or_404, page
from rangkul.journey.plans.states import ReviewKind


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    plan = queries.agreed_plan(case)
    goals = list(plan.goals.all()) if plan else []
    final = case.stage in (Stage.EVALUATION, Stage.TERMINATION)
    form = ReviewForm(
        request.POST or None,
        goals=goals,
        initial={"kind": ReviewKind.FINAL if final else ReviewKind.REVIEW},
    )
    if request.method == "POST" and send(
        form, by, "review", lambda words: actions.hold_review(by=by, case=case, **words)
    ):
        return redirect("plans:evaluation", case_id=case.pk)
    words = {"plan": plan, "form": form, "reviews": queries.reviews(case)}
    return page(request, case, "review", words, status=422 if form.errors else 200)
