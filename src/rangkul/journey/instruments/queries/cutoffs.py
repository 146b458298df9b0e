"""Cut-offs as an agency's admin sees them: the published one, and the agency's own beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import CutOff, InstrumentVersion
from rangkul.journey.instruments.queries.choosing import in_use
from rangkul.journey.instruments.scoring import Band, Rules
from rangkul.journey.instruments.scoring.moving import movable, reach


@dataclass(frozen=True)
class Line:
    """One band of an instrument. `history` is newest first; its first row counts."""

    band: Band
    least: Decimal
    most: Decimal
    history: tuple[CutOff, ...]

    @property
    def own(self) -> CutOff | None:
        """The agency's own, where it has one now."""
        return self.history[0] if self.history and self.history[0].at is not None else None


@dataclass(frozen=True)
class Cuts:
    version: InstrumentVersion
    rules: Rules
    lines: tuple[Line, ...]


def cutoffs(by: Asker) -> list[Cuts]:
    """Every instrument of the house that this agency uses and whose bands can begin elsewhere."""
    versions = (
        InstrumentVersion.objects.filter(
            instrument__in=in_use(by.agency_id), instrument__agency=None, published_at__isnull=False
        )
        .order_by("instrument_id", "-published_at", "-id")
        .distinct("instrument_id")
        .select_related("instrument")
        .defer("xform", "source")
    )
    kept: dict[tuple[UUID, str], list[CutOff]] = {}
    for row in CutOff.objects.filter(agency_id=by.agency_id).select_related("by").order_by("-made_at", "-id"):
        kept.setdefault((row.instrument_id, row.band), []).append(row)
    found = []
    for version in sorted(versions, key=lambda one: one.instrument.name):
        rules = reading.rules_of(version)
        if rules is not None and movable(rules):
            found.append(Cuts(version, rules, _lines(version, rules, kept)))
    return found


def _lines(version: InstrumentVersion, rules: Rules, kept: dict[tuple[UUID, str], list[CutOff]]) -> tuple[Line, ...]:
    return tuple(
        Line(band, *reach(rules, place), tuple(kept.get((version.instrument_id, band.key), ())))
        for place, band in enumerate(rules.bands)
        if place
    )


def cut_of(instrument_id: UUID, agency_id: UUID, band: str, counted_at: datetime) -> CutOff | None:
    """The agency's word by which a result of that moment was judged."""
    rows = CutOff.objects.filter(instrument_id=instrument_id, agency_id=agency_id, band=band, made_at__lte=counted_at)
    return rows.select_related("by").order_by("-made_at", "-id").first()
