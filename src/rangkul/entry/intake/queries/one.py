"""Everything that the page of one request shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404

from rangkul.base.rules import Decision as Ruled
from rangkul.entry.intake.models import Contact, Decision, Escalation, LevelChange, Message, Request, Ruling


def get(pk: UUID) -> Request:
    """Raises Http404 where there is none, or none that the asker may see: that is the same answer."""
    rows = Request.objects.select_related("key", "owner", "unit", "entered_by", "against")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def contact_of(request: Request) -> Contact | None:
    return Contact.objects.select_related("key").filter(request=request).first()


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
    return {one.rule: one.decision for one in Ruling.objects.filter(request=request).order_by("made_at")}


def history(request: Request) -> list[Past]:
    """Decisions, words, changes of level and escalations, newest first."""
    mine = {"request": request}
    past = [
        *(Past(one.made_at, "decision", one) for one in Decision.objects.select_related("key", "by").filter(**mine)),
        *(Past(one.sent_at, "message", one) for one in Message.objects.select_related("key", "by").filter(**mine)),
        *(Past(one.made_at, "level", one) for one in LevelChange.objects.select_related("key", "by").filter(**mine)),
        *(
            Past(one.told_at, "escalation", one)
            for one in Escalation.objects.select_related("told", "acknowledged_by").filter(**mine)
        ),
    ]
    return sorted(past, key=lambda one: one.at, reverse=True)
