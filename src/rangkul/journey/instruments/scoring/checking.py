"""What must hold between the parts of the rules, beyond each part being well formed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from rangkul.journey.instruments.scoring.ranges import range_of, total_range
from rangkul.journey.instruments.scoring.rules import FEMALE, MALE, Band, Rules

Wrong = Callable[[str, str], Exception]


def check(rules: Rules, wrong: Wrong) -> None:
    for place, why in _faults(rules):
        raise wrong(place, why)


def _faults(rules: Rules) -> Iterator[tuple[str, str]]:
    if not rules.items or len(set(rules.items)) != len(rules.items):
        yield "items", "kosong atau berulang"
    for place, named in _named(rules):
        if named not in rules.items:
            yield place, f"{named} bukan butir alat ini"
    if set(rules.bands_by_sex) - {FEMALE, MALE}:
        yield "bands_by_sex", "hanya P dan L"
    if (rules.kind == "count") != (rules.counts_from is not None):
        yield "counts_from", "untuk jenis count, dan hanya untuk itu"
    if (rules.kind == "triage") != bool(rules.steps and rules.otherwise):
        yield "steps", "langkah dan hasil lain untuk jenis triage, dan hanya untuk itu"
    if rules.kind == "profile" and not rules.scales:
        yield "scales", "profil perlu ranah"
    if rules.missing.allowed >= len(rules.items):
        yield "missing", "tidak semua butir boleh kosong"
    yield from _choices(rules)
    yield from _reaches(rules)


def _named(rules: Rules) -> Iterator[tuple[str, str]]:
    yield from (("answers_of", item) for item in rules.answers)
    yield from (("reversed", item) for item in rules.reversed)
    yield from (("critical", critical.item) for critical in rules.critical)
    yield from ((f"scales.{scale.key}", item) for scale in rules.scales for item in scale.items)
    yield from ((f"steps.{step.band.key}", when.item) for step in rules.steps for when in step.any_of)
    for item, when in rules.asked_if.items():
        yield "asked_if", item
        yield "asked_if", when.item


def _choices(rules: Rules) -> Iterator[tuple[str, str]]:
    conditions = [when for step in rules.steps for when in step.any_of] + list(rules.asked_if.values())
    for when in conditions:
        if when.item in rules.items and when.chosen - set(rules.answers[when.item].points):
            yield when.item, "syarat menyebut jawaban yang tidak ada"


def _reaches(rules: Rules) -> Iterator[tuple[str, str]]:
    """Bands begin at the lowest value and none lies out of reach."""
    if rules.kind not in {"profile", "triage"}:
        for place, bands in (("bands", rules.bands), *rules.bands_by_sex.items()):
            yield from _within(place, bands, *total_range(rules))
    for scale in rules.scales:
        if set(scale.items) <= set(rules.items):
            yield from _within(f"scales.{scale.key}", scale.bands, *range_of(rules, scale.items))


def _within(place: str, bands: tuple[Band, ...], least: Decimal, most: Decimal) -> Iterator[tuple[str, str]]:
    if bands and (bands[0].since != least or bands[-1].since > most):
        yield place, f"batas harus mulai dari {least} dan tidak melewati {most}"
