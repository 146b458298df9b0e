"""The five risk levels, which one is graver, and when each must be answered (reference C, risk triage)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from rangkul.base import workdays

MERAH = "merah"
ORANYE = "oranye"
KUNING = "kuning"
HIJAU = "hijau"
BIRU = "biru"

# Gravest first.
LEVELS = (MERAH, ORANYE, KUNING, HIJAU, BIRU)

RED_WITHIN = timedelta(minutes=15)
# An orange request that arrives this close to closing time can no longer be answered the same day.
ORANGE_NEEDS = timedelta(hours=1)
# However long the holidays are, nobody in serious trouble waits longer than this.
ORANGE_AT_MOST = timedelta(hours=72)
WORKDAYS = {KUNING: 3, HIJAU: 7, BIRU: 7}


def graver(one: str, other: str) -> str:
    return min(one, other, key=LEVELS.index)


def is_raise(before: str, after: str) -> bool:
    """True where `after` is graver than `before`."""
    return LEVELS.index(after) < LEVELS.index(before)


def raised_by_machine(before: str, proposed: str) -> str:
    """What a machine may make of a level: never a lower one, whatever it proposes."""
    return graver(before, proposed)


def due_at(level: str, received: datetime, zone: ZoneInfo) -> datetime:
    """When a person must have answered; UTC. `received` is aware, `zone` that of the asker's place."""
    if level == MERAH:
        return (received + RED_WITHIN).astimezone(UTC)
    if level == ORANYE:
        return min(_orange_due(received, zone), (received + ORANGE_AT_MOST).astimezone(UTC))
    return workdays.add_workdays(received, WORKDAYS[level], zone)


def _orange_due(received: datetime, zone: ZoneInfo) -> datetime:
    closing = workdays.end_of_day(received, zone)
    if workdays.is_open(received, zone):
        if closing - received >= ORANGE_NEEDS:
            return closing
        return workdays.add_worktime(received, timedelta(hours=4), zone)
    # It came outside working time: by noon of the next working day, not by its end.
    return closing - timedelta(hours=4)
