"""A series as pages show it: the finding as title, the chart, what makes it weak, and the numbers in a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from rangkul.journey.plans import findings
from rangkul.journey.plans.design import staggered
from rangkul.journey.plans.linechart import Chart, common_span, draw
from rangkul.journey.plans.models import Hypothesis, Plan
from rangkul.journey.plans.series import Series


@dataclass
class SeriesView:
    series: Series
    goal: str = ""
    hypothesis: Hypothesis | None = None
    span: tuple[date, date] | None = None
    mark: str = ""

    @property
    def measure(self):
        return self.series.measure

    @property
    def title(self) -> str:
        return findings.title(self.series.name, self.series.design)

    @cached_property
    def chart(self) -> Chart | None:
        return draw(self.series.design, self.span)

    @property
    def cautions(self) -> list[str]:
        grave = [findings.grave()] if self.series.grave else []
        return grave + findings.cautions(self.series.design)

    @property
    def details(self) -> list[str]:
        design = self.series.design
        told = [sentence for pair in design.compared for sentence in findings.details(pair)]
        smallest = findings.smallest(design, self.series.minimal_change)
        return [*told, *findings.returned(design), *([smallest] if smallest else [])]

    @property
    def table(self) -> list[dict]:
        """Every point in the order of its day, with its phase and, for own measures, the row that can be corrected."""
        rows = {row.on: row for row in self.series.rows}
        shown = [
            {"point": point, "phase": phase.letter, "row": rows.get(point.on)}
            for phase in self.series.design.phases
            for point in phase.points
        ]
        others = [{"point": point, "phase": "", "row": None} for point in self.series.design.others]
        return sorted(shown + others, key=lambda one: one["point"].on)


def all_of(series: Iterable[Series], plan: Plan | None) -> list[SeriesView]:
    """Views with the goal and the hypothesis of the plan that holds now."""
    goals: dict[UUID, str] = {goal.thread: goal.title for goal in plan.goals.all()} if plan else {}
    strands = {row.strand: row for row in plan.hypotheses.all()} if plan else {}
    views = []
    for place, one in enumerate(series):
        row = one.measure
        thread, strand = (row.thread, row.strand) if row else (None, None)
        views.append(SeriesView(one, goals.get(thread, ""), strands.get(strand), mark=f"seri-{place}"))
    return views


@dataclass
class Together:
    """Several own measures whose B began on different days: under each other on one axis of days."""

    title: str = ""
    views: list[SeriesView] = field(default_factory=list)

    @classmethod
    def of(cls, views: Iterable[SeriesView]) -> Together:
        ready = [view for view in views if view.series.design.compared]
        designs = [view.series.design for view in ready]
        if not staggered(designs):
            return cls()
        span = common_span(designs)
        return cls(
            findings.together(designs),
            [SeriesView(view.series, span=span, mark=f"{view.mark}-bersama") for view in ready],
        )
