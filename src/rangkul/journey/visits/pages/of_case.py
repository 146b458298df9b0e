"""The visits of a case, and the plan of the next one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import may_work
from rangkul.journey.cases.queries import signs_of_violence
from rangkul.journey.visits import actions, queries
from rangkul.journey.visits.pages.forms import PlanForm


def page(request: HttpRequest, case: Case, name: str, words: dict, *, wrong: bool = False) -> HttpResponse:
    frame = {
        "case": case,
        "tab_here": "visits:of_case",
        "may_work": case.is_open and may_work(by=request.asker, case=case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Kunjungan"), "url": reverse("visits:of_case", args=[case.pk])},
        ],
    }
    return render(request, f"visits/{name}.html", {**frame, **words}, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    form = PlanForm(request.POST or None)
    if request.method == "POST" and send(
        form, by, f"visit.{case.pk}", lambda words: actions.plan_visit(by=by, case=case, **words)
    ):
        return redirect("visits:of_case", case_id=case.pk)
    visits = queries.of_case(case)
    may_plan = case.is_open and may_work(by=by, case=case)
    words = {
        "form": form,
        "awaited": sorted((one for one in visits if one.is_awaited), key=lambda one: one.back_by),
        "past": [one for one in visits if not one.is_awaited],
        "signs": signs_of_violence(case) if may_plan else [],
    }
    return page(request, case, "of_case", words, wrong=bool(form.errors))
