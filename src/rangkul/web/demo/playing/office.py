"""Who does what when: opens a transaction as somebody, at a made-up moment of their working day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from rangkul.base import clock, workdays
from rangkul.base.asking import PUBLIC, Asker, asking_as
from rangkul.commons.people.models import Staff


class Office:
    """`now` is the moment of today; nothing is played after it."""

    def __init__(self, staff: dict[str, Staff], now: datetime):
        self.staff, self.now = staff, now

    @contextmanager
    def at(self, moment: datetime, who: str | Asker = "") -> Iterator[Asker]:
        """Everything inside is done by `who` at this moment: a name to sign in with, "" for the public, or whoever
        holds a ticket."""
        asker = who if isinstance(who, Asker) else self.staff[who].asker() if who else PUBLIC
        with clock.pretending(min(moment, self.now)), asking_as(asker):
            yield asker

    def working(self, moment: datetime, region_code: str) -> datetime:
        """The moment itself, or the next opening of the office of that place; never after today."""
        return min(workdays.opening(moment, clock.zone(region_code)), self.now - timedelta(minutes=3))
