"""Which band a total lies in, and what may be said when the total is not known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rangkul.journey.instruments.scoring.rules import Band


@dataclass(frozen=True, slots=True)
class Banded:
    band: Band | None
    at_least: bool


def banded(bands: tuple[Band, ...], total: Decimal | None, least: Decimal, most: Decimal, *, better: bool) -> Banded:
    """Without a total: the band of the most hopeful possible total, and only if even that one is flagged.

    A quiet band is never said of incomplete answers, even where arithmetic would allow it: a person asks first.
    """
    if not bands:
        return Banded(None, False)
    if total is not None:
        return Banded(_at(bands, total), False)
    hopeful = _at(bands, most if better else least)
    return Banded(hopeful, True) if hopeful.flag else Banded(None, False)


def _at(bands: tuple[Band, ...], total: Decimal) -> Band:
    return [band for band in bands if band.since <= total][-1]
