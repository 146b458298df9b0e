"""Who stands beside whom: brothers and sisters oldest left, partners at their side, families that a couple joins next
to each other. What could as well stand the other way round is a decision that the layout may flip."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rangkul.journey.pictures.genogram.family import Family, Union
from rangkul.journey.pictures.genogram.unions import Unions

Decision = tuple[str, ...]


@dataclass
class Order:
    """`rows` are lists of blocks, a block a list of members; `sibship` says who are brothers and sisters."""

    rows: list[list[list[str]]] = field(default_factory=list)
    sibship: dict[str, str] = field(default_factory=dict)
    decisions: list[Decision] = field(default_factory=list)

    def row(self, number: int) -> list[str]:
        return [one for block in self.rows[number] for one in block]


class Ordering:
    def __init__(self, family: Family, unions: Unions, row: dict[str, int], flipped: frozenset[Decision]):
        self.family, self.unions, self.row, self.flipped = family, unions, row, flipped
        self.place = {member.id: number for number, member in enumerate(family.members)}
        self.mates = self._mates()
        self.placed: set[str] = set()
        self.found = Order()

    def order(self) -> Order:
        for number in range(max(self.row.values(), default=-1) + 1):
            here = [member.id for member in self.family.members if self.row[member.id] == number]
            self.found.rows.append(self._blocks(here))
        return self.found

    def _mates(self) -> dict[str, list[str]]:
        """Partners and other parents of the same children, in the order in which they came."""
        found: dict[str, list[tuple]] = defaultdict(list)
        for union in self.unions.all:
            if len(union.parents) == 2:
                one, other = union.parents
                found[one].append((self._since(union), self.place[other], other))
                found[other].append((self._since(union), self.place[one], one))
        return {one: [mate for *_key, mate in sorted(mine)] for one, mine in found.items()}

    def _since(self, union: Union) -> str:
        """A year, for the order of partners: of the beginning, else of the eldest child."""
        if union.couple and union.couple.since:
            return union.couple.since
        born = [self.family.by_id[child].born for child in union.children]
        return min((str(day.year) for day in born if day), default="9999")

    def _blocks(self, here: list[str]) -> list[list[str]]:
        """Each block: the segments (sibships with partners) that couples join, side by side."""
        segments = self._segments(here)
        segment_of = {one: number for number, segment in enumerate(segments) for one in segment}
        whole = [self._with_partners(segment, segment_of) for segment in segments]
        blocks, done = [], set()
        for number in range(len(segments)):
            if number not in done:
                blocks.append(self._joined(number, segments, segment_of, whole, done, 0))
        return blocks

    def _segments(self, here: list[str]) -> list[list[str]]:
        mine = set(here)
        found = [[child for child in union.children if child in mine] for union in self.unions.all]
        found = [segment for segment in found if segment]
        for segment in found:
            self.found.sibship.update(dict.fromkeys(segment, segment[0]))
        settled = {one for segment in found for one in segment}
        settled |= self._beside(settled, mine)
        # Whoever is nobody's child and nobody's partner here begins a segment of their own.
        waiting = sorted(here, key=lambda one: (-len(self.mates.get(one, [])), self.place[one]))
        for one in waiting:
            if one not in settled:
                found.append([one])
                settled |= self._beside({one}, mine) | {one}
        index = [one for one in here if self.family.by_id[one].index]
        return sorted(found, key=lambda segment: (not set(index) & set(segment), -len(segment), self.place[segment[0]]))

    def _beside(self, ones: set[str], mine: set[str]) -> set[str]:
        """Everybody whom partners lead to from these."""
        found, waiting = set(), list(ones)
        while waiting:
            for mate in self.mates.get(waiting.pop(), []):
                if mate in mine and mate not in ones and mate not in found:
                    found.add(mate)
                    waiting.append(mate)
        return found

    def _with_partners(self, segment: list[str], segment_of: dict[str, int]) -> list[str]:
        found: list[str] = []
        for one in segment:
            self.placed.add(one)
            mates = self._free(one, segment_of)
            left, right = self._sides(one, mates)
            found += [each for mate in left for each in self._outward(mate, segment_of, left=True)]
            found.append(one)
            found += [each for mate in right for each in self._outward(mate, segment_of, left=False)]
        return found

    def _free(self, one: str, segment_of: dict[str, int]) -> list[str]:
        mates = [
            mate for mate in self.mates.get(one, [])
            if mate not in segment_of and mate not in self.placed and self.row[mate] == self.row[one]
        ]  # fmt: skip
        self.placed.update(mates)
        return mates

    def _sides(self, one: str, mates: list[str]) -> tuple[list[str], list[str]]:
        if len(mates) != 1:
            return mates[: len(mates) // 2], mates[len(mates) // 2 :]
        decision = ("mate", one)
        self.found.decisions.append(decision)
        right = (self.family.by_id[one].sex != "P") != (decision in self.flipped)
        return ([], mates) if right else (mates, [])

    def _outward(self, one: str, segment_of: dict[str, int], *, left: bool) -> list[str]:
        """A partner, and further partners of theirs on the far side."""
        further = [each for mate in self._free(one, segment_of) for each in self._outward(mate, segment_of, left=left)]
        return [*reversed(further), one] if left else [one, *further]

    def _joined(self, number, segments, segment_of, whole, done, toward) -> list[str]:
        """A segment with all that couples join to it; `toward` is the side that must stay free for the first."""
        done.add(number)
        left: list[tuple[int, list[str]]] = []
        right: list[tuple[int, list[str]]] = []
        for where, one in enumerate(segments[number]):
            for mate in self.mates.get(one, []):
                other = segment_of.get(mate)
                if other is None or other in done:
                    continue
                decision = ("link", one, mate)
                self.found.decisions.append(decision)
                goes_right = (self.family.by_id[one].sex != "P") != (decision in self.flipped)
                if toward:
                    goes_right = toward > 0
                block = self._joined(other, segments, segment_of, whole, done, 1 if goes_right else -1)
                (right if goes_right else left).append((where, block))
        # The nearer the couple stands to the edge, the nearer its other family.
        left.sort(key=lambda each: -each[0])
        right.sort(key=lambda each: -each[0])
        ahead = [one for _where, block in left for one in block]
        return [*ahead, *whole[number], *(one for _where, block in right for one in block)]
