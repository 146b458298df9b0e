"""Reading the event log for one stream, under the rights of the one who listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import connection
from django.db.backends.utils import CursorWrapper

from rangkul.base import clock
from rangkul.base.asking import Asker, asking_as

# Numbers are given before a transaction commits, so an event may appear behind a later one: look this far back.
LOOK_BACK = 200
BATCH = 200
# A verb that began so long before the page was drawn may have ended after it.
ON_ITS_WAY = timedelta(seconds=3)


@contextmanager
def _asked(asker: Asker) -> Iterator[CursorWrapper]:
    """A read in a thread of its own; the connection goes back to the pool at once, a stream lives for minutes."""
    try:
        with asking_as(asker, readonly=True), connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def begin(asker: Asker, drawn: datetime | None) -> tuple[int, set[int]]:
    """Where a new stream starts: (last number, numbers that the page knows already).

    `drawn`: when the page was drawn. What came while it was on its way, or was written before and kept a moment later,
    is still to be told.
    """
    since = (drawn or clock.now()) - ON_ITS_WAY
    with _asked(asker) as cursor:
        cursor.execute("SELECT last_value FROM base_event_id_seq")
        last = cursor.fetchone()[0]
        cursor.execute("SELECT id FROM base_event WHERE id > %s AND at < %s", [max(0, last - LOOK_BACK), since])
        return last, {number for (number,) in cursor.fetchall()}


def since(asker: Asker, last: int, sent: set[int]) -> list[dict]:
    """Events after `last` (and late ones just before it) that were not sent yet, oldest first."""
    with _asked(asker) as cursor:
        cursor.execute(
            "SELECT id, name, subject_kind, subject_id FROM base_event"
            " WHERE id > %s AND name <> 'file.opened' ORDER BY id LIMIT %s",
            [max(0, last - LOOK_BACK), BATCH + LOOK_BACK],
        )
        rows = cursor.fetchall()
    return [
        {"id": number, "name": name, "kind": kind, "subject": str(subject)}
        for number, name, kind, subject in rows
        if number not in sent
    ]
