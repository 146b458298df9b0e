"""The safety plan that was written together with the holder of the ticket, where they wished to read it here."""

from rangkul.base.asking import Asker
from rangkul.entry.crisis.queries import parts_of, plan_for_ticket
from rangkul.entry.intake.models import Request
from rangkul.web.portal.parts import Part


def plan(request: Request, by: Asker) -> Part | None:
    found = plan_for_ticket(request)
    return Part("portal/safety.html", {"parts": parts_of(found)}, first=True) if found else None
