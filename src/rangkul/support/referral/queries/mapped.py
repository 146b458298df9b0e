"""The same table as a map. A province tells the sum of what its regencies show, and says where some are hidden: no sum
over hidden cells is ever told, or they could be counted back."""

from __future__ import annotations

from dataclasses import dataclass

from rangkul.base.wilayah.queries import paths
from rangkul.support.referral import tiles
from rangkul.support.referral.queries.board import Table

# From how many on a tile is drawn darker.
STEPS = (1, 10, 25, 50)
_FITS = 7


@dataclass(frozen=True)
class Tile:
    """`n` is what is shown of it; `hidden`: there is more that is too small to be told."""

    code: str
    name: str
    short: str
    left: int
    top: int
    n: int
    hidden: bool

    @property
    def level(self) -> int:
        return sum(self.n >= step for step in STEPS)

    @property
    def said(self) -> str:
        return f"{self.n}+" if self.hidden and self.n else "…" if self.hidden else str(self.n)

    @property
    def west(self) -> bool:
        return self.left < tiles.EAST

    @property
    def is_long(self) -> bool:
        """Its name is drawn closer, so that it fits the tile on a small telephone too."""
        return len(self.short) > _FITS

    @property
    def middle(self) -> int:
        return self.left + tiles.SIDE // 2

    @property
    def name_at(self) -> int:
        return self.top + 23

    @property
    def number_at(self) -> int:
        return self.top + 43


@dataclass(frozen=True)
class District:
    """One regency or city of a province; `n` is None where the table hides it too."""

    name: str
    n: int | None

    @property
    def level(self) -> int:
        return sum((self.n or 0) >= step for step in STEPS)


def unmet_districts(table: Table, province: str, kind: str | None = None) -> list[District]:
    """The cells of the table, so that nothing is told that it does not tell; the most first, hidden ones last."""
    shown = {place: n for place, n in _shown(table, kind).items() if place.startswith(f"{province}.")}
    names = paths(list(shown))
    found = [District(names.get(place, place).split(",")[0], n) for place, n in shown.items() if n != 0]
    return sorted(found, key=lambda one: (one.n is None, -(one.n or 0), one.name))


def unmet_map(table: Table, kind: str | None = None) -> list[Tile]:
    """Every province, of one kind or of all."""
    shown = _shown(table, kind)
    names = paths(tiles.PROVINCES)
    found = []
    for code in sorted(tiles.PROVINCES):
        cells = [n for place, n in shown.items() if place[:2] == code]
        left, top, short = tiles.place(code)
        told = sum(n for n in cells if n is not None)
        found.append(Tile(code, names.get(code, short), short, left, top, told, None in cells))
    return found


def _shown(table: Table, kind: str | None) -> dict[str, int | None]:
    if kind is None or kind not in table.kinds:
        return {place: total for place, _cells, total in table.rows}
    column = table.kinds.index(kind)
    return {place: cells[column] for place, cells, _total in table.rows}
