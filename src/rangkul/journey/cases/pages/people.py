"""Naming another person whom the case touches: a relative, a member of the group, somebody who matters."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import search
from rangkul.journey.cases import actions
from rangkul.journey.cases.pages.forms.team import PersonForm
from rangkul.journey.cases.pages.frame import case_or_404, page


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Found by name first (`?q=`), then named with a role (`?orang=`)."""
    case = case_or_404(request, case_id)
    person = _chosen(request.GET.get("orang", ""))
    form = PersonForm(request.POST or None)
    if (
        request.method == "POST"
        and person
        and send(
            form,
            request.asker,
            f"person.{case.pk}",
            lambda words: actions.add_person(by=request.asker, case=case, person=person, **words),
        )
    ):
        return redirect("cases:team", case_id=case.pk)
    asked = request.GET.get("q", "").strip()[:200]
    words = {
        "form": form,
        "person": person,
        "asked": asked,
        "found": search(request.asker, asked) if asked and person is None else [],
    }
    return page(request, case, "people", words, wrong=bool(form.errors))


def _chosen(said: str) -> Person | None:
    if not said:
        return None
    try:
        return Person.objects.get(pk=UUID(said))
    except (ValueError, Person.DoesNotExist):
        raise Http404 from None
