"""From what was brought to its text: a .txt, or an archive with one .txt in it. Media stay in the sealed original."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.journey.protection.chats import limits


class BadExport(Exception):
    """What was brought cannot be read as an export; `message` says it to the worker."""

    def __init__(self, message: str):
        super().__init__(message)
        self.message = message


def text_of(file: BinaryIO) -> str:
    """Raises BadExport. The file is left at its start."""
    file.seek(0)
    packed = file.read(4) == b"PK\x03\x04"
    file.seek(0)
    raw = _unpacked(file) if packed else file.read(limits.TEXT + 1)
    file.seek(0)
    return decoded(raw)


def _unpacked(file: BinaryIO) -> bytes:
    try:
        with zipfile.ZipFile(file) as archive:
            return _part(archive, _chat(archive.infolist()))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise BadExport(_("Arsip ini rusak atau terkunci. Minta ekspor yang baru.")) from error


def _chat(parts: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    if len(parts) > limits.PARTS:
        raise BadExport(_("Arsip ini berisi terlalu banyak berkas: paling banyak %(n)d.") % {"n": limits.PARTS})
    if any(_leads_out(part.filename) for part in parts):
        raise BadExport(_("Arsip ini memuat nama berkas yang tidak wajar. Minta ekspor yang baru."))
    texts = [part for part in parts if part.filename.lower().endswith(".txt") and "/" not in part.filename]
    texts = [part for part in texts if part.filename.lower() == "_chat.txt"] or texts
    if len(texts) != 1:
        raise BadExport(_("Di dalam arsip harus ada tepat satu percakapan (.txt)."))
    return texts[0]


def _leads_out(name: str) -> bool:
    folders = name.replace("\\", "/").split("/")
    return ".." in folders or name.startswith(("/", "\\")) or ":" in folders[0][:2] or "\x00" in name


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """What an archive says of its sizes is not believed: reading stops at the limit."""
    if part.flag_bits & 0x1:
        raise BadExport(_("Arsip ini memakai kata sandi. Minta ekspor tanpa kata sandi."))
    most = min(limits.TEXT, max(part.compress_size, 1) * limits.RATIO + 65_536)
    with archive.open(part) as opened:
        raw = opened.read(most + 1)
    if len(raw) > most:
        raise BadExport(_("Isi arsip ini terlalu besar. Ekspor percakapannya per tahun."))
    return raw


def decoded(raw: bytes) -> str:
    """UTF-8, or UTF-16 that says so. Another encoding is not guessed: a wrong letter would be a wrong word."""
    if len(raw) > limits.TEXT:
        raise BadExport(_("Percakapan ini terlalu besar. Ekspor percakapannya per tahun."))
    wide = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadExport(_("Tulisan di berkas ini tidak terbaca. Kirim berkas asli dari WhatsApp.")) from error
    _check_lines(text)
    return text


def _check_lines(text: str) -> None:
    number = 0
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        if number > limits.LINES:
            raise BadExport(
                _("Percakapan ini lebih dari %(n)d baris. Ekspor percakapannya per tahun.") % {"n": limits.LINES}
            )
        if len(line) > limits.LINE:
            raise BadExport(_("Ada baris yang terlalu panjang untuk sebuah pesan. Kirim berkas asli dari WhatsApp."))
    if number == 0:
        raise BadExport(_("Berkas ini kosong."))


def text_in(raw: bytes) -> str:
    return text_of(io.BytesIO(raw))
