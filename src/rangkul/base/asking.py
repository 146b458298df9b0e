"""Who is asking: each transaction says so before it reads or writes, and the database decides what it sees.

A connection that has not said who asks sees no row of any table with personal data (product rule 6). The settings are
local to the transaction, so a pooled connection never carries one person's rights to the next request.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

PRACTICE_ROLES = frozenset({"peksos", "junior", "supervisor"})


@dataclass(frozen=True)
class Asker:
    """The identity under which a transaction runs.

    kind: "staff" (a signed-in worker), "public" (someone without an account), "ticket" (the holder of a ticket and its
    PIN), "login" (the moment of signing in), "job" (a named background task).
    """

    kind: str
    staff_id: UUID | None = None
    agency_id: UUID | None = None
    unit_id: UUID | None = None
    roles: frozenset[str] = field(default_factory=frozenset)
    ticket_id: UUID | None = None
    name: str = ""

    @property
    def practises(self) -> bool:
        return bool(self.roles & PRACTICE_ROLES)

    def has(self, *roles: str) -> bool:
        return not self.roles.isdisjoint(roles)

    @property
    def settings(self) -> dict[str, str]:
        return {
            "rangkul.kind": self.kind,
            "rangkul.staff": str(self.staff_id or ""),
            "rangkul.agency": str(self.agency_id or ""),
            "rangkul.unit": str(self.unit_id or ""),
            "rangkul.roles": ",".join(sorted(self.roles)),
            "rangkul.ticket": str(self.ticket_id or ""),
            "rangkul.name": self.name,
        }


# The session of somebody who came by a code and a PIN keeps here whose door it was.
TICKET_SESSION_KEY = "ticket"
# And here which PIN of that door it was, where it was not the first.
PIN_SESSION_KEY = "ticket_pin"

NOBODY = Asker("")
PUBLIC = Asker("public")
LOGIN = Asker("login")


def job(name: str) -> Asker:
    return Asker("job", name=name)


_current: ContextVar[Asker | None] = ContextVar("rangkul_asker", default=None)


class NobodyAsks(RuntimeError):
    """Code reached for a right that only a transaction with an identity has."""


def current() -> Asker:
    asker = _current.get()
    if asker is None:
        raise NobodyAsks("say who asks with asking_as(...)")
    return asker


def current_or_none() -> Asker | None:
    return _current.get()


def declare(asker: Asker) -> None:
    """Tell the open transaction who asks; one round trip for all settings."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(key, value, true) FROM json_each_text(%s::json)", [json.dumps(asker.settings)]
        )


@contextmanager
def acting(asker: Asker) -> Iterator[Asker]:
    """Say who asks in a transaction that is already open, until the block ends."""
    if _current.get() == asker:
        # Said already, and it stays said: every way out of an inner block says it again.
        yield asker
    else:
        with _declared(asker):
            yield asker


@contextmanager
def _declared(asker: Asker) -> Iterator[Asker]:
    before = _current.get()
    declare(asker)
    token = _current.set(asker)
    try:
        yield asker
    finally:
        _current.reset(token)
        # Where an outer transaction goes on, it must not go on with these rights.
        if (before is not None or connection.savepoint_ids) and _goes_on():
            declare(before or NOBODY)


def _goes_on() -> bool:
    """Whether the transaction can still be spoken to. After an error it is rolled back, to a point at which its
    identity was the one before; speaking to it now would hide the error."""
    failed = (
        connection.connection is not None and connection.connection.info.transaction_status == TransactionStatus.INERROR
    )
    return not failed and not connection.needs_rollback


@contextmanager
def asking_as(asker: Asker, *, readonly: bool = False) -> Iterator[Asker]:
    """One transaction in which `asker` asks. A nested call takes its own savepoint and gives the identity back."""
    outermost = _current.get() is None
    with transaction.atomic():
        if readonly and outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION READ ONLY")
        with _declared(asker):
            yield asker
        if readonly and outermost:
            transaction.set_rollback(True)
