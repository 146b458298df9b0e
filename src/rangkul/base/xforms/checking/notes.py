"""Collects what is wrong, up to a page of it."""

from __future__ import annotations

from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.faults import Fault


class Notes:
    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []

    def fault(self, message: str, sheet: str | None = None, row: int | None = None, column: str | None = None) -> None:
        _add(self.faults, Fault(str(message), sheet, row, column))

    def notice(self, message: str, sheet: str | None = None, row: int | None = None, column: str | None = None) -> None:
        _add(self.notices, Fault(str(message), sheet, row, column))


def _add(several: list[Fault], fault: Fault) -> None:
    if len(several) < limits.FAULTS and fault not in several:
        several.append(fault)
