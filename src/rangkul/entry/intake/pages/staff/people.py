"""Linking a request to a person who is known, or registering a new one, in one step from its page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from rangkul.base.idempotency import once, scope_of
from rangkul.commons.people.models import Person
from rangkul.entry.intake import actions, queries
from rangkul.entry.intake.pages.staff.forms import RegisterForm
from rangkul.entry.intake.pages.staff.matching import register_from
from rangkul.entry.intake.pages.staff.one import show


@require_POST
def link(http: HttpRequest, pk: UUID) -> HttpResponse:
    """`person` empty takes the link back."""
    request = queries.get(pk)
    wanted = http.POST.get("person", "")[:36]
    person = get_object_or_404(Person, pk=_uuid(wanted)) if wanted else None
    actions.link_person(by=http.asker, request=request, person=person)
    return redirect("intake:request", pk=pk)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@require_POST
def register(http: HttpRequest, pk: UUID) -> HttpResponse:
    request = queries.get(pk)
    form = RegisterForm(http.POST)
    if not form.is_valid():
        return show(http, request, register=form, status=422)
    given = {name: value for name, value in form.cleaned_data.items() if name != "once"}

    def make() -> dict[str, str]:
        return {"person": str(register_from(http.asker, request, **given).pk)}

    once(form.once_key, scope_of(http.asker, f"register:{pk}"), make)
    return redirect("intake:request", pk=pk)
