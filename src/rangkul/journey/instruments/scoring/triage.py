"""Outcomes by conditions instead of sums. Each condition holds, does not hold, or is not known."""

from __future__ import annotations

from collections.abc import Mapping

from rangkul.journey.instruments.scoring.levels import gravity
from rangkul.journey.instruments.scoring.results import Finding, Scored
from rangkul.journey.instruments.scoring.rules import Band, Rules, Step, When
from rangkul.journey.instruments.scoring.words import Words

Codes = Mapping[str, str | None]


def triaged(rules: Rules, codes: Codes, notes: tuple[Words, ...]) -> Scored:
    """The gravest step that surely holds; above it, everything that an unknown answer leaves open."""
    findings: list[Finding] = []
    band: Band | None = None
    for step in rules.steps:
        held = [when.item for when in step.any_of if _holds(rules, codes, when)]
        unknown = [when.item for when in step.any_of if _holds(rules, codes, when) is None]
        if held:
            band = step.band
            if band.level:
                findings.append(Finding(band.level, band.says, tuple(held)))
            break
        if unknown:
            findings.append(_open(step, unknown))
    if band is None and not findings:
        band = rules.otherwise
    return Scored(
        rules.key,
        rules.version,
        None,
        None,
        band=band,
        at_least=bool(band) and any(not finding.known for finding in findings),
        findings=tuple(sorted(findings, key=lambda finding: -gravity(finding.level))),
        missing=tuple(item for item in rules.items if _asked(rules, codes, item) and _code(rules, codes, item) is None),
        notes=notes,
    )


def _open(step: Step, unknown: list[str]) -> Finding:
    return Finding(step.unknown.level, step.unknown.sentence, tuple(dict.fromkeys(unknown)), known=False)


def _code(rules: Rules, codes: Codes, item: str) -> str | None:
    """The answer, or None where there is none or it says that it is not known."""
    code = codes[item]
    return code if code is not None and rules.answers[item].points[code] is not None else None


def _asked(rules: Rules, codes: Codes, item: str) -> bool:
    """False only where the form surely did not ask this."""
    when = rules.asked_if.get(item)
    return when is None or _holds(rules, codes, when) is not False


def _holds(rules: Rules, codes: Codes, when: When) -> bool | None:
    code = _code(rules, codes, when.item)
    if code is not None:
        return code in when.chosen
    return None if _asked(rules, codes, when.item) else False
