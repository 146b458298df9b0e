"""Somebody tried PINs at the client's ticket until it was locked: the worker of the case hears of it today."""

from rangkul.base import events
from rangkul.base.asking import acting, job
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.cases.actions.reminding import remind
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import TICKET_DOOR, CaseState

# So many days it stays with the worker alone.
GRACE = 1
_HOUSE = job("cases.ticket_door")


def locked(event: Event) -> None:
    _keep(event, due=True)


def opened(event: Event) -> None:
    _keep(event, due=False)


def connect() -> None:
    events.after("request.door_locked")(locked)
    events.after("request.pin_renewed")(opened)


def _keep(event: Event, *, due: bool) -> None:
    with acting(_HOUSE):
        for case in Case.objects.filter(
            tickets__request=event.subject_id, tickets__ended_at=None, state=CaseState.OPEN
        ):
            remind(case, TICKET_DOOR, event.subject_id, today(case.region_code) if due else None, grace=GRACE)
