"""Who stands around the client: a relative, a member of the group, somebody who matters, and what they may be told."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import search
from rangkul.journey.cases import actions
from rangkul.journey.cases.actions import Nearness
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case, CasePerson
from rangkul.journey.cases.pages.forms.steps import StepForm
from rangkul.journey.cases.pages.forms.team import PersonForm
from rangkul.journey.cases.pages.frame import page
from rangkul.journey.cases.pages.opening import asked_for


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Found by name first, then named with a role (`?orang=`)."""
    case = case_or_404(request, case_id)
    person = _chosen(request.GET.get("orang", ""))
    asked = asked_for(request)
    form = PersonForm(None if asked else request.POST or None)

    def join(words):
        return actions.add_person(by=request.asker, case=case, person=person, nearness=Nearness(**words))

    wanted = request.method == "POST" and not asked and person
    if wanted and send(form, request.asker, f"person.{case.pk}", join):
        return redirect("cases:team", case_id=case.pk)
    found = search(request.asker, asked) if asked and person is None else []
    words = {"form": form, "person": person, "asked": asked, "found": found}
    return page(request, case, "people", words, wrong=bool(form.errors))


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = _row(case, row_id)
    known = {name: getattr(row, name) for name in PersonForm.base_fields if name != "once"}
    form = PersonForm(request.POST or None, initial=known)

    def describe(words):
        return actions.describe_person(by=request.asker, row=row, nearness=Nearness(**words))

    if request.method == "POST" and send(form, request.asker, f"person.{row.pk}", describe):
        return redirect("cases:team", case_id=case.pk)
    return page(request, case, "people", {"form": form, "person": row.person, "row": row}, wrong=bool(form.errors))


@require_POST
def end(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = _row(case, row_id)
    form = StepForm(request.POST)
    if send(form, request.asker, f"person.{row.pk}", lambda _words: actions.end_person(by=request.asker, row=row)):
        return redirect("cases:team", case_id=case.pk)
    return page(request, case, "people", {"form": form, "person": row.person, "row": row}, wrong=True)


def _row(case: Case, row_id: UUID) -> CasePerson:
    rows = case.people.filter(until=None).select_related("key", "case", "person")
    return get_object_or_404(rows, pk=row_id)


def _chosen(said: str) -> Person | None:
    if not said:
        return None
    try:
        return Person.objects.get(pk=UUID(said))
    except (ValueError, Person.DoesNotExist):
        raise Http404 from None
