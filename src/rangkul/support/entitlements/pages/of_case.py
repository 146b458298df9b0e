"""What a client may be entitled to, with the reasons, and what is being applied for."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base import days
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.support.entitlements import actions, queries
from rangkul.support.entitlements.pages.forms import ConsiderForm, KnownForm
from rangkul.support.entitlements.pages.frame import page
from rangkul.support.entitlements.programmes import programmes
from rangkul.support.entitlements.states import Asked


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """POST keeps the answer to one question that a rule needs."""
    case, by = case_or_404(request, case_id), request.asker
    today = days.today(case.region_code)
    form = KnownForm(request.POST or None, asked=request.GET.get("tanya", ""), today=today)
    if request.method == "POST" and send(
        form, by, f"known.{case.pk}", lambda words: actions.record_known(by=by, case=case, **words)
    ):
        return redirect("entitlements:of_case", case_id=case.pk)
    return _page(request, case, form, wrong=bool(form.errors))


def _page(request: HttpRequest, case: Case, form: KnownForm, *, wrong: bool = False, **more: Any) -> HttpResponse:
    applications = queries.of_case(case)
    words = {
        "applications": applications,
        "chances": queries.chances(case, applications),
        "form": form,
        "asked": wrong or request.GET.get("tanya", "") in Asked.values,
        "begin_form": ConsiderForm(auto_id="id_mulai_%s"),
        **more,
    }
    return page(request, case, "of_case", words, wrong=wrong)


@require_POST
def consider(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    form = ConsiderForm(request.POST)
    if send(form, by, f"consider.{case.pk}", lambda words: actions.consider(by=by, case=case, **words)):
        code = form.cleaned_data["programme"]
        row = next((one for one in queries.of_case(case) if one.programme == code and one.runs), None)
        if row is not None:
            return redirect("entitlements:application", case_id=case.pk, application_id=row.pk)
        return redirect("entitlements:of_case", case_id=case.pk)
    today = days.today(case.region_code)
    name = getattr(programmes().get(request.POST.get("programme", "")), "name", "")
    return _page(request, case, KnownForm(today=today), wrong=True, wrong_form=form, wrong_name=name)
