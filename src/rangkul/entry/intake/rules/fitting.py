"""Does a unit serve the place and the problems of a request? What routing knows, shown to whoever decides (A02).

It blocks nothing. What is not known speaks neither for nor against.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rangkul.entry.intake.rules import routing
from rangkul.entry.intake.states import DeclineReason, Fit


@dataclass(frozen=True)
class Fitting:
    """`area`, `field`: whether the unit serves the place and a problem; None: not known."""

    area: bool | None
    field: bool | None

    @property
    def code(self) -> str:
        if self.area is False:
            return Fit.BOTH if self.field is False else Fit.AREA
        if self.field is False:
            return Fit.FIELD
        return Fit.FITS if self.area else Fit.UNKNOWN

    def speaks_against(self, verb: str, decline_reason: str = "") -> bool:
        """Whether that decision goes against it: taking on what lies outside, or calling outside what does not."""
        if verb in ("accept", "waitlist"):
            return False in (self.area, self.field)
        if verb != "decline":
            return False
        return (decline_reason == DeclineReason.OUTSIDE_AREA and self.area is True) or (
            decline_reason == DeclineReason.OUTSIDE_SERVICE and self.field is True
        )


def fitting(*, areas: Collection[str], fields: Collection[str], area: str, problems: Iterable[str]) -> Fitting:
    """`areas` and `fields` are the unit's, as the routing rule reads them; `area` and `problems` the request's. A unit
    without fields takes every problem, and whether its service can help stays open."""
    wanted = set(problems)
    in_area = routing.cover({"areas": list(areas)}, area) >= 0 if area else None
    in_fields = bool(wanted & set(fields)) if fields and wanted else None
    return Fitting(in_area, in_fields)
