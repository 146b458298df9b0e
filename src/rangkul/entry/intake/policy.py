"""Who may do which verb. Who may see a request is the database's answer; these functions never repeat it."""

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request


def may_submit(*, by: Asker, **_: object) -> bool:
    """Anybody may ask for help; among staff, those who practise enter what came by phone, letter or on foot."""
    return by.kind in ("public", "ticket") or by.practises


def may_work(*, by: Asker, request: Request, **_: object) -> bool:
    """Those who practise, and a head on whom the request came by escalation."""
    return may_see_queue(by=by)


def may_see_queue(*, by: Asker, **_: object) -> bool:
    """Those who may work on what stands in it; others are shown no row, and an empty queue would tell them a lie."""
    return by.kind == "staff" and (by.practises or by.has("pimpinan"))


def may_acknowledge(*, by: Asker, request: Request, **_: object) -> bool:
    """Whoever was told, and whoever supervises: a worker answers the asker, not the alarm about the own delay."""
    if not may_work(by=by, request=request):
        return False
    told = request.escalations.filter(told_id=by.staff_id, acknowledged_at__isnull=True)
    return by.has("supervisor", "pimpinan") or told.exists()


def may_give_ticket(*, by: Asker, **_: object) -> bool:
    """Whose file it opens is decided by the package that keeps the file."""
    return by.kind == "staff" and by.practises


def may_ask_consent(*, by: Asker, request: Request, **_: object) -> bool:
    return by.kind == "staff" and by.practises


def may_change_duty(*, by: Asker, staff: Staff, **_: object) -> bool:
    """Each worker says it for themself."""
    return by.practises and by.staff_id == staff.pk


def may_lower(*, by: Asker, request: Request, level: str = "", **_: object) -> bool:
    return may_work(by=by, request=request)


def may_assign(*, by: Asker, request: Request, **_: object) -> bool:
    return may_work(by=by, request=request)


def holds_ticket(*, by: Asker, request: Request, **_: object) -> bool:
    return by.kind == "ticket" and by.ticket_id == request.pk


def may_open_door(*, by: Asker, **_: object) -> bool:
    return by.kind in ("public", "ticket", "staff")


def is_clock(*, by: Asker, **_: object) -> bool:
    return by.kind == "job"
