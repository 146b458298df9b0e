"""Changes in the words of a page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from rangkul.commons.directory.queries.keeping import Change

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
    "wait_time": lambda: _("lama menunggu"), "channel": lambda: _("saluran"),
}  # fmt: skip
_TABLES = {
    "service": lambda: _("Layanan"), "contact": lambda: _("Kontak"), "eligibility": lambda: _("Syarat"),
    "requireddocument": lambda: _("Yang dibawa"), "schedule": lambda: _("Jam buka"),
    "servicearea": lambda: _("Wilayah"), "capacity": lambda: _("Tempat yang tersedia"), "suggestion": lambda: _("Usul"),
}  # fmt: skip
# Told by who and when already.
_SILENT = frozenset({"assured_by_id", "doubted_on"})


def in_words(changes: list[Change]) -> list[dict[str, Any]]:
    found = []
    for change in changes:
        fields = [
            {"name": _FIELDS[name](), "before": _said(before), "after": _said(after)}
            for name, (before, after) in change.fields.items()
            if name in _FIELDS and name not in _SILENT and (_said(before) or _said(after))
        ]
        if fields:
            what = _TABLES[change.table]() if change.table in _TABLES else change.table
            found.append(
                {"at": change.at, "who": change.who, "what": what, "removed": change.removed, "fields": fields}
            )
    return found


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
