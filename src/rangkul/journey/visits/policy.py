"""Who may do which verb. Who may see is decided by the database; here the visit is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.journey.cases import policy as cases
from rangkul.journey.visits.models import Visit


def goes(by: Asker, visit: Visit) -> bool:
    return by.kind == "staff" and visit.staff_id == by.staff_id


def may_move(*, by: Asker, visit: Visit, **_) -> bool:
    """Where one goes oneself, and when one is back, nobody else says."""
    return goes(by, visit)


def may_cancel(*, by: Asker, visit: Visit, **_) -> bool:
    return goes(by, visit) or cases.is_supervisor_of(by, visit.case)


def may_say_safe(*, by: Asker, visit: Visit, **_) -> bool:
    """Whoever went to look: the team, the unit's supervisor, whoever was told of it."""
    return not goes(by, visit) and (
        cases.may_work(by=by, case=visit.case) or cases.may_acknowledge(by=by, case=visit.case)
    )
