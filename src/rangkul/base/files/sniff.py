"""What a file is, told by its own bytes. The name and the type that a browser sends are not asked."""

import io
import zipfile
from dataclasses import dataclass
from typing import IO, BinaryIO, cast

from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from rangkul.base.actions import Refused
from rangkul.base.forms.widgets import LARGEST_FILE as LARGEST

# Enough for a sheet scanned at 600 dpi; more would be a picture made to exhaust memory.
MOST_PIXELS = 60_000_000
# A document of an office suite holds dozens of parts, not thousands.
MOST_PARTS = 2_000

_OFFICE = {
    "word/document.xml": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    "xl/workbook.xml": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
}
_OPEN = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<?php", b"#!")


@dataclass(frozen=True)
class Kind:
    media_type: str
    extension: str


def kind_of(file: BinaryIO, size: int) -> Kind:
    """The kind of an open file, left at its start. Raises Refused for what is too large, empty or not on the list."""
    if size > LARGEST:
        raise Refused(_("Berkas terlalu besar: paling besar 15 MB."), field="file", code="size")
    if size == 0:
        raise Refused(_("Berkas ini kosong."), field="file", code="empty")
    file.seek(0)
    head = file.read(4096)
    found = _by_head(file, head)
    file.seek(0)
    if found is None:
        raise Refused(
            _("Jenis berkas ini tidak diterima. Kirim PDF, foto (JPEG, PNG, WebP), dokumen, atau teks."),
            field="file",
            code="type",
        )
    return found


def export_of(file: BinaryIO, size: int) -> Kind:
    """The kind of a chat export, which may be an archive: whoever asks has opened it within limits of their own."""
    if size > LARGEST:
        raise Refused(_("Berkas terlalu besar: paling besar 15 MB."), field="file", code="size")
    file.seek(0)
    packed = file.read(4) == b"PK\x03\x04"
    file.seek(0)
    return Kind("application/zip", "zip") if packed else Kind("text/plain; charset=utf-8", "txt")


def _by_head(file: BinaryIO, head: bytes) -> Kind | None:
    if head.startswith(b"%PDF-"):
        return Kind("application/pdf", "pdf")
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return _image(file)
    if head.startswith(b"PK\x03\x04"):
        return _office(file)
    return _text(file, head)


def _image(file: BinaryIO) -> Kind | None:
    """Pillow reads the frame of the picture: broken and oversized ones are refused before anything else sees them."""
    file.seek(0)
    try:
        with Image.open(file, formats=["JPEG", "PNG", "WEBP"]) as picture:
            kind = picture.format or ""
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(_("Gambar terlalu besar. Perkecil ukurannya lebih dulu."), field="file", code="pixels")
            picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
    return {
        "JPEG": Kind("image/jpeg", "jpg"),
        "PNG": Kind("image/png", "png"),
        "WEBP": Kind("image/webp", "webp"),
    }[kind]


def _office(file: BinaryIO) -> Kind | None:
    """Only the directory of the archive is read; documents with macros are not on the list."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if len(parts) > MOST_PARTS or any(name.endswith("vbaProject.bin") for name in names):
                return None
            if "[Content_Types].xml" in names:
                return next((Kind(*_OFFICE[name]) for name in _OFFICE if name in names), None)
            return _open_document(archive, parts[0])
    except (zipfile.BadZipFile, OSError, ValueError, IndexError, NotImplementedError, RuntimeError):
        return None


def _open_document(archive: zipfile.ZipFile, first: zipfile.ZipInfo) -> Kind | None:
    if first.filename != "mimetype" or first.file_size > 80:
        return None
    said = archive.read(first)
    return Kind(said.decode(), _OPEN[said]) if said in _OPEN else None


def _text(file: BinaryIO, head: bytes) -> Kind | None:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return None
    file.seek(0)
    try:
        for line in io.TextIOWrapper(cast("IO[bytes]", _Unclosed(file)), encoding="utf-8", errors="strict"):
            if any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in line):
                return None
    except UnicodeDecodeError:
        return None
    return Kind("text/plain; charset=utf-8", "txt")


class _Unclosed(io.BufferedIOBase):
    """Lets a text reader go without closing the file under it."""

    def __init__(self, file: BinaryIO):
        self.file = file

    def readable(self) -> bool:
        return True

    def read1(self, size: int = -1) -> bytes:
        return self.file.read(size if size > 0 else 65536)

    def read(self, size: int | None = -1) -> bytes:
        return self.read1(-1 if size is None else size)
