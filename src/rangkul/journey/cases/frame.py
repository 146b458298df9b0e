"""What a page about a case begins with, in whatever package it is: the case or 404, noted as opened."""

from uuid import UUID

from django.http import Http404, HttpRequest

from rangkul.base import readings
from rangkul.journey.cases import queries
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.tasks import PromiseForm

__all__ = ["PromiseForm", "case_or_404"]


def case_or_404(request: HttpRequest, case_id: UUID, *, fragment: bool = False) -> Case:
    """The case; noted as opened where a page shows it. A case that is not seen does not exist."""
    try:
        case = queries.get(case_id)
    except Case.DoesNotExist:
        raise Http404 from None
    if request.method == "GET" and not fragment:
        readings.read_file("case", case.pk, why=queries.basis_of(request.asker, case))
    return case
