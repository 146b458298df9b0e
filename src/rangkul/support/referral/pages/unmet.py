"""What nobody could give: a map by province, the regencies of one, and the table that says the same."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET

from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah.queries import paths
from rangkul.commons.directory.states import Help
from rangkul.commons.people.states import Role
from rangkul.support.referral import queries, tiles
from rangkul.support.referral.queries.board import Table
from rangkul.support.referral.queries.mapped import Tile
from rangkul.support.referral.states import WhyUnmet

_NAMED = 3
# In an address, a column of what was not written down.
_NOTHING = "-"


# In the address → what of the register; what the choice and its whole are called.
_BY: dict[str, tuple[str, Any, Any]] = {
    "jenis": ("kind", gettext_lazy("Jenis bantuan"), gettext_lazy("Semua jenis")),
    "kelompok": ("category", gettext_lazy("Kelompok layanan"), gettext_lazy("Semua kelompok")),
    "alasan": ("why", gettext_lazy("Alasan belum terpenuhi"), gettext_lazy("Semua alasan")),
}


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    if not request.asker.practises and not request.asker.has(Role.HEAD):
        raise PermissionDenied
    by = request.GET.get("menurut", "")
    by = by if by in _BY else "jenis"
    dimension, label, whole = _BY[by]
    table = queries.unmet_tables(request.asker.agency_id).get(dimension)
    home = {"label": _("Rujukan"), "url": reverse("referrals:board")}
    words: dict[str, Any] = {"table": table, "crumbs": [home, {"label": _("Yang belum terpenuhi"), "url": ""}]}
    if table:
        words |= {"by": by, "bys": [(name, one[1]) for name, one in _BY.items()], "by_label": label, "by_whole": whole}
        words |= _table(table, request, _labels(dimension, table.kinds)) | _map(table, request)
    return render(request, "referral/unmet.html", words)


def _labels(dimension: str, codes: list[str]) -> dict[str, str]:
    if dimension == "why":
        return {code: str(label) for code, label in WhyUnmet.choices}
    if dimension == "kind":
        return {code: str(label) for code, label in Help.choices}
    terms = taxonomy.terms({code for code in codes if code})
    return {"": _("Kelompok belum dicatat")} | {code: term.label for code, term in terms.items()}


def _asked(request: HttpRequest, table: Table) -> tuple[str | None, str]:
    """A column, None for all of them, and a province."""
    given, province = request.GET.get("jenis", ""), request.GET.get("provinsi", "")
    kind = "" if given == _NOTHING else given or None
    return (kind if kind in table.kinds else None, province if province in tiles.PROVINCES else "")


def _table(table: Table, request: HttpRequest, labels: dict[str, str]) -> dict[str, Any]:
    _kind, province = _asked(request, table)
    rows = [row for row in table.rows if row[0].startswith(province)]
    places = paths([code for code, _cells, _n in rows])
    names = [labels.get(kind, kind) for kind in table.kinds]
    return {
        "kinds": names,
        "choices": [(kind or _NOTHING, labels.get(kind, kind)) for kind in table.kinds],
        "rows": [(places.get(code, code), list(zip(names, cells, strict=True)), total) for code, cells, total in rows],
    }


def _map(table: Table, request: HttpRequest) -> dict[str, Any]:
    kind, province = _asked(request, table)
    found = queries.unmet_map(table, kind)
    most = sorted((tile for tile in found if tile.n), key=lambda tile: (-tile.n, tile.code))
    name = next((tile.name for tile in found if tile.code == province), "")
    return {
        "districts": queries.unmet_districts(table, province, kind) if province else [],
        "tiles": found, "kind": _NOTHING if kind == "" else kind or "",
        "province": province, "province_name": name, "finding": _finding(most),
        "described": _described(most, sum(tile.hidden for tile in found)),
        "side": tiles.SIDE, "map_east": tiles.EAST, "map_height": tiles.HEIGHT,
        "map_west_width": tiles.EAST - tiles.GAP, "map_east_width": tiles.WIDTH - tiles.EAST,
    }  # fmt: skip


def _finding(most: list[Tile]) -> str:
    if not most:
        return _("Belum ada wilayah dengan lima kebutuhan atau lebih yang belum terpenuhi")
    return _("Paling banyak belum terpenuhi di %(place)s: %(n)s") % {"place": most[0].name, "n": most[0].said}


def _described(most: list[Tile], hidden: int) -> str:
    told = [f"{tile.name} {tile.said}" for tile in most[:_NAMED]]
    said = [_("Yang terbanyak: %(places)s.") % {"places": ", ".join(told)}] if told else []
    if hidden:
        words = ngettext(
            "Di %(n)d provinsi ada angka yang disembunyikan.",
            "Di %(n)d provinsi ada angka yang disembunyikan.",
            hidden,
        )
        said.append(words % {"n": hidden})
    return " ".join(said) or _("Tidak ada angka yang bisa ditunjukkan.")
