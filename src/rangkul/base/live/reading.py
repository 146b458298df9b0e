"""Reading the event log for one stream, under the rights of the one who listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper

from rangkul.base.asking import Asker, asking_as

# Numbers are given before a transaction commits, so an event may appear behind a later one: look this far back.
LOOK_BACK = 200
BATCH = 200


@contextmanager
def _asked(asker: Asker) -> Iterator[CursorWrapper]:
    """A read in a thread of its own; the connection goes back to the pool at once, a stream lives for minutes."""
    try:
        with asking_as(asker, readonly=True), connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def newest(asker: Asker) -> int:
    with _asked(asker) as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM base_event")
        return cursor.fetchone()[0]


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
