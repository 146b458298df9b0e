"""A family as plain values: what the layout, the drawing and the description share. Nothing here asks a database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

# What a member stands for; only a person can be chosen and written to.
PERSON, EXPECTED, MISCARRIED, STILLBORN = "person", "expected", "miscarried", "stillborn"
# The kinds of a child's parents in the order in which they decide where the child stands.
PARENT_KINDS = ("", "birth", "adopted", "foster", "step")


@dataclass(frozen=True)
class Member:
    """`born` orders brothers and sisters; `age` and `years` are words for the picture, empty where nothing is known."""

    id: str
    name: str = ""
    full_name: str = ""
    sex: str = ""
    kind: str = PERSON
    born: date | None = None
    age: str = ""
    years: str = ""
    dead: bool = False
    index: bool = False
    restricted: bool = False


@dataclass(frozen=True)
class Couple:
    """Two partners. `kind` married, cohabiting or "" (not known); `standing` "", separated, divorced or widowed."""

    one: str
    other: str
    kind: str = ""
    standing: str = ""
    since: str = ""
    until: str = ""
    row: str = ""


@dataclass(frozen=True)
class Parent:
    parent: str
    child: str
    kind: str = ""
    row: str = ""


@dataclass(frozen=True)
class Sibling:
    """Brothers and sisters; `kind` "", twin or identical."""

    one: str
    other: str
    kind: str = ""
    row: str = ""


@dataclass(frozen=True)
class Carer:
    """Who looks after somebody without being the parent: placed, ngenger, guardian or caregiver."""

    carer: str
    person: str
    kind: str = "caregiver"
    row: str = ""


@dataclass(frozen=True)
class Near:
    """A relation whose way through the family is not recorded: grandparent (two rows up), in_law or other."""

    one: str
    other: str
    kind: str = "other"
    row: str = ""


@dataclass(frozen=True)
class Home:
    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Tie:
    """A relation line; from `one` to `other` where it has a direction. `told` is the source in words."""

    one: str
    other: str
    kind: str
    row: str = ""
    told: str = ""


@dataclass(frozen=True)
class Union:
    """Up to two parents and their children together, oldest first; `couple` where the two are partners."""

    parents: tuple[str, ...]
    children: tuple[str, ...] = ()
    couple: Couple | None = None

    @property
    def key(self) -> str:
        return "+".join(self.parents) or f"-{self.children[0]}"


@dataclass(frozen=True)
class Family:
    members: tuple[Member, ...] = ()
    couples: tuple[Couple, ...] = ()
    parents: tuple[Parent, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    carers: tuple[Carer, ...] = ()
    near: tuple[Near, ...] = ()
    homes: tuple[Home, ...] = ()
    ties: tuple[Tie, ...] = ()
    # How many relatives more are recorded than were drawn.
    left_out: int = 0
    by_id: dict[str, Member] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {member.id: member for member in self.members})

    def parents_of(self, child: str) -> list[Parent]:
        return [one for one in self.parents if one.child == child]

    def children_of(self, parent: str) -> list[Parent]:
        return [one for one in self.parents if one.parent == parent]

    def couples_of(self, person: str) -> list[Couple]:
        return [one for one in self.couples if person in (one.one, one.other)]

    def kept_to(self, ids: Iterable[str]) -> Family:
        """The family without whoever is not among `ids`, and without what leads to them."""
        here = set(ids)

        def both(rows, *ends):
            return tuple(row for row in rows if all(getattr(row, end) in here for end in ends))

        homes = [Home(h.id, h.name, tuple(m for m in h.members if m in here)) for h in self.homes]
        return Family(
            tuple(one for one in self.members if one.id in here),
            both(self.couples, "one", "other"),
            both(self.parents, "parent", "child"),
            both(self.siblings, "one", "other"),
            both(self.carers, "carer", "person"),
            both(self.near, "one", "other"),
            tuple(home for home in homes if home.members),
            both(self.ties, "one", "other"),
            self.left_out,
        )


def by_age(member: Member) -> tuple:
    """Oldest first; whose birth nobody knows stands last, in the order of the record."""
    return member.born is None, member.born or date.max, member.id


def other_of(couple: Couple, person: str) -> str:
    return couple.other if couple.one == person else couple.one
