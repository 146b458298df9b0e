"""A POST that arrives twice is one POST: the client's key finds the answer that was given the first time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused, whole
from rangkul.base.asking import Asker
from rangkul.base.models import Once

# So long an answer is kept: longer than a telephone lies in a drawer with a visit that was not sent yet. What arrives
# again later is taken as new.
KEPT_DAYS = 90


def scope_of(by: Asker, what: str) -> str:
    return f"{what}:{by.kind}:{by.staff_id or by.ticket_id or ''}"[:80]


def once(key: UUID | None, scope: str, do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Run `do` and keep its JSON answer under `key`; a repetition gets the kept answer and writes nothing.

    A twin that arrives while the first is still running waits for its commit on the unique key. Without a key the
    verb simply runs. Raises Refused when the key belongs to somebody else's POST.
    """
    if key is None:
        return do()
    with whole():
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO base_once (key, scope, answer, made_at) VALUES (%s, %s, 'null', now())"
                " ON CONFLICT (key) DO NOTHING",
                [key, scope],
            )
            first = cursor.rowcount == 1
        if not first:
            kept = Once.objects.get(key=key)
            if kept.scope != scope:
                raise Refused(_("Halaman ini sudah kedaluwarsa. Buka lagi lalu kirim sekali lagi."), code="replay")
            return kept.answer
        answer = do()
        Once.objects.filter(key=key).update(answer=answer)
        return answer
