"""What a rule would have decided on past requests, before anybody switches to it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from rangkul.base import rules
from rangkul.base.asking import asking_as, job
from rangkul.base.progress import Progress, quiet
from rangkul.base.rules import Change
from rangkul.commons.people.models import Staff, Unit
from rangkul.entry.intake.models import Request, Ruling
from rangkul.entry.intake.rules import escalation, routing, triage  # noqa: F401  they register their rules
from rangkul.entry.intake.rules.triage import same_level
from rangkul.entry.intake.states import Level

RULES = ("triage", "routing", "escalation", "alarm", "heir")
DETAILED = 20


@dataclass(frozen=True)
class Differs:
    """One request that the other version decides differently. No words of a person: a ticket and the rules' own.

    `gained` and `lost`: the sentences that only the other version says, and those that it no longer says.
    """

    request_id: UUID
    decided_at: datetime
    before: str
    after: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    ticket: str = ""


@dataclass
class Report:
    """`moves`: how many go from one value to another, {("Kuning", "Oranye"): 12}; `gained` and `lost`: sentences."""

    rule: str
    version: int
    looked_at: int = 0
    unable: int = 0
    moves: Counter = field(default_factory=Counter)
    gained: Counter = field(default_factory=Counter)
    lost: Counter = field(default_factory=Counter)
    # The first ones alone, so that a replay over all years stays small.
    differences: list[Differs] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return self.moves.total()

    def add(self, one: Differs, detailed: int) -> None:
        self.moves[one.before, one.after] += 1
        self.gained.update(one.gained)
        self.lost.update(one.lost)
        if len(self.differences) < detailed:
            self.differences.append(one)

    def could_not(self, _key: Any, _error: Exception) -> None:
        self.unable += 1


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "triage": same_level,
    "escalation": lambda before, after: (before or {}).get("to") == (after or {}).get("to"),
}


def _equal(before: Any, after: Any) -> bool:
    return before == after


def replay(
    version: int | None,
    since: datetime,
    rule: str = "triage",
    *,
    detailed: int = DETAILED,
    progress: Progress = quiet,
) -> Report:
    """Decide every stored ruling of `rule` since then again by this version, None: the newest. Writes nothing.

    Raises rules.RuleUnknownError for a version that was never registered.
    """
    newer = rules.rule(rule, version)
    report = Report(rule, newer.version)
    with asking_as(job("intake.replay"), readonly=True):
        kept = Ruling.objects.filter(rule=rule, made_at__gte=since).order_by("id")
        stored = _counted(kept, report, progress)
        words = _Words()
        for change in rules.replay(newer, stored, _SAME.get(rule, _equal), report.could_not):
            report.add(_differs(change, words), detailed)
        _name_tickets(report)
    return report


def _counted(kept, report: Report, progress: Progress) -> Iterator[tuple[tuple[UUID, datetime], dict]]:
    total = kept.count()
    rows = kept.values_list("request_id", "made_at", "decided")
    for request_id, made_at, decided in rows.iterator(chunk_size=1000):
        report.looked_at += 1
        if report.looked_at % 100 == 0 or report.looked_at == total:
            progress("Mencoba lagi keputusan yang lalu", report.looked_at, total)
        yield (request_id, made_at), decided


def _differs(change: Change, words: "_Words") -> Differs:
    request_id, decided_at = change.key
    before = {reason.code: reason.in_words() for reason in change.before.reasons}
    after = {reason.code: reason.in_words() for reason in change.after.reasons}
    return Differs(
        request_id,
        decided_at,
        words.of(change.before.value),
        words.of(change.after.value),
        tuple(sentence for code, sentence in after.items() if code not in before),
        tuple(sentence for code, sentence in before.items() if code not in after),
    )


def _name_tickets(report: Report) -> None:
    found = Request.objects.only("ticket").in_bulk([one.request_id for one in report.differences])
    report.differences = [
        Differs(**{**vars(one), "ticket": found[one.request_id].ticket_words if one.request_id in found else ""})
        for one in report.differences
    ]


class _Words:
    """What a rule decided, as a person reads it: a level by its word, staff and units by their names."""

    def __init__(self):
        names = [*Staff.objects.values_list("pk", "full_name"), *Unit.objects.values_list("pk", "name")]
        self.names = {str(pk): name for pk, name in names}

    def of(self, value: Any) -> str:
        if not isinstance(value, dict):
            return "–" if value is None else str(value)
        if "level" in value:
            return str(Level(value["level"]).label)
        return ", ".join(self.names.get(str(value[key]), str(value[key])) for key in _SHOWN if key in value)


_SHOWN = ("owner_id", "unit_id", "to")
