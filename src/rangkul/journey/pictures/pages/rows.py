"""The panel beside a picture that is made of rows: what adds a row, and what changes one that stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.pages.sent import sent, writable


@dataclass(frozen=True)
class Panel:
    """`read` gives the picture of a case, `form_of` the form of one doing, `page` draws both; `once` keeps its sendings
    apart from those of other pictures, `said` tells that it worked."""

    read: Callable[[Case], Any]
    form_of: Callable[..., Any]
    page: Callable[..., HttpResponse]
    once: str
    said: Any

    def adds(self, verb: Callable[..., Any]) -> Callable[..., HttpResponse]:
        @require_POST
        def send_it(request: HttpRequest, case_id: UUID) -> HttpResponse:
            found = writable(request, case_id, self.read)
            return self._answer(
                request, found, None, "tambah", lambda words: verb(by=request.asker, case=found.case, **words)
            )

        return send_it

    def changes(self, doing: str, name: str, verb: Callable[..., Any]) -> Callable[..., HttpResponse]:
        """`name` is how the verb calls the row."""

        @require_POST
        def send_it(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
            found = writable(request, case_id, self.read)
            row = found.standing_or_404(row_id)
            about = {"case": found.case, name: row}
            return self._answer(request, found, row, doing, lambda words: verb(by=request.asker, **about, **words))

        return send_it

    def _answer(
        self, request: HttpRequest, found: Any, row: Any, doing: str, verb: Callable[[dict], Any]
    ) -> HttpResponse:
        chosen, form = str(row.pk) if row else "", self.form_of(row, doing, request.POST)
        once = f"{self.once}.{doing}.{chosen or found.case.pk}"
        done = sent(request, form, once, verb, self.said, found.address)
        return done or self.page(request, found, chosen, doing, form)
