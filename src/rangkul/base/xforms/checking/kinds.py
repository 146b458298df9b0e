"""The question types that we take, and why not the others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_SHOWN = {
    *("text", "integer", "decimal", "range", "date", "time", "datetime", "note", "acknowledge", "barcode"),
    *("image", "audio", "video", "file", "geopoint", "geotrace", "geoshape"),
    *("select_one", "select_multiple", "rank"),
}
_UNSEEN = {"calculate", "hidden", "start", "end", "today"}
_SAME = {
    "int": "integer",
    "string": "text",
    "datetime": "datetime",
    "photo": "image",
    "trigger": "acknowledge",
    "select1": "select_one",
    "location": "geopoint",
    "gps": "geopoint",
}
_LISTED = re.compile(r"(select[ _]one|select[ _]multiple|select1|rank)\s+(\S+)(\s+or[ _]other)?", re.IGNORECASE)
_BLOCK = re.compile(r"(begin|end)[ _](group|repeat)", re.IGNORECASE)

_OTHER_FILE = _("Pilihan dari berkas lain tidak didukung. Tulis semua pilihan di lembar choices.")
_TRACKING = _("Rangkul tidak merekam perangkat, nomor, atau gerak orang yang mengisi. Hapus baris ini.")
REFUSED: dict[str, str | Promise] = {
    "select_one_from_file": _OTHER_FILE,
    "select_multiple_from_file": _OTHER_FILE,
    "select_one_external": _OTHER_FILE,
    "csv-external": _OTHER_FILE,
    "xml-external": _OTHER_FILE,
    "osm": _("Pertanyaan peta OSM tidak didukung."),
    **dict.fromkeys(("deviceid", "imei", "phonenumber", "simserial", "subscriberid", "username", "email"), _TRACKING),
    **dict.fromkeys(("audit", "background-audio", "background-geopoint", "start-geopoint"), _TRACKING),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` is empty for a type that nobody knows; `block` is begin or end for a group or a repeat."""

    name: str
    source: str = ""
    block: str = ""
    or_other: bool = False

    @property
    def shown(self) -> bool:
        return self.name in _SHOWN


def kind(written: str) -> Kind:
    text = " ".join(written.split())
    block = _BLOCK.fullmatch(text)
    if block:
        return Kind(block[2].lower(), block=block[1].lower())
    listed = _LISTED.fullmatch(text)
    if listed:
        name = listed[1].lower().replace(" ", "_")
        return Kind(_SAME.get(name, name), source=listed[2], or_other=bool(listed[3]))
    name = text.lower()
    name = _SAME.get(name, name)
    if name in _SHOWN | _UNSEEN and name not in {"select_one", "select_multiple", "rank"}:
        return Kind(name)
    return Kind("")


def refusal(written: str) -> str | Promise | None:
    first = written.split()[0].lower() if written.split() else ""
    return REFUSED.get(first)
