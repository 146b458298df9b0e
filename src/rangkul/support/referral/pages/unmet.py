"""What nobody could give: a map by province, the regencies of one, and the table that says the same."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from rangkul.base.wilayah.queries import paths
from rangkul.commons.directory.states import Help
from rangkul.commons.people.states import Role
from rangkul.support.referral import queries, tiles
from rangkul.support.referral.queries.board import Table
from rangkul.support.referral.queries.mapped import Tile

_NAMED = 3


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    if not request.asker.practises and not request.asker.has(Role.HEAD):
        raise PermissionDenied
    table = queries.unmet_table(request.asker.agency_id)
    home = {"label": _("Rujukan"), "url": reverse("referrals:board")}
    words: dict[str, Any] = {"table": table, "crumbs": [home, {"label": _("Yang belum terpenuhi"), "url": ""}]}
    if table:
        words |= _table(table, request) | _map(table, request)
    return render(request, "referral/unmet.html", words)


def _asked(request: HttpRequest, table: Table) -> tuple[str, str]:
    kind, province = request.GET.get("jenis", ""), request.GET.get("provinsi", "")
    return (kind if kind in table.kinds else "", province if province in tiles.PROVINCES else "")


def _table(table: Table, request: HttpRequest) -> dict[str, Any]:
    labels, (_kind, province) = dict(Help.choices), _asked(request, table)
    rows = [row for row in table.rows if row[0].startswith(province)]
    places = paths([code for code, _cells, _n in rows])
    names = [labels.get(kind, kind) for kind in table.kinds]
    return {
        "kinds": names,
        "choices": [(kind, labels.get(kind, kind)) for kind in table.kinds],
        "rows": [(places.get(code, code), list(zip(names, cells, strict=True)), total) for code, cells, total in rows],
    }


def _map(table: Table, request: HttpRequest) -> dict[str, Any]:
    kind, province = _asked(request, table)
    found = queries.unmet_map(table, kind)
    most = sorted((tile for tile in found if tile.n), key=lambda tile: (-tile.n, tile.code))
    name = next((tile.name for tile in found if tile.code == province), "")
    return {
        "districts": queries.unmet_districts(table, province, kind) if province else [],
        "tiles": found, "kind": kind, "province": province, "province_name": name, "finding": _finding(most),
        "described": _described(most, sum(tile.hidden for tile in found)),
        "side": tiles.SIDE, "map_width": tiles.WIDTH, "map_height": tiles.HEIGHT,
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
