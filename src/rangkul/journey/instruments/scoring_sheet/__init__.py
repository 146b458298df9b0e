"""The sheet `scoring` of an agency's workbook: how its form is counted, checked row by row.

    type      what the row says: score, part, band, critical, change
    name      of a part or a band; `of` names the part that a band belongs to
    items     names of questions, with spaces between; `reverse` those that count the other way round
    method    sum, mean or count; `direction` higher_is_worse or higher_is_better
    from, to  where a band begins and ends; which answers are critical; from which points an answer is counted
    level     merah … biru, where a band or an answer calls a person; `unanswered` the same for no answer
    risk      which risk of the case that raises (bunuh_diri, kekerasan, anak …); without it "another risk"
    label, says   in each language: the short name, and the sentence for the worker
    missing   how many answers may be missing and are replaced by the mean; `source` who says so
    days      after which it is asked again

What comes out is the same as a scoring.json of ours, read by the same rules. Points stand in the column `points` of the
sheet choices, or are the names of the choices where those are numbers.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.xforms import Fault, Form
from rangkul.base.xforms.checking.columns import Table
from rangkul.base.xforms.checking.workbook import Sheet
from rangkul.journey.instruments.scoring.ranges import range_of, total_range
from rangkul.journey.instruments.scoring.rules import BadRules, Rules
from rangkul.journey.instruments.scoring_sheet import answers, bands, rows
from rangkul.journey.instruments.scoring_sheet.rows import Rows

_STATUS = {
    "id": "Disusun oleh lembaga. Cara menghitungnya belum diuji secara ilmiah.",
    "en": "Made by the agency. The way it is counted has not been tested scientifically.",
}
_PURPOSE = {"id": "Formulir milik lembaga.", "en": "A form of the agency's own."}
_CLIENTS = {"words": {"id": "klien lembaga ini", "en": "clients of this agency"}}


def read(sheet: Sheet, form: Form, licence: str) -> tuple[dict | None, list[Fault]]:
    """The rules as a version keeps them, or what must be mended."""
    found = Rows(Table(sheet), form)
    found.columns()
    stored = _stored(found, form, licence)
    if stored is not None:
        try:
            # Critical answers may be at fault by themselves; the bands are looked at all the same.
            _bands(found, Rules.load({**stored, "critical": []}), stored)
            if not found.faults:
                Rules.load(stored)
        except BadRules as wrong:
            if not found.faults:
                # What the rows did not show each by itself.
                found.fault(None, None, str(wrong))
    return (None if found.faults else stored), found.faults


def _stored(found: Rows, form: Form, licence: str) -> dict[str, Any] | None:
    score = found.one("score")
    if score is None:
        return None
    items = found.items(score)
    points = answers.read(found, score, items)
    if not items or len(points) < len(items):
        return None
    stored: dict[str, Any] = {
        "key": form.key,
        "version": form.version,
        "name": rows.both(found.words(score, "label")) or {"id": form.title or form.key, "en": form.title or form.key},
        "purpose": _PURPOSE,
        "status": _STATUS,
        "pack": "own",
        "kind": found.among(score, "method", rows.METHODS, "sum"),
        "direction": found.among(score, "direction", rows.DIRECTIONS, "higher_is_worse"),
        "items": items,
        "answers": points[items[0]],
        "answers_of": {item: given for item, given in points.items() if given != points[items[0]]},
        "reversed": found.items(score, "reverse", among=items),
        "scales": [_part(found, row, items) for row in found.of("part")],
        "critical": [_critical(found, row, items) for row in found.of("critical")],
        "population": _CLIENTS,
        "licence": {"name": licence[:200], "holder": licence[:200], "notice": {"id": licence, "en": licence}},
    }
    stored["decimals"] = 2 if stored["kind"] == "mean" else answers.decimals(points)
    if stored["kind"] == "count":
        stored["counts_from"] = found.number(score, "from", needed=True)
    _about_gaps(found, score, stored)
    if (days := found.whole(score, "days", 1, 730)) is not None:
        stored["retest_days"] = days
    if (change := found.one("change", needed=False)) is not None:
        points_of, source = found.number(change, "from", needed=True), found.text(change, "source", needed=True)
        stored["minimal_change"] = {"points": points_of, "source": source}
    return stored


def _about_gaps(found: Rows, score: rows.Row, stored: dict[str, Any]) -> None:
    allowed = found.whole(score, "missing", 0, max(len(stored["items"]) - 1, 0))
    if allowed:
        source = found.text(score, "source", needed=True)
        stored["missing"] = {"allowed": allowed, "fill": "mean", "source": source}


def _part(found: Rows, row: rows.Row, items: list[str]) -> dict[str, Any]:
    name = found.name(row)
    return {
        "key": name,
        "words": rows.both(found.words(row, "label", needed=True)),
        "items": found.items(row, among=items),
    }


def _critical(found: Rows, row: rows.Row, items: list[str]) -> dict[str, Any]:
    named = found.items(row, among=items)
    if len(named) > 1:
        found.fault(row, "items", _("Tulis satu pertanyaan saja pada baris ini."))
    bounds = {"at_least": found.number(row, "from"), "at_most": found.number(row, "to")}
    stored: dict[str, Any] = {key: value for key, value in bounds.items() if value is not None}
    if not stored:
        found.fault(row, "from", _("Tulis mulai dari nilai berapa (from) atau sampai berapa (to) jawabannya gawat."))
    sentence = rows.both(found.words(row, "says", needed=True))
    stored |= {"item": named[0] if named else "", "level": found.level(row) or "merah", "sentence": sentence}
    stored |= found.risk(row)
    if unanswered := found.level(row, "unanswered"):
        asked = {
            "id": f"Pertanyaan “{stored['item']}” belum dijawab. Tanyakan langsung.",
            "en": f"Question “{stored['item']}” has no answer. Ask the person.",
        }
        stored["unanswered"] = {"level": unanswered, "sentence": asked}
    return stored


def _bands(found: Rows, rules: Rules, stored: dict[str, Any]) -> None:
    """Each band to the whole or to its part, in order and without gaps."""
    step = Decimal(1).scaleb(-rules.decimals)
    known = {scale.key for scale in rules.scales}
    grouped: dict[str, list[rows.Row]] = {}
    for row in found.of("band"):
        part = found.text(row, "of")
        if part and part not in known:
            found.fault(row, "of", _("Tidak ada bagian bernama “%s”.") % part[:40])
        grouped.setdefault(part, []).append(row)
    for part, several in grouped.items():
        if not part:
            stored["bands"] = bands.read(found, several, *total_range(rules), step)
        for scale in stored["scales"]:
            if part and scale["key"] == part:
                scale["bands"] = bands.read(found, several, *range_of(rules, scale["items"]), step)
