"""Changes in the words of a page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from rangkul.base import opening
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import fitting
from rangkul.commons.directory.models import Location, ServiceAtLocation
from rangkul.commons.directory.queries.keeping import Change
from rangkul.commons.directory.states import (
    Access,
    Atensi,
    Channel,
    Cost,
    Dtsen,
    Help,
    Language,
    LegalStatus,
    Paper,
    Rule,
    Season,
    Status,
    Topic,
    Way,
)
from rangkul.commons.people.states import Sex

_FIELDS = {
    "name": lambda: _("nama"), "alternate_name": lambda: _("nama lain"), "description": lambda: _("penjelasan"),
    "status": lambda: _("keadaan"), "categories": lambda: _("kelompok layanan"), "helps": lambda: _("jenis bantuan"),
    "atensi": lambda: _("ATENSI"), "ways": lambda: _("cara memulai"), "application_process": lambda: _("cara memulai"),
    "cost": lambda: _("biaya"), "amount": lambda: _("biaya"), "fees_description": lambda: _("biaya"),
    "languages": lambda: _("bahasa"), "url": lambda: _("situs"), "assured_date": lambda: _("dipastikan"),
    "keeper_id": lambda: _("penjaga"), "doubt": lambda: _("kabar"), "public": lambda: _("terbuka untuk umum"),
    "opening_hours": lambda: _("jam buka"), "value": lambda: _("nomor atau surel"), "region_code": lambda: _("wilayah"),
    "text": lambda: _("kata-kata"), "age_from": lambda: _("umur dari"), "age_to": lambda: _("umur sampai"),
    "sex": lambda: _("jenis kelamin"), "codes": lambda: _("pilihan"), "paper": lambda: _("surat"),
    "available": lambda: _("kosong"), "maximum": lambda: _("seluruhnya"), "season": lambda: _("musim"),
    "wait_time": lambda: _("lama menunggu"), "channel": lambda: _("saluran"), "rule": lambda: _("jenis syarat"),
    "preferred": lambda: _("hanya didahulukan"), "valid_from": lambda: _("mulai"), "valid_to": lambda: _("sampai"),
    "notes": lambda: _("keterangan"), "note": lambda: _("keterangan"), "needed": lambda: _("harus dibawa"),
    "at_id": lambda: _("tempat"), "location_id": lambda: _("alamat"),
    "address": lambda: _("alamat"), "postal_code": lambda: _("kode pos"), "directions": lambda: _("petunjuk jalan"),
    "latitude": lambda: _("lintang"), "longitude": lambda: _("bujur"), "accessibility": lambda: _("kemudahan"),
    "accessibility_note": lambda: _("kemudahan"), "legal_status": lambda: _("bentuk lembaga"),
    "said_name": lambda: _("namanya di berkas"), "source_key": lambda: _("kuncinya di berkas"),
    "extension": lambda: _("ekstensi"), "receives_referrals": lambda: _("menerima rujukan"),
    "personal": lambda: _("milik seseorang"), "consented_on": lambda: _("setuju ditampilkan"),
    "psks": lambda: _("potensi sosial (PSKS)"), "website": lambda: _("situs"), "areas": lambda: _("wilayah"),
}  # fmt: skip
_TABLES = {
    "service": lambda: _("Layanan"), "contact": lambda: _("Kontak"), "eligibility": lambda: _("Syarat"),
    "requireddocument": lambda: _("Yang dibawa"), "schedule": lambda: _("Jam buka"),
    "servicearea": lambda: _("Wilayah"), "capacity": lambda: _("Tempat yang tersedia"), "suggestion": lambda: _("Usul"),
    "serviceatlocation": lambda: _("Tempat layanan"), "location": lambda: _("Tempat layanan"),
    "organization": lambda: _("Lembaga"), "distinction": lambda: _("Dinyatakan bukan layanan yang sama"),
}  # fmt: skip
# Told by who and when already.
_SILENT = frozenset({"assured_by_id", "doubted_on"})


_CODES: dict[str, Any] = {
    "status": Status, "helps": Help, "atensi": Atensi, "ways": Way, "cost": Cost, "languages": Language, "doubt": Topic,
    "sex": Sex, "paper": Paper, "season": Season, "channel": Channel, "rule": Rule,
    "accessibility": Access, "legal_status": LegalStatus,
}  # fmt: skip
_LISTED = frozenset({"codes", "categories", "region_code", "areas", "psks"})
_PLACES = frozenset({"at_id", "location_id"})


def in_words(changes: list[Change]) -> list[dict[str, Any]]:
    named, found = _named(changes), []
    for change in changes:
        fields = [
            {"name": _FIELDS[name](), "before": _told(name, before, named), "after": _told(name, after, named)}
            for name, (before, after) in change.fields.items()
            if name in _FIELDS and name not in _SILENT
        ]
        fields = [one for one in fields if one["before"] or one["after"]]
        if fields:
            what = _TABLES[change.table]() if change.table in _TABLES else change.table
            found.append(
                {
                    "at": change.at, "who": change.who, "what": what, "removed": change.removed, "added": change.added,
                    "fields": fields,
                }
            )  # fmt: skip
    return found


def _named(changes: list[Change]) -> dict[str, str]:
    """The words of every code that stands there: groups, regions, papers, standings, places."""
    told = [(name, value) for change in changes for name, pair in change.fields.items() for value in pair if value]
    codes = {str(one) for name, value in told if name in _LISTED for one in _each(value)}
    places = {value for name, value in told if name == "at_id"}
    locations = {value for name, value in told if name == "location_id"}
    regions = {code for code in codes if code[:2].isdigit()}
    words = {code: str(label) for kind in (Paper, Dtsen) for code, label in kind.choices}
    words |= fitting.labels(codes - regions - set(words))
    words |= wilayah.paths(regions) if regions else {}
    rows = ServiceAtLocation.objects.filter(pk__in=places).select_related("location") if places else ()
    words |= {str(row.pk): str(row.location) for row in rows}
    if psks := {value for name, value in told if name == "psks"}:
        words |= {code: term.label for code, term in taxonomy.terms(psks, taxonomy=taxonomy.PSKS).items()}
    return words | (_addresses(locations) if locations else {})


def _addresses(locations: set[Any]) -> dict[str, str]:
    rows = list(Location.objects.filter(pk__in=locations))
    regions = wilayah.paths({row.region_code for row in rows if row.region_code})
    return {
        str(row.pk): ", ".join(part for part in (row.name, row.address, regions.get(row.region_code, "")) if part)
        for row in rows
    }


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _told(name: str, value: Any, named: dict[str, str]) -> str:
    if name == "opening_hours" and value and (read := opening.known(value)):
        return "; ".join(opening.in_words(read))
    if name in _CODES and value:
        words = _CODES[name]
        return ", ".join(str(words(one).label) if one in words.values else str(one) for one in _each(value))
    if (name in _LISTED or name in _PLACES) and value:
        return "; ".join(named.get(str(one), str(one)) for one in _each(value))
    return _said(value)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
