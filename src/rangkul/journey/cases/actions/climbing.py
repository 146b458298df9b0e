"""The steps of one climb, whatever it is about: how far it went, whether it goes on now, who is told next (A83)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from rangkul.entry.intake.actions import NextTold
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Case, Escalation


def of_matters(rows: Iterable[Escalation]) -> Q:
    """All steps of what these rows are about: two kinds may count by one id. Raises TypeError for no rows."""
    return reduce(or_, (Q(kind=kind, matter=matter) for kind, matter in {(row.kind, row.matter) for row in rows}))


@dataclass(frozen=True)
class Climb:
    """`standing` are the steps since it was last mended: what came undone climbs from the beginning."""

    matter: Matter
    standing: list[Escalation]
    steps_ever: int

    @classmethod
    def of(cls, matter: Matter) -> Climb:
        rows = Escalation.objects.filter(kind=matter.kind, matter=matter.id, due_at=matter.due_at)
        every = list(rows.order_by("step"))
        return cls(matter, [row for row in every if row.settled_at is None], len(every))

    @property
    def last(self) -> Escalation | None:
        return self.standing[-1] if self.standing else None

    @property
    def told_at(self) -> datetime | None:
        return self.last.told_at if self.last else None

    def rests(self, at: datetime) -> bool:
        """Somebody was told, and it is not the next one's turn."""
        return self.last is not None and (self.last.next_at is None or self.last.next_at > at)

    def keep(self, told: NextTold, at: datetime, case: Case | None = None) -> Escalation:
        """One step further: the step before has done its work."""
        row = Escalation.objects.create(
            case=case,
            number=case.number if case else "",
            owner_id=None if case else self.matter.owner_id,
            kind=self.matter.kind,
            matter=self.matter.id,
            due_at=self.matter.due_at,
            step=self.steps_ever + 1,
            told_id=told.to,
            told_at=at,
            next_at=told.next_at,
            decided=told.ruled.to_json() if told.ruled else None,
        )
        if self.last is not None:
            self.last.next_at = None
            self.last.save(update_fields=["next_at"])
        return row
