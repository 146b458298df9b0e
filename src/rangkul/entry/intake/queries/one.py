"""Everything that the page of one request shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404

from rangkul.base.ready import ready
from rangkul.base.rules import Decision as Ruled
from rangkul.entry.intake.models import Contact, Decision, Escalation, LevelChange, Message, Request, Ruling
from rangkul.entry.intake.tickets import read_ticket


def get(pk: UUID) -> Request:
    """Raises Http404 where there is none, or none that the asker may see: that is the same answer."""
    found = _request.one(pk)
    if found is None:
        raise Http404
    return found


@ready
def _request(pk: UUID) -> QuerySet[Request]:
    return Request.objects.filter(pk=pk).select_related("key", "owner", "unit", "entered_by", "against")


def contact_of(request: Request) -> Contact | None:
    return contact_by_request(request.pk)


def contact_by_request(request_id: UUID) -> Contact | None:
    """Also for whoever has only the id of the request, and may not see it: then None."""
    return _contact.one(request_id)


@ready
def _contact(request_id: UUID) -> QuerySet[Contact]:
    return Contact.objects.filter(request_id=request_id).select_related("key")


def unanswered(request: Request) -> Escalation | None:
    """The newest telling that nobody has acknowledged, while the request is open."""
    told = request.escalations.select_related("told").filter(acknowledged_at__isnull=True)
    return told.order_by("-told_at", "-step").first() if request.is_open else None


@dataclass(frozen=True)
class Past:
    """One thing that happened to the request: `kind` names the row's table, `row` is the row."""

    at: datetime
    kind: str
    row: Any


def rulings_of(request: Request) -> dict[str, Ruled]:
    """The newest decision of each rule."""
    return {one.rule: one.decision for one in _rulings(request.pk)}


@ready
def _rulings(request_id: UUID) -> QuerySet[Ruling]:
    return Ruling.objects.filter(request_id=request_id).order_by("made_at")


def history(request: Request) -> list[Past]:
    """Decisions, words, changes of level and escalations, newest first."""
    past = [Past(getattr(row, at), kind, row) for kind, (at, ask) in _PAST.items() for row in ask(request.pk)]
    return sorted(past, key=lambda one: one.at, reverse=True)


def _of(model: type[Model], *related: str) -> ready:
    @ready
    def rows(request_id: UUID) -> QuerySet:
        return model._default_manager.filter(request_id=request_id).select_related(*related)

    return rows


# Kind → the field with its moment, and its rows.
_PAST = {
    "decision": ("made_at", _of(Decision, "key", "by")),
    "message": ("sent_at", _of(Message, "key", "by")),
    "level": ("made_at", _of(LevelChange, "key", "by")),
    "escalation": ("told_at", _of(Escalation, "told", "acknowledged_by")),
}


def by_ticket(typed: str) -> Request | None:
    """The request with that ticket, however it was typed, among those that the asker sees."""
    ticket = read_ticket(typed)
    return Request.objects.select_related("key").filter(ticket=ticket).first() if ticket else None
