"""The tables of a form, whatever file they came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.faults import Fault

FORM_SHEETS = ("survey", "choices", "settings")


class Faulty(Exception):
    """The file cannot be read any further."""

    def __init__(self, *faults: Fault):
        super().__init__()
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` by header as written; `number` as a spreadsheet counts."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Workbook:
    sheets: dict[str, Sheet] = field(default_factory=dict)
    beside: dict[str, Sheet] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet | None:
        return self.sheets.get(name)


def most_rows(name: str) -> int:
    return limits.ROWS.get(name, limits.OTHER_ROWS)


def too_many_rows(name: str) -> Fault:
    return Fault(_("Terlalu banyak baris: paling banyak %s.") % f"{most_rows(name):,}".replace(",", "."), name)


def sheet(name: str, table: Iterable[tuple[int, list[str]]]) -> Sheet:
    """A table of (row number, cells) whose first filled row is the header. Raises Faulty."""
    filled = ((number, cells) for number, cells in table if any(cells))
    _number, first = next(filled, (1, []))
    headers = _headers(name, first)
    rows: list[Row] = []
    for number, cells in filled:
        if len(rows) >= most_rows(name):
            raise Faulty(too_many_rows(name))
        found = {header: cell for header, cell in zip(headers, cells, strict=False) if header and cell}
        if found:
            rows.append(Row(number, found))
    return Sheet(name, tuple(header for header in headers if header), tuple(rows))


def _headers(name: str, cells: list[str]) -> list[str]:
    headers = [" ".join(cell.split()) for cell in cells]
    if len(headers) > limits.COLUMNS:
        raise Faulty(Fault(_("Terlalu banyak kolom: paling banyak %s.") % limits.COLUMNS, name))
    twice = {header for header in headers if header and headers.count(header) > 1}
    if twice:
        raise Faulty(*(Fault(_("Kolom ini ada dua kali."), name, 1, header) for header in sorted(twice)))
    return headers


def as_pyxform(workbook: Workbook) -> dict[str, object]:
    """The same tables as pyxform takes them, each row where it stood, so that its row numbers are ours."""
    found: dict[str, object] = {"sheet_names": [*workbook.sheets, *workbook.others]}
    for name, one in workbook.sheets.items():
        found[name] = list(_spread(one))
        found[f"{name}_header"] = [dict.fromkeys(one.headers)]
    return found


def _spread(one: Sheet) -> Iterator[dict[str, str]]:
    expected = 2
    for row in one.rows:
        for _gap in range(row.number - expected):
            yield {}
        yield row.cells
        expected = row.number + 1
