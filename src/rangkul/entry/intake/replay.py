"""What a rule would have decided on past requests, before anybody switches to it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from rangkul.base import rules
from rangkul.base.asking import asking_as, job
from rangkul.entry.intake.models import Ruling
from rangkul.entry.intake.rules import escalation, routing, triage  # noqa: F401  they register their rules
from rangkul.entry.intake.rules.triage import same_level


@dataclass(frozen=True)
class Differs:
    """One request that the other version decides differently; ids and codes, no words of a person."""

    request_id: UUID
    decided_at: datetime
    before: str
    after: str
    reasons: tuple[str, ...]


@dataclass
class Report:
    rule: str
    version: int
    looked_at: int = 0
    differences: list[Differs] = field(default_factory=list)

    @property
    def moves(self) -> Counter:
        """How many go from one value to another: {("kuning", "oranye"): 12}."""
        return Counter((one.before, one.after) for one in self.differences)


_SAME = {"triage": same_level}


def replay(rule_version: int, since: datetime, rule: str = "triage") -> Report:
    """Decide every stored ruling of `rule` since then again by `rule_version`. Writes nothing.

    Raises rules.RuleUnknownError for a version that was never registered.
    """
    newer = rules.rule(rule, rule_version)
    report = Report(rule, newer.version)
    with asking_as(job("intake.replay"), readonly=True):
        kept = Ruling.objects.filter(rule=rule, made_at__gte=since).order_by("id")
        same = _SAME.get(rule, lambda before, after: before == after)
        for change in rules.replay(newer, _counted(kept.iterator(chunk_size=2000), report), same):
            request_id, decided_at = change.key
            report.differences.append(
                Differs(
                    request_id,
                    decided_at,
                    _word(change.before.value),
                    _word(change.after.value),
                    tuple(reason.in_words() for reason in change.after.reasons),
                )
            )
    return report


def _counted(kept: Iterator[Ruling], report: Report) -> Iterator[tuple[tuple[UUID, datetime], dict]]:
    for ruling in kept:
        report.looked_at += 1
        yield (ruling.request_id, ruling.made_at), ruling.decided


def _word(value: object) -> str:
    """A level as its word, any other value as its codes."""
    if isinstance(value, dict):
        return value.get("level") or ", ".join(f"{key} {one}" for key, one in sorted(value.items()))
    return "" if value is None else str(value)
