"""The clocks that run after the first answer: so that a question, a referral or a new start is not forgotten."""

from datetime import UTC, datetime, timedelta

from rangkul.base import workdays
from rangkul.base.clock import zone
from rangkul.entry.intake.rules.levels import HIJAU, KUNING, MERAH, ORANYE, due_at

# How long the asker has to answer a question, and another agency to confirm, before the office looks again.
_ANSWER_WITHIN = {ORANYE: 1, KUNING: 3, HIJAU: 5}
_CONFIRM_WITHIN = {ORANYE: 1, KUNING: 3, HIJAU: 5}
_LIGHTEST = 5
RED_ANSWER = timedelta(hours=1)
RED_CONFIRM = timedelta(hours=2)


def answer_due(level: str, at: datetime, region_code: str) -> datetime:
    if level == MERAH:
        return (at + RED_ANSWER).astimezone(UTC)
    return workdays.add_workdays(at, _ANSWER_WITHIN.get(level, _LIGHTEST), zone(region_code))


def confirmation_due(level: str, at: datetime, region_code: str) -> datetime:
    if level == MERAH:
        return (at + RED_CONFIRM).astimezone(UTC)
    return workdays.add_workdays(at, _CONFIRM_WITHIN.get(level, _LIGHTEST), zone(region_code))


def after_acknowledged(level: str, at: datetime, region_code: str) -> datetime:
    """How long whoever acknowledged has to bring the request to a decision."""
    if level == MERAH:
        return (at + RED_ANSWER).astimezone(UTC)
    return workdays.add_worktime(at, workdays.DAY, zone(region_code))


def next_look(level: str, due: datetime, at: datetime, region_code: str) -> datetime:
    """When the clock looks again after somebody acknowledged: knowing of a request never lengthens its own clock."""
    return due if due > at else after_acknowledged(level, at, region_code)


def fresh_due(level: str, at: datetime, region_code: str) -> datetime:
    """The level's own clock, begun now: a reopened request, a raised level, an answer that arrived."""
    return due_at(level, at, zone(region_code))
