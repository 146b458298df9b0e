"""Answers in, a score out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from rangkul.journey.instruments.scoring.banding import Banded, banded
from rangkul.journey.instruments.scoring.levels import gravity
from rangkul.journey.instruments.scoring.ranges import combined, range_of, rounded, total_range
from rangkul.journey.instruments.scoring.results import Finding, Part, Scored
from rangkul.journey.instruments.scoring.rules import BETTER, About, Band, Rules
from rangkul.journey.instruments.scoring.sentences import BY_SEX, FILLED, INCOMPLETE, OUTSIDE_AGE, OUTSIDE_SEX
from rangkul.journey.instruments.scoring.triage import triaged
from rangkul.journey.instruments.scoring.words import Words, plain

Points = Mapping[str, Decimal | None]


class AnswerUnknown(ValueError):
    """The form has no such answer to this question."""

    def __init__(self, item: str, value: object) -> None:
        super().__init__(f"{item}: {value!r}")
        self.item, self.value = item, value


def score(rules: Rules, values: Mapping[str, object], *, about: About | None = None) -> Scored:
    """Values are keyed by the names of the questions; "" and None are missing, other questions are left alone.

    Raises AnswerUnknown where a question of the instrument carries what its list of choices does not have.
    """
    about = about or About()
    codes = {item: _code(rules, item, values.get(item)) for item in rules.items}
    if rules.kind == "triage":
        return triaged(rules, codes, _fit(rules, about))
    points = {item: _points(rules, item, code) for item, code in codes.items()}
    missing = tuple(item for item in rules.items if points[item] is None)
    parts = tuple(_part(rules, points, scale.key, scale.words, scale.items, scale.bands) for scale in rules.scales)
    findings = _critical(rules, points)
    notes = list(_fit(rules, about))
    if rules.kind == "profile":
        return Scored(
            rules.key,
            rules.version,
            None,
            None,
            parts=parts,
            findings=_ordered([*findings, *_of_bands([part.band for part in parts])]),
            missing=missing,
            notes=tuple(notes),
        )
    total, filled = _total(rules, points, rules.items)
    least, most = _bounds(rules, points, rules.items)
    placed = _placed(rules, about, total, least, most)
    if total is None:
        notes.append(INCOMPLETE.filled(missing=len(missing)))
    if filled:
        notes.append(FILLED.filled(missing=len(filled)))
    if rules.bands_by_sex and about.sex not in rules.bands_by_sex:
        notes.append(BY_SEX)
    return Scored(
        rules.key,
        rules.version,
        total,
        total_range(rules)[1],
        least,
        most,
        parts,
        placed.band,
        placed.at_least,
        _ordered([*findings, *_of_bands([placed.band])]),
        missing,
        tuple(notes),
        rules.cut.at if rules.cut else None,
        filled,
        tuple((key, own, published) for key, (own, published) in rules.own.items()),
    )


def _code(rules: Rules, item: str, value: object) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    code = plain(value) if isinstance(value, Decimal) else str(value).strip()
    if code not in rules.answers[item].points:
        raise AnswerUnknown(item, value)
    return code


def _points(rules: Rules, item: str, code: str | None) -> Decimal | None:
    answers = rules.answers[item]
    points = None if code is None else answers.points[code]
    if points is None or item not in rules.reversed:
        return points
    return answers.least + answers.most - points


def _total(rules: Rules, points: Points, items: Sequence[str]) -> tuple[Decimal | None, tuple[str, ...]]:
    """The total, and which items were filled in by the mean of the others where the authors allow that."""
    missing = tuple(item for item in items if points[item] is None)
    known = [p for item in items if (p := points[item]) is not None]
    if not missing:
        return combined(rules, known), ()
    if len(missing) > rules.missing.allowed or rules.missing.fill != "mean" or not known:
        return None, ()
    mean = sum(known, Decimal(0)) / len(known)
    raw = mean if rules.kind == "mean" else mean * len(items)
    return rounded(rules, raw * rules.times), missing


def _bounds(rules: Rules, points: Points, items: Sequence[str]) -> tuple[Decimal, Decimal]:
    least = [p if (p := points[item]) is not None else rules.answers[item].least for item in items]
    most = [p if (p := points[item]) is not None else rules.answers[item].most for item in items]
    return combined(rules, least), combined(rules, most)


def _part(rules: Rules, points: Points, key: str, words: Words, items: Sequence[str], bands: tuple[Band, ...]) -> Part:
    # A subscale is never filled up: what the authors allow for the whole does not hold for a few items.
    known = [p for item in items if (p := points[item]) is not None]
    total = combined(rules, known) if len(known) == len(items) else None
    placed = banded(bands, total, *_bounds(rules, points, items), better=rules.direction == BETTER)
    return Part(key, words, total, range_of(rules, items)[1], placed.band)


def _placed(rules: Rules, about: About, total: Decimal | None, least: Decimal, most: Decimal) -> Banded:
    """Where sex decides and is not known, only what holds for everybody is said."""
    better = rules.direction == BETTER
    if not rules.bands_by_sex or about.sex in rules.bands_by_sex:
        return banded(rules.bands_for(about.sex), total, least, most, better=better)
    all_of_them = [banded(bands, total, least, most, better=better) for bands in rules.bands_by_sex.values()]
    keys = {placed.band.key if placed.band else "" for placed in all_of_them}
    return all_of_them[0] if len(keys) == 1 else Banded(None, False)


def _critical(rules: Rules, points: Points) -> list[Finding]:
    findings: list[Finding] = []
    for critical in rules.critical:
        point = points[critical.item]
        if point is not None and critical.holds(point):
            findings.append(Finding(critical.level, critical.sentence, (critical.item,), danger=critical.danger))
        elif point is None and critical.unanswered:
            unanswered = critical.unanswered
            findings.append(
                Finding(unanswered.level, unanswered.sentence, (critical.item,), known=False, danger=critical.danger)
            )
    return findings


def _of_bands(bands: Sequence[Band | None]) -> list[Finding]:
    return [Finding(band.level, band.says, danger=band.danger) for band in bands if band and band.level]


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: -gravity(finding.level)))


def _fit(rules: Rules, about: About) -> tuple[Words, ...]:
    """Instrument notes first, then where the person is none of those for whom it was tried."""
    notes = list(rules.notes)
    least, most = rules.population.ages
    if about.age is not None and not (least or 0) <= about.age <= (most or 200):
        notes.append(OUTSIDE_AGE.filled(age=about.age, population=rules.population.words))
    if about.sex and rules.population.sexes and about.sex not in rules.population.sexes:
        notes.append(OUTSIDE_SEX.filled(population=rules.population.words))
    return tuple(notes)
