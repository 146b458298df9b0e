"""Whose need it is: a case, or a request that is none."""

from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers.models import Need, NeedFile


def file_of(need: Need) -> tuple[Case | None, Request | None]:
    """One of the two for whoever may read that file; for everybody else neither."""
    link = NeedFile.objects.filter(need=need).select_related("case__key", "case__person", "request__person").first()
    return (link.case, link.request) if link else (None, None)
