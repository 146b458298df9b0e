"""The cases of one person, on the person's page: those that the asker may see, and no hint of others."""

from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import identity_ids
from rangkul.commons.trust.policy import may_break_glass
from rangkul.journey.cases import policy
from rangkul.journey.cases.models import Case

_SHOWN = 10


@require_safe
def cases_of(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise Http404
    same = identity_ids(person)
    about = Q(person__in=same) | Q(people__person__in=same, people__until=None)
    rows = Case.objects.filter(about).select_related("worker", "person", "household").distinct()
    page = {
        "person": person,
        "cases": rows.order_by("state", "-opened_at")[:_SHOWN],
        "may_open": policy.may_open(by=request.asker),
        "may_break_glass": may_break_glass(by=request.asker),
    }
    return render(request, "cases/of_person.html", page)
