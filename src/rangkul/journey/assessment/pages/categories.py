"""The groups of the service taxonomy, in words for people; the legal label stands small beside them for statistics."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.taxonomy.models import Term
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.assessment.pages.forms import CategoryForm, EndCategoryForm, GapForm, ServiceForm
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.prompts import SERVICES
from rangkul.journey.cases.actions import choose_service
from rangkul.journey.cases.models import Case


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = CategoryForm(request.POST or None)
    if request.method == "POST" and send(
        form, request.asker, "category", lambda words: actions.add_category(by=request.asker, case=case, **words)
    ):
        return redirect("assessment:categories", case_id=case.pk)
    return _page(request, case, form)


@require_POST
def service(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Which of the five services of the law this case mainly is (A107)."""
    case, by = case_or_404(request, case_id), request.asker
    form = ServiceForm(request.POST)
    if send(form, by, "service", lambda words: choose_service(by=by, case=case, **words)):
        return redirect("assessment:categories", case_id=case.pk)
    return _page(request, case, CategoryForm(), service_form=form)


def _page(
    request: HttpRequest, case: Case, form: CategoryForm, service_form: ServiceForm | None = None
) -> HttpResponse:
    chosen = queries.categories(case)
    words = {
        "chosen": chosen,
        "suggested": _suggested(case, chosen),
        "open": any(one.until is None for one in chosen),
        "round": queries.newest_round(case),
        "form": form,
        "gap_form": GapForm(auto_id="id_gap_%s"),
        "service_form": service_form
        or ServiceForm(initial={"function": case.service_function}, auto_id="id_service_%s"),
        "choosing": service_form is not None,
        "function_meaning": SERVICES.get(case.service_function, ""),
    }
    return page(request, case, "categories", words, 422 if form.errors or service_form else 200)


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, case_id: UUID, category_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    category = get_object_or_404(
        CaseCategory.objects.select_related("key", "term__taxonomy"), pk=category_id, case=case
    )
    form = EndCategoryForm(request.POST or None)
    if request.method == "POST" and send(
        form,
        request.asker,
        "category_end",
        lambda words: actions.end_category(by=request.asker, case=case, category=category, **words),
    ):
        return redirect("assessment:categories", case_id=case.pk)
    words = {"case": case, "category": category, "form": form}
    return render(request, "assessment/end_category.html", words, status=422 if form.errors else 200)


def _suggested(case: Case, chosen: list[CaseCategory]) -> list[Term]:
    """Groups that the plainly chosen problems of the request may point to; the worker decides."""
    if case.request is None:
        return []
    there = {one.term_id for one in chosen if one.until is None}
    return [term for term in taxonomy.suggested(case.request.fields) if term.pk not in there]
