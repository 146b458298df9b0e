"""One climb for everything whose clock ran out, a request or a case: whom to tell now, why, and when the next (A83)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_noop

from rangkul.base.clock import zone
from rangkul.base.rules import Decision as Ruled
from rangkul.base.rules import Facts, Reason, because
from rangkul.commons.people.models import Staff, Unit
from rangkul.entry.intake import clocks
from rangkul.entry.intake.queries import above
from rangkul.entry.intake.rules import escalation

# Where nobody above may be told, the next one who can choose somebody is told again each hour.
STUCK_STEP = timedelta(hours=1)
NOBODY_ABOVE = because("nobody_above", gettext_noop("Tidak ada atasan yang boleh diberi tahu."))


@dataclass(frozen=True)
class Late:
    """What stands open after its time: `level` sets the pace, `never` is who must not be told.

    `steps` people above were told already, the last one at `told_at`; `told` counts all who were told anything.
    """

    level: str
    due_at: datetime
    region_code: str
    owner: Staff
    # Of whoever belongs to no unit: the head of the agency.
    unit: Unit | None
    never: frozenset[UUID] = frozenset()
    steps: int = 0
    told: int = 0
    told_at: datetime | None = None


@dataclass(frozen=True)
class NextTold:
    """Who is told now, and when the one after is. `ruled` is None where the rule found nobody: whoever is told then
    must choose somebody, without a right to read."""

    to: UUID
    reason: Reason
    next_at: datetime
    ruled: Ruled | None


def next_told(late: Late, at: datetime) -> NextTold:
    try:
        ruled = escalation.decide(_facts(late, late.steps, late.told_at))
        after = escalation.decide(_facts(late, late.steps + 1, at))
    except ValueError:
        to = above.last_resort(late.owner, late.unit, late.never, late.told)
        return NextTold(to, NOBODY_ABOVE, at + STUCK_STEP, None)
    return NextTold(UUID(ruled.value["to"]), ruled.reasons[0], datetime.fromisoformat(after.value["at"]), ruled)


def again_at(level: str, at: datetime, region_code: str) -> datetime:
    """How long whoever acknowledged has, before the climb goes on from there."""
    return clocks.after_acknowledged(level, at, region_code)


def _facts(late: Late, steps: int, told_at: datetime | None) -> Facts:
    chain = above.chain(late.owner, late.unit)
    return escalation.facts(
        level=late.level,
        due=late.due_at,
        zone=zone(late.region_code).key,
        chain=map(str, chain),
        steps_done=steps,
        told_at=told_at,
        # Named only where they stand in the way, so that nobody reads of a complaint that there is not.
        never=map(str, late.never.intersection(chain)),
    )
