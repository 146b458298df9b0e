"""The rows of the sheet with their faults: each names sheet, row and column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from rangkul.base.xforms import Fault, Form
from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.checking.columns import Table
from rangkul.base.xforms.checking.workbook import Row
from rangkul.base.xforms.questions import code
from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.instruments.scoring.levels import GRAVEST_FIRST

__all__ = ["DIRECTIONS", "METHODS", "RISKS", "Row", "Rows", "both"]

METHODS = {"sum": "sum", "jumlah": "sum", "mean": "mean", "rata-rata": "mean", "count": "count", "hitung": "count"}
DIRECTIONS = {name: name for name in ("higher_is_worse", "higher_is_better")}
TYPES = {
    **{name: name for name in ("score", "part", "band", "critical", "change")},
    "skor": "score",
    "bagian": "part",
    "kelompok": "band",
    "gawat": "critical",
    "perubahan": "change",
}
LEVELS = {**{name: name for name in GRAVEST_FIRST}, "red": "merah", "orange": "oranye", "yellow": "kuning"}
LEVELS |= {"green": "hijau", "blue": "biru"}
# As assessment calls them, and in words that somebody would write.
RISKS = {kind.value: kind.value for kind in RiskKind} | {
    "bunuh_diri": "self_harm",
    "kekerasan": "violence",
    "kekerasan_seksual": "sexual_violence",
    "anak": "child_safety",
    "penelantaran": "neglect",
    "eksploitasi": "exploitation",
    "kesehatan": "health",
    "zat": "substance",
    "tempat_tinggal": "shelter",
    "pangan": "hunger",
    "orang_lain": "to_others",
    "kunjungan": "visit",
    "lain": "other",
}
COLUMNS = frozenset(
    [
        "type",
        "name",
        "of",
        "items",
        "reverse",
        "method",
        "direction",
        "from",
        "to",
        "level",
        "risk",
        "unanswered",
        "label",
        "says",
        "missing",
        "source",
        "days",
        "flag",
    ]
)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")
_LONGEST = 20


def both(words: Mapping[str, str]) -> dict[str, str]:
    """In both languages of the house; one stands in for the other."""
    if not words:
        return {}
    first = next(iter(words.values()))
    return {"id": words.get("id", words.get("", first)), "en": words.get("en", words.get("", first))}


class Rows:
    def __init__(self, table: Table, form: Form) -> None:
        self.table, self.form = table, form
        self.faults: list[Fault] = []

    def fault(self, row: Row | None, column: str | None, message: str) -> None:
        if len(self.faults) < limits.FAULTS:
            self.faults.append(Fault(str(message), self.table.name, row.number if row else None, column))

    def columns(self) -> None:
        for column in self.table.columns:
            if column.base not in COLUMNS:
                self.faults.append(Fault(_("Kolom ini tidak dikenal."), self.table.name, 1, column.header))
        for row in self.table.rows:
            if (written := self.table.get(row, "type").lower()) not in TYPES:
                known = ", ".join(("score", "part", "band", "critical", "change"))
                said = _("Jenis “%(type)s” tidak dikenal. Pakai %(known)s.")
                self.fault(row, "type", said % {"type": written[:40], "known": known})

    def of(self, kind: str) -> Iterator[Row]:
        return (row for row in self.table.rows if TYPES.get(self.table.get(row, "type").lower()) == kind)

    def one(self, kind: str, *, needed: bool = True) -> Row | None:
        several = list(self.of(kind))
        if not several and needed:
            self.fault(None, None, _("Perlu satu baris berjenis %s.") % kind)
        for row in several[1:]:
            self.fault(row, "type", _("Cukup satu baris berjenis %s.") % kind)
        return several[0] if several else None

    def text(self, row: Row, base: str, *, needed: bool = False) -> str:
        found = self.table.get(row, base)
        if needed and not found:
            self.fault(row, base, _("Kolom ini perlu diisi."))
        return found

    def name(self, row: Row) -> str:
        found = self.text(row, "name", needed=True)
        if found and not _NAME.fullmatch(found):
            self.fault(row, "name", _("Pakai huruf, angka, dan _ tanpa spasi; awali dengan huruf."))
        return found

    def words(self, row: Row, base: str, *, needed: bool = False) -> dict[str, str]:
        found = {code(column.language) if column.language else "": text for column, text in self.table.all(row, base)}
        if needed and not found:
            self.fault(row, base, _("Kolom ini perlu diisi."))
        return found

    def among(self, row: Row, base: str, known: Mapping[str, str], otherwise: str) -> str:
        written = self.table.get(row, base).lower()
        if written and written not in known:
            said = _("“%(given)s” tidak dikenal. Pakai %(known)s.")
            words = ", ".join(dict.fromkeys(known.values()))
            self.fault(row, base, said % {"given": written[:40], "known": words})
        return known.get(written, otherwise)

    def level(self, row: Row, base: str = "level") -> str:
        return self.among(row, base, LEVELS, "")

    def risk(self, row: Row) -> dict[str, str]:
        """Which risk a call raises; without a level nothing is called, and then it says nothing."""
        named = self.among(row, "risk", RISKS, "")
        if named and not self.table.get(row, "level") and TYPES.get(self.table.get(row, "type").lower()) == "band":
            self.fault(row, "risk", _("Risiko hanya dinaikkan bila kolom level diisi."))
        return {"danger": named} if named else {}

    def number(self, row: Row, base: str, *, needed: bool = False) -> str | None:
        written = self.text(row, base, needed=needed)
        if not written:
            return None
        try:
            found = Decimal(written.replace(",", ".")) if len(written) <= _LONGEST else None
        except InvalidOperation:
            found = None
        if found is None or not found.is_finite() or abs(found) > 100_000:
            self.fault(row, base, _("Isi dengan angka."))
            return None
        return str(found)

    def whole(self, row: Row, base: str, least: int, most: int) -> int | None:
        written = self.text(row, base)
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and len(written) < 6 and least <= int(written) <= most):
            self.fault(row, base, _("Isi dengan angka %(least)s sampai %(most)s.") % {"least": least, "most": most})
            return None
        return int(written)

    def items(self, row: Row, base: str = "items", *, among: Collection[str] | None = None) -> list[str]:
        """Names of questions, each once and known; `among` where they must be counted ones."""
        named = self.text(row, base, needed=base == "items").replace(",", " ").split()
        known = {question.name for question in self.form.all_questions()} if among is None else set(among)
        for name in dict.fromkeys(named):
            if named.count(name) > 1:
                self.fault(row, base, _("“%s” disebut dua kali.") % name[:64])
            if name in known:
                continue
            if among is None:
                self.fault(row, base, _("Tidak ada pertanyaan bernama “%s”.") % name[:64])
            else:
                self.fault(row, base, _("“%s” tidak termasuk items pada baris score.") % name[:64])
        return [name for name in dict.fromkeys(named) if name in known]
