"""A passing notice to whoever listens just now: somebody types, something was read. It is kept nowhere.

What must not be missed is a row, and the notice only says that there is one.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from rangkul.base.live.hub import SHUT, door_topic


def tell(name: str, subject: UUID, topics: Iterable[object], detail: object = "-") -> None:
    """Leaves with the caller's transaction, ids only. `name` is no number: a number would be taken for an event."""
    words = [name, str(subject), str(detail), *sorted({str(topic) for topic in topics})]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('rangkul', %s)", [" ".join(words)])


def shut(ticket_id: UUID) -> None:
    """The code of this door changed: every stream that was opened by the one before ends. Whoever has the new one comes
    in again."""
    tell(SHUT, ticket_id, [door_topic(ticket_id)])
