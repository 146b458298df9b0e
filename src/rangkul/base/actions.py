"""Writes are verbs: one transaction, one permission check, one event.

    @action("case.closed", may=policy.may_close)
    def close(*, by, case, reason):
        ...
        return Done(case, unit_id=case.unit_id, payload={"reason": reason})

`may` receives the same keyword arguments as the verb. The name of the event is `noun.verb_past`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from rangkul.base import events
from rangkul.base.asking import Asker

REGISTRY: dict[str, Callable[..., Any]] = {}


class Refused(Exception):
    """The domain says no. `message` is plain Indonesian for the person who asked; `field` names the input at fault."""

    def __init__(self, message: str, *, code: str = "refused", field: str | None = None):
        super().__init__(message)
        self.message, self.code, self.field = message, code, field


@dataclass
class Done:
    """What a verb returns: the row it wrote and what the event says about it (ids and codes, never personal text)."""

    result: Any
    subject: tuple[str, UUID] | None = None
    payload: dict[str, Any] = field(default_factory=dict)
    agency_id: UUID | None = None
    unit_id: UUID | None = None
    silent: bool = False

    def where(self) -> tuple[str, UUID]:
        return self.subject or (self.result._meta.model_name, self.result.pk)


_inside: ContextVar[bool] = ContextVar("rangkul_inside_a_verb", default=False)


@contextmanager
def whole() -> Iterator[None]:
    """One transaction, or a savepoint in the one that is open. What stands inside another `whole` is undone with it
    and takes no savepoint of its own: two statements fewer for each verb. Whoever goes on after an inner one has
    failed puts it into `transaction.atomic()`; the framework refuses the next statement otherwise."""
    inside = _inside.get()
    token = _inside.set(True)
    try:
        with transaction.atomic(savepoint=not inside):
            yield
    finally:
        _inside.reset(token)


def anyone(**_: Any) -> bool:
    """For verbs that a person without an account may do."""
    return True


def action(name: str, *, may: Callable[..., bool]) -> Callable[[Callable[..., Done]], Callable[..., Any]]:
    """Make a verb of a function. Raises PermissionDenied when `may` says no, Refused when the domain does."""

    def decorate(verb: Callable[..., Done]) -> Callable[..., Any]:
        @functools.wraps(verb)
        def run(*, by: Asker, **arguments: Any) -> Any:
            with whole():
                if not may(by=by, **arguments):
                    raise PermissionDenied(name)
                done = verb(by=by, **arguments)
                if not done.silent:
                    events.write(
                        name,
                        by=by,
                        subject=done.where(),
                        payload=done.payload,
                        agency_id=done.agency_id or by.agency_id,
                        unit_id=done.unit_id or by.unit_id,
                    )
            return done.result

        # Tests and the audit trail ask a verb for these.
        run.__dict__.update(event_name=name, may=may)
        REGISTRY[f"{verb.__module__}.{verb.__qualname__}"] = run
        return run

    return decorate
