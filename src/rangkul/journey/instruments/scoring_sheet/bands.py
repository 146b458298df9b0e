"""Bands in order: from the lowest possible value to the highest, without gap and without overlap."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rangkul.journey.instruments.scoring.words import plain
from rangkul.journey.instruments.scoring_sheet.rows import Row, Rows, both


def read(found: Rows, several: Sequence[Row], least: Decimal, most: Decimal, step: Decimal) -> list[dict[str, Any]]:
    """As the rules keep them. `least` and `most` are what the answers can reach."""
    begins = {row.number: found.number(row, "from", needed=True) for row in several}
    if None in begins.values():
        return []
    ordered = sorted(several, key=lambda row: Decimal(begins[row.number] or 0))
    _names_once(found, ordered)
    first = ordered[0]
    if _at(begins, first) != least:
        said = _("Kelompok pertama harus mulai dari %s, nilai terendah yang mungkin.") % plain(least)
        found.fault(first, "from", said)
    for row, following in zip(ordered, [*ordered[1:], None], strict=True):
        _ends(found, row, _at(begins, row), _at(begins, following) - step if following else most)
    return [_band(found, row, begins[row.number]) for row in ordered]


def _at(begins: dict[int, str | None], row: Row) -> Decimal:
    return Decimal(begins[row.number] or 0)


def _ends(found: Rows, row: Row, since: Decimal, end: Decimal) -> None:
    """`end` is the last value before the next band."""
    if since > end:
        said = _("Kelompok ini tidak mencakup nilai apa pun: nilai tertinggi di sini %s.") % plain(end)
        found.fault(row, "from", said)
    written = found.number(row, "to")
    if written is not None and Decimal(written) != end:
        said = _("Kelompok ini harus berakhir pada %s, supaya tidak ada celah dan tumpang tindih.") % plain(end)
        found.fault(row, "to", said)


def _names_once(found: Rows, ordered: Sequence[Row]) -> None:
    seen: dict[str, int] = {}
    for row in ordered:
        name = found.name(row)
        if seen.setdefault(name, row.number) != row.number:
            found.fault(row, "name", _("Nama “%s” sudah dipakai kelompok lain.") % name[:40])


def _band(found: Rows, row: Row, since: str | None) -> dict[str, Any]:
    words = both(found.words(row, "label", needed=True))
    level = found.level(row)
    return {
        "key": found.text(row, "name"),
        "from": since,
        "words": words,
        "says": both(found.words(row, "says")) or words,
        "level": level,
        **found.risk(row),
        "flag": bool(level) or found.text(row, "flag").lower() in {"yes", "ya", "true"},
    }
