"""Who changed what, and when."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rangkul.commons.people import queries
from rangkul.commons.people.pages.frame import page, person_or_404


@require_safe
def history(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    return page(request, person, "history", {"changes": queries.history_of(person)})
