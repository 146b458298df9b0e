"""Where the client's answers about their data are kept, and which they are."""

from collections.abc import Callable
from uuid import UUID

from rangkul.commons.trust.models import Consent
from rangkul.commons.trust.queries import Subject
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom
from rangkul.journey.cases.models import Case


def asked_on(case: Case) -> Subject:
    """With the request that the client made for themself, where they read it and take it back by their ticket. Where
    somebody else asked, with the case: what the client says is not for that person's ticket."""
    return ("request", case.request_id) if _asked_themself(case.request_id) else ("case", case.pk)


def consent_subjects(case: Case) -> list[Subject]:
    """All files on which an answer may stand."""
    return [("case", case.pk), *([("request", case.request_id)] if case.request_id else [])]


def said_by_asker(case: Case) -> Callable[[Consent], bool]:
    """Which answers are those of who asked for somebody else, before there was a case."""
    if _asked_themself(case.request_id):
        return lambda _consent: False
    return lambda consent: consent.subject_kind == "request" and consent.asked_at < case.opened_at


def _asked_themself(request_id: UUID | None) -> bool:
    return request_id is not None and Request.objects.filter(pk=request_id, for_whom=ForWhom.SELF).exists()
