"""The register: who was registered last in the unit, and the search over all whom the asker may see."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from rangkul.base.readings import only_reads
from rangkul.base.wilayah.queries import paths
from rangkul.commons.people import queries
from rangkul.commons.people.models import Person
from rangkul.commons.people.pages.forms import SearchForm
from rangkul.commons.people.words import age_of

PAGE = 25
MOST_FOUND = 20


@only_reads
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """A POST searches."""
    if not request.asker.practises:
        raise PermissionDenied
    form = SearchForm(request.POST or None)
    if form.is_bound and form.is_valid() and form.cleaned_data["q"].strip():
        found = queries.search(request.asker, form.cleaned_data["q"], limit=MOST_FOUND)
        rows = _rows([match.person for match in found], [match.reasons for match in found])
        context = {"form": form, "rows": rows, "searched": True}
    else:
        persons, older = _recent(request)
        context = {"form": form, "rows": _rows(persons, [()] * len(persons)), "older": older, "searched": False}
    template = "people/rows.html" if request.htmx else "people/register.html"
    return render(request, template, context)


def _recent(request: HttpRequest) -> tuple[list[Person], str]:
    """One page of the unit's newest registrations, and the address of the page before them."""
    rows = _before(Person.objects.filter(unit_id=request.asker.unit_id, erased_at__isnull=True), request)
    persons = list(rows.select_related("unit").order_by("-made_at", "-id")[: PAGE + 1])
    if len(persons) <= PAGE:
        return persons, ""
    last = persons[PAGE - 1]
    return persons[:PAGE], f"{reverse('people:register')}?sebelum={last.made_at.timestamp()}_{last.pk}"


def _before(rows: QuerySet[Person], request: HttpRequest) -> QuerySet[Person]:
    moment, _separator, key = request.GET.get("sebelum", "").partition("_")
    try:
        at, last = datetime.fromtimestamp(float(moment), tz=UTC), UUID(key)
    except (ValueError, OverflowError, OSError):
        return rows
    return rows.filter(Q(made_at__lt=at) | Q(made_at=at, pk__lt=last))


def _rows(persons: list[Person], reasons: list) -> list[dict]:
    places = paths(person.region_code for person in persons if person.region_code)
    return [
        {"person": person, "age": age_of(person), "place": places.get(person.region_code, ""), "reasons": why}
        for person, why in zip(persons, reasons, strict=True)
    ]
