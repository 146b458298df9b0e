"""When the clocks of the house tick, as the queue itself reckons it."""

from datetime import UTC, datetime, timedelta

import pytest
from procrastinate.contrib.django import app

MIDNIGHT = datetime(2026, 11, 26, tzinfo=UTC).timestamp()


def ticks(name: str, within: timedelta) -> list[float]:
    """Seconds after midnight at which a job of this name starts."""
    tasks = app.periodic_registry.periodic_tasks.values()
    clock = next(one.croniter for one in tasks if one.task.name == f"rangkul.{name}")
    clock.set_current(MIDNIGHT)
    found = []
    while (moment := clock.get_next(float)) < MIDNIGHT + within.total_seconds():
        found.append(moment - MIDNIGHT)
    return found


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("intake.clock", timedelta(minutes=2), [30, 60, 90]),
        ("cases.clock", timedelta(minutes=5), [23, 143, 263]),
        ("attachments", timedelta(days=1), [3 * 3600 + 17 * 60]),
        ("desks.count", timedelta(minutes=11), [300, 600]),
    ],
)
def test_a_clock_ticks_when_it_says(name, within, expected):
    assert ticks(name, within) == expected
