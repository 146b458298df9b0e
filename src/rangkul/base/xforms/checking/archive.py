"""An uploaded XLSX: weighed before it is opened, taken apart before it is read, and nothing in it is run.

The file is unpacked here, counting what really comes out (the sizes that a zip declares may lie), and a clean copy of
only the parts that hold cells is handed on.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import unpack

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking import limits
from rangkul.base.xforms.checking.workbook import Faulty
from rangkul.base.xforms.faults import Fault

_KEPT = re.compile(r"(?:\[content_types\]\.xml|_rels/\.rels|xl/(?:workbook|sharedstrings|styles)\.xml)", re.IGNORECASE)
_KEPT_FOLDER = re.compile(r"xl/(?:worksheets/[^/]+\.xml|_rels/workbook\.xml\.rels)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
_CHUNK = 262_144


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts that hold cells, by name. Raises Faulty."""
    if data.startswith(_OLE):
        raise Faulty(
            Fault(_("Berkas terkunci kata sandi atau berformat .xls lama. Simpan sebagai .xlsx tanpa kata sandi."))
        )
    if not data.startswith(b"PK\x03\x04"):
        raise Faulty(Fault(_("Ini bukan berkas Excel (.xlsx).")))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse_dangerous(entries)
            return dict(_parts(data, entries))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, OverflowError):
        raise Faulty(Fault(_("Berkas Excel ini rusak."))) from None


def _refuse_dangerous(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.PARTS:
        raise Faulty(Fault(_("Berkas Excel ini memuat terlalu banyak bagian.")))
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        raise Faulty(Fault(_("Berkas Excel ini rusak.")))
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Faulty(Fault(_("Berkas terkunci kata sandi. Simpan lagi tanpa kata sandi.")))
    for part, message in (
        ("vbaproject", _("Berkas memuat makro. Simpan sebagai .xlsx tanpa makro.")),
        ("externallinks/", _("Berkas memuat tautan ke berkas lain. Putuskan tautannya dan simpan lagi.")),
        ("activex/", _("Berkas memuat kontrol ActiveX. Hapus dan simpan lagi.")),
        ("embeddings/", _("Berkas memuat berkas lain di dalamnya. Hapus dan simpan lagi.")),
        ("connections.xml", _("Berkas mengambil data dari luar. Putuskan sambungannya dan simpan lagi.")),
    ):
        if any(part in name for name in names):
            raise Faulty(Fault(message))


def _parts(data: bytes, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    left = limits.UNPACKED_BYTES
    for entry in entries:
        name = entry.filename.replace("\\", "/").lstrip("/")
        if not (_KEPT.fullmatch(name) or _KEPT_FOLDER.fullmatch(name)):
            continue
        if entry.file_size > left:
            raise _too_big()
        part = _inflated(_raw(data, entry), entry.compress_type, left)
        left -= len(part)
        if part.count(b"<") > limits.ELEMENTS:
            raise _too_big()
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise Faulty(Fault(_("Berkas Excel ini memuat entitas XML; itu tidak diterima.")))
        yield name, part


def _raw(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """The packed bytes, found by the entry's own header."""
    header = data[entry.header_offset : entry.header_offset + 30]
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        raise zipfile.BadZipFile
    name_length, extra_length = unpack("<HH", header[26:30])
    start = entry.header_offset + 30 + name_length + extra_length
    return data[start : start + entry.compress_size]


def _inflated(packed: bytes, how: int, most: int) -> bytes:
    if how == zipfile.ZIP_STORED:
        if len(packed) > most:
            raise _too_big()
        return packed
    if how != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    found = bytearray()
    while packed and not inflater.eof:
        found += inflater.decompress(packed, _CHUNK)
        packed = inflater.unconsumed_tail
        if len(found) > most:
            raise _too_big()
    found += inflater.flush(_CHUNK)
    return bytes(found)


def _too_big() -> Faulty:
    most = limits.UNPACKED_BYTES // 10**6
    return Faulty(Fault(_("Berkas Excel ini terlalu besar setelah dibuka: paling banyak %s MB.") % most))


def packed(parts: dict[str, bytes]) -> BytesIO:
    """A workbook of those parts and nothing else."""
    clean = BytesIO()
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    clean.seek(0)
    return clean
