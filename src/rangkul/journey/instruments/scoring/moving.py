"""An agency's own cut-offs: where its bands begin instead of where they were published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from rangkul.journey.instruments.scoring.levels import gravity
from rangkul.journey.instruments.scoring.ranges import total_range
from rangkul.journey.instruments.scoring.rules import Band, Rules


def movable(rules: Rules) -> tuple[Band, ...]:
    """The bands of a counted whole that is cut alike for everybody. The first begins at the lowest value and stays."""
    return () if rules.kind in {"profile", "triage"} or rules.bands_by_sex else rules.bands[1:]


def why_not(rules: Rules, key: str, at: Decimal) -> str:
    """Code of what speaks against this beginning of a band: "band", "step", "range", "quieter"; "" where nothing does.

    What raises a risk may only be moved so that it raises it sooner: no agency makes a published alarm quieter.
    """
    place = next((n for n, band in enumerate(rules.bands) if n and band.key == key), 0)
    if not place or not movable(rules):
        return "band"
    if at != at.quantize(Decimal(1).scaleb(-rules.decimals)):
        return "step"
    least, most = reach(rules, place)
    if not least <= at <= most:
        return "range"
    return "quieter" if _quieter(rules.bands[place - 1], rules.bands[place], at) else ""


def reach(rules: Rules, place: int) -> tuple[Decimal, Decimal]:
    """Between which values the band at this place may begin, so that its neighbours keep something."""
    step = Decimal(1).scaleb(-rules.decimals)
    least = rules.bands[place - 1].since + step
    most = rules.bands[place + 1].since - step if place + 1 < len(rules.bands) else total_range(rules)[1]
    if rules.cut is not None and rules.bands[place].since == rules.cut.at:
        least, most = max(least, rules.cut.least), min(most, rules.cut.most)
    return least, most


def _quieter(below: Band, band: Band, at: Decimal) -> bool:
    graver = gravity(band.level) - gravity(below.level)
    return (graver > 0 and at > band.since) or (graver < 0 and at < band.since)


def moved(rules: Rules, cuts: Mapping[str, Decimal]) -> Rules:
    """The same rules with these beginnings, by the keys of bands. One that does not fit, because another version has
    other bands, is left as it was published."""
    fitting = {key: at for key, at in cuts.items() if not why_not(rules, key, at)}
    bands = tuple(replace(band, since=fitting.get(band.key, band.since)) for band in rules.bands)
    begins = [band.since for band in bands]
    if begins == [band.since for band in rules.bands] or begins != sorted(set(begins)):
        return rules
    pairs = list(zip(rules.bands, bands, strict=True))
    own = {old.key: (new.since, old.since) for old, new in pairs if old.since != new.since}
    cut = rules.cut
    if cut is not None:
        cut = replace(cut, at=next((new.since for old, new in pairs if old.since == cut.at), cut.at))
    return replace(rules, bands=bands, cut=cut, own=own)
