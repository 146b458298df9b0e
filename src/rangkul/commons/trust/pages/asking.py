"""What a person asks about their data when they say it to a worker: written down on the person's page."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.asking import Asker
from rangkul.base.forms.sending import send
from rangkul.commons.people.models import Person
from rangkul.commons.trust import queries
from rangkul.commons.trust.actions import ask_for_right
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.pages.forms import AskRightForm


def _person(person_id: UUID) -> Person:
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise Http404
    return person


@require_safe
def of_person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The fragment on the person's page: what was asked, as far as this worker has to do with it."""
    person = _person(person_id)
    asked = queries.rights_of(("person", person.pk))[:10]
    return render(request, "trust/rights_of.html", {"person": person, "asked": asked})


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person, by = _person(person_id), request.asker
    if not by.practises:
        raise PermissionDenied
    form = AskRightForm(request.POST or None)
    if request.method == "POST" and send(form, by, f"ask.{person.pk}", lambda words: _asked(by, person, words)):
        messages.success(request, _("Dicatat. Jawabannya paling lambat 3×24 jam."))
        return redirect("people:person", person.pk)
    return render(request, "trust/ask_right.html", {"form": form, "person": person}, status=422 if form.errors else 200)


def _asked(by: Asker, person: Person, words: dict) -> RightsRequest:
    return ask_for_right(
        by=by,
        subject=("person", person.pk),
        agency_id=by.agency_id,
        person_id=person.pk,
        worker_id=by.staff_id,
        **words,
    )
