"""Whose need it is: a case, or a request that is none."""

from rangkul.base.asking import Asker
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import case_behind
from rangkul.support.volunteers.models import Need, NeedFile


def file_of(need: Need) -> tuple[Case | None, Request | None]:
    """One of the two for whoever may read that file; for everybody else neither."""
    link = NeedFile.objects.filter(need=need).select_related("case__key", "case__person", "request__person").first()
    return (link.case, link.request) if link else (None, None)


def follow(request: Request, by: Asker, _answer: Answer) -> None:
    """Runs inside the verb that accepts, after the case was opened or joined: what is needed is the case's from now."""
    case = case_behind(request.pk)
    if case is not None:
        NeedFile.objects.filter(request=request).update(case=case, request=None)
