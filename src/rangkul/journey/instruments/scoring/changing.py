"""What moved between two times of the same instrument in the same version. It says that it moved, never why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rangkul.journey.instruments.scoring import sentences
from rangkul.journey.instruments.scoring.results import Scored
from rangkul.journey.instruments.scoring.rules import BETTER, WORSE, Rules
from rangkul.journey.instruments.scoring.words import Words


class NotComparable(ValueError):
    """Tidak dapat dibandingkan; `words` says why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


@dataclass(frozen=True, slots=True)
class PartChange:
    key: str
    words: Words
    before: Decimal
    after: Decimal
    direction: str

    @property
    def by(self) -> Decimal:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Change:
    """`direction` is "better", "worse", "same", or "" where more is neither.

    `counts` is None where nobody has published a minimum.
    """

    before: Decimal | None
    after: Decimal | None
    direction: str
    counts: bool | None
    minimal: Decimal | None
    source: str
    parts: tuple[PartChange, ...]
    talk: Words | None
    words: Words

    @property
    def by(self) -> Decimal | None:
        return None if self.before is None or self.after is None else self.after - self.before


def change(rules: Rules, before: Scored, after: Scored) -> Change:
    """Raises NotComparable between instruments or versions, for incomplete results, and where nothing is counted."""
    if not rules.key == before.key == after.key:
        raise NotComparable(sentences.OTHER_INSTRUMENT)
    if not rules.version == before.version == after.version:
        raise NotComparable(sentences.OTHER_VERSION.filled(before=before.version, after=after.version))
    if rules.kind == "triage":
        raise NotComparable(sentences.NO_NUMBERS)
    parts = _parts(rules, before, after)
    whole = before.total is not None and after.total is not None
    if not whole and (rules.kind != "profile" or not parts):
        raise NotComparable(sentences.NOTHING_TO_COMPARE)
    pairs = [(part.before, part.after) for part in parts]
    counts: bool | None = None
    if before.total is not None and after.total is not None:
        pairs.append((before.total, after.total))
        counts = None if rules.minimal is None else abs(after.total - before.total) >= rules.minimal.points
    return Change(
        before.total,
        after.total,
        _direction(rules, before.total, after.total) if whole else "",
        counts,
        rules.minimal.points if rules.minimal else None,
        rules.minimal.source if rules.minimal else "",
        parts,
        rules.talk.sentence if rules.talk and any(_worse_by(rules, *p) >= rules.talk.points for p in pairs) else None,
        _words(rules, before.total, after.total, counts, parts),
    )


def _parts(rules: Rules, before: Scored, after: Scored) -> tuple[PartChange, ...]:
    earlier = {part.key: part.total for part in before.parts}
    return tuple(
        PartChange(part.key, part.words, was, part.total, _direction(rules, was, part.total))
        for part in after.parts
        if part.total is not None and (was := earlier.get(part.key)) is not None
    )


def _worse_by(rules: Rules, before: Decimal, after: Decimal) -> Decimal:
    return before - after if rules.direction == BETTER else after - before if rules.direction == WORSE else Decimal(0)


def _direction(rules: Rules, before: Decimal | None, after: Decimal | None) -> str:
    if before is None or after is None or not rules.direction:
        return ""
    worse = _worse_by(rules, before, after)
    return "same" if not worse else "worse" if worse > 0 else "better"


def _words(
    rules: Rules, before: Decimal | None, after: Decimal | None, counts: bool | None, parts: tuple[PartChange, ...]
) -> Words:
    if before is None or after is None:
        said = [_moved(part.before, part.after, part.words) for part in parts]
    elif before == after:
        return sentences.SAME.filled(after=after)
    else:
        said = [_moved(before, after, None), _weighed(rules, counts)]
    return Words(" ".join(words.id for words in said), " ".join(words.en for words in said))


def _moved(before: Decimal, after: Decimal, name: Words | None) -> Words:
    pattern = sentences.SAME if before == after else sentences.MOVED
    moved = pattern.filled(before=before, after=after, by=abs(after - before))
    return moved if name is None else Words(f"{name.id}: {moved.id}", f"{name.en}: {moved.en}")


def _weighed(rules: Rules, counts: bool | None) -> Words:
    if rules.minimal is None or counts is None:
        return sentences.NO_MINIMUM
    return (sentences.COUNTS if counts else sentences.COUNTS_NOT).filled(minimal=rules.minimal.points)
