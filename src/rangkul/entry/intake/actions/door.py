"""The door of a ticket: the same answer, after the same steps, for a wrong PIN and for a ticket that never was."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from rangkul.base import crypto
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.entry.intake import policy
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tickets import pin_fits, pin_of, read_ticket

# (seconds of the window, attempts on one ticket, attempts from one address)
WINDOWS = ((900, 6, 30), (86_400, 30, 300))


@dataclass(frozen=True)
class Opened:
    """`request_id` only where ticket and PIN fit; `too_often` says that nothing was tried."""

    request_id: UUID | None = None
    too_often: bool = False


def open_door(*, by: Asker, ticket: str, pin: str, address: str) -> Opened:
    """Try a ticket with its PIN. Never raises, so that the count of the attempt is kept.

    Not a verb: it changes nothing but the count, and an event would tell that a ticket exists.
    """
    assert policy.may_open_door(by=by)
    wanted = read_ticket(ticket)
    if _knocks(wanted, address):
        return Opened(too_often=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, pin_generation FROM intake_by_ticket(%s)", [wanted])
        found = cursor.fetchone() or (None, 1)
    return Opened(found[0]) if pin_fits(found[0], found[1], pin) else Opened()


def _knocks(ticket: str, address: str) -> bool:
    """Count this attempt; True when there were too many on the ticket or from the address."""
    return any(
        _count(f"{seconds}:ticket:{ticket}", seconds) > tickets
        or _count(f"{seconds}:address:{address}", seconds) > addresses
        for seconds, tickets, addresses in WINDOWS
    )


def _count(subject: str, seconds: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT intake_knock(%s, %s::int)", [[crypto.blind("knock", subject)], seconds])
        return cursor.fetchone()[0]


def knocked_too_often(kind: str, subject: str, *, seconds: int, most: int) -> bool:
    """Count an attempt of another kind (a draft code, a new request) and tell whether it was one too many."""
    return _count(f"{seconds}:{kind}:{subject}", seconds) > most


@action("request.pin_renewed", may=policy.may_work)
def renew_pin(*, by: Asker, request: Request) -> Done:
    """For who lost the PIN and was recognised by a worker. Returns the new PIN; the old one opens nothing."""
    request = lock(request)
    request.pin_generation += 1
    request.save(update_fields=["pin_generation"])
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(pin_of(request.pk, request.pin_generation), subject=("request", request.pk), **where)


def first_pin(request: Request) -> str:
    """The PIN that a request is born with, for who has just handed it in."""
    return pin_of(request.pk, 1)
