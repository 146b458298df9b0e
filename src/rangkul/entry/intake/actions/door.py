"""The door of a ticket: the same answer, after the same steps, for a wrong PIN and for a ticket that never was."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from rangkul.base import clock, crypto
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.live import telling
from rangkul.entry.intake import policy
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.actions.wrong_codes import one_more_wrong
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tickets import pin_fits, pin_of, read_ticket

# (seconds of the window, attempts on one ticket, attempts from one address)
WINDOWS = ((900, 6, 30), (86_400, 30, 300))
# Nobody stands at the door but who knocks: the house itself counts.
HOUSE = job("intake.door")
_NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Opened:
    """`request_id` only where ticket and PIN fit, with the `generation` of that PIN; `too_often` says that nothing was
    tried."""

    request_id: UUID | None = None
    generation: int = 1
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
    if pin_fits(found[0], found[1], pin):
        _fitted(found[0])
        return Opened(found[0], found[1])
    _missed(found[0] or _NOBODY)
    return Opened()


def _missed(request_id: UUID) -> None:
    with acting(HOUSE):
        row = one_more_wrong(Request.objects.filter(pk=request_id))
        if row is not None:
            lock_door(by=HOUSE, request=row)


def _fitted(request_id: UUID) -> None:
    """Who knows the PIN types it wrong now and then, for years; that is no guessing."""
    with acting(HOUSE):
        Request.objects.filter(pk=request_id, wrong_codes__gt=0).update(wrong_codes=0)


@action("request.door_locked", may=policy.is_clock)
def lock_door(*, by: Asker, request: Request) -> Done:
    """From now on the right PIN opens nothing either, until whoever answers has recognised the asker and made a new
    one. What is open already stays open."""
    request = lock(request)
    where = {"subject": ("request", request.pk), "agency_id": request.agency_id, "unit_id": request.unit_id}
    if request.locked_at is not None:
        return Done(request, silent=True, **where)
    request.locked_at = clock.now()
    request.save(update_fields=["locked_at"])
    return Done(request, **where)


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
    """For who lost the PIN, or whose door was locked, and was recognised by a worker. Returns the new PIN; the old one
    opens nothing, and who listens by it is told no more."""
    request = lock(request)
    request.pin_generation += 1
    request.wrong_codes, request.locked_at = 0, None
    request.save(update_fields=["pin_generation", "wrong_codes", "locked_at"])
    telling.shut(request.pk)
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(pin_of(request.pk, request.pin_generation), subject=("request", request.pk), **where)


def first_pin(request: Request) -> str:
    """The PIN that a request is born with, for who has just handed it in."""
    return pin_of(request.pk, 1)
