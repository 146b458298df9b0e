"""How much may come over one line. A shelter, a clinic and a village share one address, so the bounds are wide;
whoever meets one is told what to do instead, keeps every answer, and in danger passes for much longer."""

from datetime import UTC, datetime

from rangkul.base.clock import now
from rangkul.entry.intake import weighing
from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.entry.intake.address import is_known
from rangkul.entry.intake.handed_in import HandedIn
from rangkul.entry.intake.states import Level, Safe

# (seconds of the window, requests handed in)
HANDED_IN = ((3600, 40), (86_400, 250))
# (seconds of the window, forms begun)
BEGUN = ((3600, 600), (86_400, 4000))
# So many times as much where somebody may be in danger.
IN_DANGER = 5


class Crowded(Exception):
    """`until`: when there is room again."""

    def __init__(self, until: datetime):
        super().__init__("crowded")
        self.until = until


def room_to_begin(address: str) -> None:
    """Count a form that is begun; raises Crowded."""
    _room("begun", address, BEGUN)


def room_to_hand_in(address: str, given: HandedIn) -> None:
    """Count a request that is handed in; raises Crowded, and the caller's rollback takes that count back."""
    more = IN_DANGER if is_known(address) and _may_be_in_danger(given) else 1
    _room("handed in", address, [(seconds, most * more) for seconds, most in HANDED_IN])


def _room(kind: str, address: str, windows: list | tuple) -> None:
    # Behind a proxy that does not say for whom it asks, one bound would shut everybody out.
    if not is_known(address):
        return
    for seconds, most in windows:
        if knocked_too_often(kind, address, seconds=seconds, most=most):
            raise Crowded(_end_of_window(seconds))


def _end_of_window(seconds: int) -> datetime:
    return datetime.fromtimestamp((int(now().timestamp()) // seconds + 1) * seconds, UTC)


def _may_be_in_danger(given: HandedIn) -> bool:
    return given.safe_now == Safe.NO or weighing.level_of(given, now()).value["level"] == Level.MERAH
