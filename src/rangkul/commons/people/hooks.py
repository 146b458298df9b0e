"""What later packages hang on to people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, job
from rangkul.commons.people.models import Person, Staff

# Run inside restrict(): trust gives the worker who hides a person a right of their own, or they would lose sight.
restricted: list[Callable[[Person, Asker], None]] = []
# Code of the right by which the asker opens this file ("team", "break_glass" …); the first that answers counts.
why_open: list[Callable[[Asker, str, UUID], str]] = []
# (kept, absorbed) after a merge and (kept, released) after its undoing, in the same transaction.
merged: list[Callable[[Person, Person, Asker], None]] = []
unmerged: list[Callable[[Person, Person, Asker], None]] = []


@dataclass(frozen=True)
class Fragment:
    """A part of the person page that a later package draws: fetched by HTMX from `url_name` with the person's id."""

    title: Any
    url_name: str


fragments: list[Fragment] = []


@dataclass(frozen=True)
class Waiting:
    """Something with a clock that waits for one worker, and to which nobody has said yes; `id` is its row.
    `urgent`: it is told at once, whatever the hour."""

    staff_id: UUID
    id: UUID
    urgent: bool = False

    @property
    def mark(self) -> UUID:
        """By this it is told once; what becomes urgent is told anew."""
        return uuid5(self.id, "urgent") if self.urgent else self.id


# Each says what waits for the workers of these ids, in a number of statements that does not grow with them. Asked as a
# job.
waits: list[Callable[[Collection[UUID]], Iterable[Waiting]]] = []


# Whose account is closed leaves nothing behind without an owner: as this job it is counted and handed over.
LEAVING = job("staff.leaving")


@dataclass(frozen=True)
class Handing:
    """The account of `staff` is being closed by `by`; `to` goes on with what they held."""

    staff: Staff
    to: Staff | None
    by: Asker


@dataclass(frozen=True)
class Holding:
    """Something that workers hold by their account. `count` says how much of it one holds now, `words` says that
    number in words. Both are asked as the job `LEAVING`, for somebody who may read none of it.

    `hand_over` gives it to whoever goes on, or ends it, in the same transaction; it may refuse. Where it is None only
    whoever answers for it moves it, and an account that holds it is not closed.
    """

    words: Callable[[int], str]
    count: Callable[[Staff], int]
    hand_over: Callable[[Handing], None] | None = None
    # Whether a named person must be there to take it; else it only ends.
    needs_heir: bool = True


holdings: list[Holding] = []


def who_follows(handing: Handing, able: Iterable[Staff]) -> Staff:
    """Whoever goes on, where they are `able`; else the first of these who stays. Raises Refused if nobody is left."""
    staying = [one for one in able if one.pk != handing.staff.pk]
    if not staying:
        raise Refused(_("Belum ada orang lain di lembaga ini yang berwenang meneruskan yang dipegang akun ini."))
    return next((one for one in staying if handing.to is not None and one.pk == handing.to.pk), staying[0])
