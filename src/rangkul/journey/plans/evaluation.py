"""How far a plan came, computed from its goals and reviews: two people's eyes, kept apart, and words, not a verdict.

Only values go in and out. A score is given for a view only over the goals which that person placed, and it says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.journey.plans import words
from rangkul.journey.plans.chart import Chart, Seen, draw
from rangkul.journey.plans.gas import Attained, t_score

CLIENT, WORKER = "client", "worker"


@dataclass(frozen=True)
class Placed:
    """Where one goal stood at one review; None where that person could not say."""

    on: date
    client: int | None = None
    worker: int | None = None
    words: str = ""
    label: str | Promise = ""

    def by(self, who: str) -> int | None:
        return self.client if who == CLIENT else self.worker


@dataclass(frozen=True)
class GoalRoad:
    """One goal from its beginning: `placed` in the order of the days."""

    thread: UUID
    number: int
    title: str
    weight: int
    baseline: int
    begun_on: date
    placed: Sequence[Placed] = ()

    def last(self, who: str) -> int | None:
        """The newest level that this person gave."""
        given = [one.by(who) for one in self.placed if one.by(who) is not None]
        return given[-1] if given else None

    def chart(self) -> Chart | None:
        start = Seen(self.begun_on, self.baseline, self.baseline, _("Awal"))
        seen = [Seen(one.on, one.client, one.worker, str(one.label)) for one in self.placed]
        return draw([start, *seen]) if seen else None

    def finding(self) -> str:
        """The title of the chart: where the goal stands now in each one's eyes. No word about why."""
        client, worker = self.last(CLIENT), self.last(WORKER)
        if client is None and worker is None:
            return _("Belum ditinjau.")
        if client == worker:
            return _("Klien dan pekerja sosial: %(level)s.") % {"level": words.level_name(client).lower()}
        return _("Klien: %(client)s. Pekerja sosial: %(worker)s.") % {
            "client": _spoken(client),
            "worker": _spoken(worker),
        }


def _spoken(level: int | None) -> str:
    return _("belum bisa menilai") if level is None else words.level_name(level).lower()


@dataclass(frozen=True)
class Outcome:
    """What one person's levels add up to. `sentences` is all that a page shows of it."""

    who: str
    score: float | None
    sentences: list[str]


def outcome(roads: Sequence[GoalRoad], who: str) -> Outcome:
    """The T-score over the goals which this person placed, against the beginning of the same goals."""
    told = [road for road in roads if road.last(who) is not None]
    if not told:
        return Outcome(who, None, [_("Belum ada tujuan yang dinilai.")])
    now = [Attained(road.last(who), road.weight) for road in told]
    before = [Attained(road.baseline, road.weight) for road in told]
    sentences = [words.outcome(now), words.change(before, now)]
    silent = len(roads) - len(told)
    if silent:
        sentences.append(
            ngettext(
                "%(count)d tujuan belum dinilai dan tidak ikut dihitung.",
                "%(count)d tujuan belum dinilai dan tidak ikut dihitung.",
                silent,
            )
            % {"count": silent}
        )
    return Outcome(who, t_score(now), sentences)
