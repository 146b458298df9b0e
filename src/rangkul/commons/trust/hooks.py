"""What later packages may add to rights: files that belong together, what must be kept, what a copy contains."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rangkul.base.asking import Asker

Subject = tuple[str, UUID]

# After a break-glass access was given: further files that open with it and that the database does not open by itself.
# They are asked inside the transaction, when the first file is already visible.
opens_with: list[Callable[[Subject, Asker], Iterable[Subject]]] = []
# Sentences that say why a person cannot be erased yet (an open case, a duty to keep); empty where nothing speaks
# against it. Asked as the job `trust.erase`, once for each registration of the person.
must_keep: list[Callable[[UUID], Iterable[str]]] = []


# The same for an erasure that nobody asked for but the time of keeping: also what is to be kept for longer.
keep_longer: list[Callable[[UUID], Iterable[str]]] = []

# Who read without an account: the ids of their seats or doors to (who, of what profession or place), as far as the
# asker may know them. An id that is not found stays a guest without a name.
guests: list[Callable[[Collection[UUID]], Mapping[UUID, tuple[str, str]]]] = []


@dataclass(frozen=True)
class Whose:
    """Whose copy it is: all registrations of the person, and the request by whose ticket it was asked."""

    person_ids: tuple[UUID, ...]
    request_id: UUID | None = None


@dataclass(frozen=True)
class Section:
    """A part of a copy: `rows` are (what, value) pairs of plain words."""

    title: str
    rows: tuple[tuple[str, str], ...]


# What a package holds for a person, for the copy they asked for. Asked as the worker who makes it.
copies: list[Callable[[Whose], Iterable[Section]]] = []


@dataclass(frozen=True)
class Stranger:
    """Data behind which no registered person stands: somebody asked for help and was never registered, or the file is
    that of several people. Each is asked with the id of what is there, as the job `trust.erase`.

    `person_of` is who it was linked to meanwhile; `must_keep` says like the list above why it stays; `stand_in` names
    the database function (of what is there, a person's id and a key's) that registers an empty person behind it,
    through whom it is erased by the same rules and the same declarations: no role of the application registers
    somebody without a worker.
    """

    person_of: Callable[[UUID], UUID | None]
    must_keep: Callable[[UUID], Iterable[str]]
    stand_in: str
    # What is erased with it and what stays, as the data officer reads it before.
    goes: Any


# By the kind of subject under which a right was asked.
strangers: dict[str, Stranger] = {}
# Further reasons of later packages to keep what a stranger handed in.
stranger_must_keep: list[Callable[[UUID], Iterable[str]]] = []
