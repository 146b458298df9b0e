"""The rounds of a case as the page of PIE needs them: what the newest codes, what the one before knew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rangkul.journey.assessment import queries
from rangkul.journey.assessment.models import Assessment, PieCoding, PieFinding
from rangkul.journey.assessment.pie import summary
from rangkul.journey.assessment.pie.compare import Change, changes
from rangkul.journey.assessment.pie.rows import coded, found
from rangkul.journey.cases.models import Case


@dataclass(frozen=True)
class Rounds:
    """`before` are the codings of the last earlier round that coded anything."""

    newest: Assessment | None
    now: list[PieCoding]
    before_round: Assessment | None
    before: list[PieCoding]

    @classmethod
    def of(cls, case: Case) -> Rounds:
        rounds = queries.rounds(case)
        by_round = queries.codings_by_round(case)
        newest = rounds[0] if rounds else None
        earlier = next((one for one in rounds[1:] if by_round.get(one.pk)), None)
        return cls(
            newest,
            by_round.get(newest.pk, []) if newest else [],
            earlier,
            by_round.get(earlier.pk, []) if earlier else [],
        )

    @property
    def waiting(self) -> list[PieCoding]:
        """Known before and not looked at in the open round."""
        if self.newest is None or not self.newest.is_open:
            return []
        there = {coded(row).place for row in self.now}
        return [row for row in self.before if coded(row).place not in there]

    def changes(self) -> list[Change]:
        if not self.before:
            return []
        return changes([coded(row) for row in self.before], [coded(row) for row in self.now])


def rows_of(codings: Iterable[PieCoding], factor: str) -> list[dict]:
    """The codings of one factor, the hardest first, each with its words and its code."""
    own = [(coded(row), row) for row in codings if row.factor == factor]
    order = {id(one): place for place, one in enumerate(summary.hardest_first(one for one, _ in own))}
    return [
        {"row": row, "place": summary.place(one), "how": summary.how(one), "code": one.code}
        for one, row in sorted(own, key=lambda pair: order[id(pair[0])])
    ]


def pie_line(round_: Assessment | None, findings: Iterable[PieFinding]) -> str:
    """The one line of this round; "" where nothing was coded or found."""
    codings = queries.standing_codings(round_) if round_ is not None else []
    return summary.line([coded(row) for row in codings], [found(row) for row in findings])
