"""Opening a case for somebody who is known: from the person's page, a household's, or for a group."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rangkul.base.actions import Refused
from rangkul.base.forms import refuse
from rangkul.base.idempotency import once, scope_of
from rangkul.commons.people.models import Household, Person
from rangkul.commons.people.queries import identity_ids, search
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.opening import OpenForm
from rangkul.journey.cases.policy import may_open
from rangkul.journey.cases.states import CaseState


@require_http_methods(["GET", "POST"])
def open_page(request: HttpRequest) -> HttpResponse:
    if not may_open(by=request.asker):
        raise PermissionDenied
    person = _named(Person, request.GET.get("orang"))
    household = _named(Household, request.GET.get("rumah"))
    asked = asked_for(request)
    form = OpenForm(None if asked else request.POST or None, person=person, household=household)
    if request.method == "POST" and not asked and (case_id := _open(request, form, person, household)):
        return redirect("cases:case", case_id=case_id)
    words = {
        "form": form,
        "person": person,
        "household": household,
        "open_cases": _open_cases(person),
        "found": search(request.asker, asked) if asked and person is None and household is None else [],
        "asked": asked,
    }
    return render(request, "cases/open.html", words, status=422 if form.errors else 200)


def asked_for(request: HttpRequest) -> str:
    """A name that is searched for comes by POST: it has no place in an address."""
    return request.POST.get("q", "").strip()[:200]


def _named(model: type, said: str | None) -> Any:
    if not said:
        return None
    try:
        return model.objects.get(pk=UUID(said))
    except (ValueError, model.DoesNotExist):
        raise Http404 from None


def _open(request: HttpRequest, form: OpenForm, person: Person | None, household: Household | None) -> str | None:
    """The id of the opened case; the same form sent twice gives the same case."""
    if not form.is_valid():
        return None
    words = {
        name: form.cleaned_data[name] for name in ("client_kind", "concern", "level", "service_function", "programme")
    }
    words["name"] = form.cleaned_data.get("name", "")
    if words["client_kind"] != ClientKind.PERSON:
        words["household"] = household if words["client_kind"] == ClientKind.HOUSEHOLD else None
    words["person"] = person

    def run() -> dict[str, str]:
        case = actions.open_case(by=request.asker, region_code=getattr(person or household, "region_code", ""), **words)
        return {"id": str(case.pk)}

    try:
        return once(form.once_key, scope_of(request.asker, "case.open"), run)["id"]
    except Refused as error:
        refuse(form, error)
        return None


def _open_cases(person: Person | None) -> list[Case]:
    """Cases that already run for this person, as far as the asker may see them."""
    return list(Case.objects.filter(person__in=identity_ids(person), state=CaseState.OPEN)) if person else []
