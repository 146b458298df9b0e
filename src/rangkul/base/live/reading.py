"""What one stream tells: the event log or one source, read under the rights of the one who listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Protocol

from django.db import connection
from django.db.backends.utils import CursorWrapper

from rangkul.base import clock
from rangkul.base.asking import Asker, asking_as
from rangkul.base.live.hub import Notice
from rangkul.base.live.sources import SOURCES, Told

# Numbers are given before a transaction commits, so an event may appear behind a later one: look this far back.
LOOK_BACK = 200
BATCH = 200
# A verb that began so long before the page was drawn may have ended after it.
ON_ITS_WAY = timedelta(seconds=3)


@contextmanager
def asked(asker: Asker) -> Iterator[CursorWrapper]:
    """A read in a thread of its own; the connection goes back to the pool at once, a stream lives for minutes."""
    try:
        with asking_as(asker, readonly=True), connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


class Tale(Protocol):
    """What a stream tells. `begin` and `since` wait for the database, in a thread."""

    @property
    def cursor(self) -> str: ...

    @property
    def topics(self) -> frozenset[str]: ...

    def begin(self) -> None: ...

    def since(self) -> list[Told]: ...

    def passes_on(self, notice: Notice) -> bool:
        """False where the notice says that something is to be looked for."""
        ...


class Log:
    """The events of the log that the asker may see."""

    def __init__(self, asker: Asker, last: int | None, drawn: datetime | None):
        self.asker, self.last, self.drawn = asker, last or 0, drawn
        self.from_now = last is None
        self.sent: set[int] = set()
        self.topics = frozenset(str(i) for i in (asker.unit_id, asker.staff_id) if i)

    @property
    def cursor(self) -> str:
        return str(self.last)

    def begin(self) -> None:
        """Where a new stream starts. What came while the page was on its way, or was written before and kept a moment
        later, is still to be told."""
        if not self.from_now:
            return
        since = (self.drawn or clock.now()) - ON_ITS_WAY
        with asked(self.asker) as cursor:
            cursor.execute("SELECT last_value FROM base_event_id_seq")
            self.last = cursor.fetchone()[0]
            cursor.execute(
                "SELECT id FROM base_event WHERE id > %s AND at < %s", [max(0, self.last - LOOK_BACK), since]
            )
            self.sent = {number for (number,) in cursor.fetchall()}

    def since(self) -> list[Told]:
        """Events after the last one (and late ones just before it) that were not told yet, oldest first."""
        with asked(self.asker) as cursor:
            cursor.execute(
                "SELECT id, name, subject_kind, subject_id FROM base_event"
                " WHERE id > %s AND name <> 'file.opened' ORDER BY id LIMIT %s",
                [max(0, self.last - LOOK_BACK), BATCH + LOOK_BACK],
            )
            rows = [row for row in cursor.fetchall() if row[0] not in self.sent]
        told = []
        for number, name, kind, subject in rows:
            self.sent.add(number)
            self.last = max(self.last, number)
            told.append(
                Told(self.cursor, "rangkul", {"id": number, "name": name, "kind": kind, "subject": str(subject)})
            )
        self.sent = {number for number in self.sent if number > self.last - 2 * LOOK_BACK}
        return told

    def passes_on(self, notice: Notice) -> bool:
        return True


class OfSource:
    """What a registered source has to say about one thing."""

    def __init__(self, asker: Asker, name: str, wanted: str, cursor: str):
        self.asker, self.source, self.wanted, self.cursor = asker, SOURCES[name], wanted, cursor
        self.topics: frozenset[str] = frozenset()

    def begin(self) -> None:
        with asked(self.asker):
            self.topics = self.source.topics(self.asker, self.wanted)

    def since(self) -> list[Told]:
        with asked(self.asker):
            told = self.source.since(self.asker, self.wanted, self.cursor)
        if told:
            self.cursor = told[-1].cursor
        return told

    def passes_on(self, notice: Notice) -> bool:
        return notice.name not in self.source.wakes
