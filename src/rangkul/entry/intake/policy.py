"""Who may do which verb. Who may see a request is the database's answer; these functions never repeat it."""

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request


def may_submit(*, by: Asker, **_: object) -> bool:
    """Anybody may ask for help; among staff, those who practise enter what came by phone, letter or on foot."""
    return by.kind in ("public", "ticket") or by.practises


def may_work(*, by: Asker, request: Request, **_: object) -> bool:
    """Those who practise, and a head on whom the request came by escalation."""
    return by.kind == "staff" and (by.practises or by.has("pimpinan"))


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
