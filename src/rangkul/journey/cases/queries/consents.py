"""Where the client's answers about their data are kept, and which they are."""

from collections.abc import Callable
from uuid import UUID

from rangkul.commons.trust.models import Consent
from rangkul.commons.trust.queries import Subject
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom
from rangkul.journey.cases.models import Case, CaseTicket
from rangkul.journey.cases.states import TicketHolder


def asked_on(case: Case) -> Subject:
    """With the request whose ticket the client holds themself, where they read it and take it back. Where somebody
    else asked, with the case: what the client says is not for that person's ticket."""
    own = _own(case)
    return ("request", own) if own else ("case", case.pk)


def consent_subjects(case: Case) -> list[Subject]:
    """All files on which an answer may stand, also with a ticket that was taken back."""
    own = case.tickets.filter(holder=TicketHolder.CLIENT).order_by("made_at", "id").values_list("request_id", flat=True)
    files = dict.fromkeys(one for one in (case.request_id, *own) if one)
    return [("case", case.pk), *(("request", one) for one in files)]


def said_by_asker(case: Case) -> Callable[[Consent], bool]:
    """Which answers are those of who asked for somebody else, before there was a case."""
    if _asked_themself(case.request_id):
        return lambda _consent: False
    asked = case.request_id
    return lambda consent: consent.subject_id == asked and consent.asked_at < case.opened_at


def _own(case: Case) -> UUID | None:
    """The request whose ticket the client holds themself, the oldest that stands: answers do not move about."""
    held = CaseTicket.objects.filter(case=case, ended_at=None, holder=TicketHolder.CLIENT)
    own = held.filter(request__for_whom=ForWhom.SELF).order_by("made_at", "id")
    return own.values_list("request_id", flat=True).first()


def _asked_themself(request_id: UUID | None) -> bool:
    return request_id is not None and Request.objects.filter(pk=request_id, for_whom=ForWhom.SELF).exists()
