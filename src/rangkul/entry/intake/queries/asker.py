"""What the holder of a ticket may read of the own request. The database shows nothing else to that identity."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.db import connection

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.rules import Decision as Ruled
from rangkul.entry.intake import weighing
from rangkul.entry.intake.handed_in import HandedIn
from rangkul.entry.intake.models import Decision, Message, Request
from rangkul.entry.intake.states import ForWhom, Safe
from rangkul.entry.signals.queries import Signal


@dataclass(frozen=True)
class Answers:
    """Who answers: first name and unit."""

    name: str = ""
    unit: str = ""


def pin_stands(by: Asker, generation: int) -> bool:
    """Whether the PIN by which the holder came in is still that of the ticket; True for a door that is no request's."""
    return not Request.objects.filter(pk=by.ticket_id).exclude(pin_generation=generation).exists()


def for_ticket(by: Asker) -> Request | None:
    return Request.objects.select_related("key").filter(pk=by.ticket_id).first()


def who_answers(request: Request) -> Answers:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, unit FROM intake_who_answers(%s)", [request.pk])
        return Answers(*(cursor.fetchone() or ("", "")))


def told_to_asker(request: Request) -> list[tuple[str, Decision | Message]]:
    """("decision" | "message", row), newest first; the office's own notes are for the office."""
    decisions = Decision.objects.select_related("key").filter(request=request).defer("note")
    messages = Message.objects.select_related("key").filter(request=request)
    told = [
        *((one.made_at, "decision", one) for one in decisions),
        *((one.sent_at, "message", one) for one in messages),
    ]
    return [(kind, row) for _at, kind, row in sorted(told, key=itemgetter(0), reverse=True)]


def weigh_words(text: str, region_code: str, found: Sequence[Signal] | None = None) -> Ruled:
    """The level that later words would have by themselves, for a file that has left the queue; it decides nothing.
    `found` are the signs in the text, where they were read already."""
    said = HandedIn(narrative=text, safe_now=Safe.YES, for_whom=ForWhom.SELF, region_code=region_code)
    return weighing.level_of(said, now(), found)
