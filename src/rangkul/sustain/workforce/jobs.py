"""Periodic work: what stands open after its time is told to somebody above."""

from rangkul.base import asking, clock
from rangkul.base.work import periodic
from rangkul.sustain.workforce.actions import escalate
from rangkul.sustain.workforce.queries.late import late_matters

# So many are told in one go; what is left waits for the next time.
AT_ONCE = 100


@periodic("41 */10 * * * *", name="workforce.clock")
def move_clocks() -> None:
    by = asking.current()
    for matter in late_matters(clock.now(), AT_ONCE):
        escalate(by=by, matter=matter)
