"""What comes in one upload: a workbook, and the pictures beside it, as several files or packed in one zip."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from django.utils.translation import gettext as _

from rangkul.base.xforms import Fault

FORMS = (".xlsx", ".md", ".csv", ".xls", ".xlsm", ".xltm", ".xlsb")
# Bytes of everything together, packed and unpacked.
LARGEST = 12 * 1024 * 1024
UNPACKED = 40_000_000
FILES = 120
_ENCRYPTED = 0x1
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError)


class BadParcel(Exception):
    """Nothing in it can be looked at."""

    def __init__(self, fault: Fault):
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True)
class Parcel:
    name: str
    data: bytes
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def called(names: Iterable[str]) -> str:
    """What this upload is called: as its workbook, or as the first that came."""
    bases = [_base(name) for name in names]
    return next((name for name in bases if name.lower().endswith(FORMS)), bases[0])


def pack(files: Iterable[tuple[str, bytes]]) -> bytes:
    """What came, as one zip to wait in; nothing in it is looked at yet."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for number, (name, data) in enumerate(files):
            # Two files of one name stay two; which one is meant is told later.
            archive.writestr(f"{number}/{_base(name)}", data)
    return out.getvalue()


def opened(packed: bytes) -> Parcel:
    """Of what `pack` made. Raises BadParcel."""
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        files = [(_base(entry.filename), archive.read(entry)) for entry in archive.infolist()]
    if len(files) == 1 and files[0][0].lower().endswith(".zip"):
        files = list(_unzipped(files[0][1]))
    return _sorted(files)


def _sorted(files: list[tuple[str, bytes]]) -> Parcel:
    books = [file for file in files if file[0].lower().endswith(FORMS)]
    if not books:
        raise _bad(_("Tidak ada buku kerja di antara berkasnya. Sertakan satu berkas .xlsx."))
    if len(books) > 1:
        names = ", ".join(name[:60] for name, _data in books[:4])
        raise _bad(_("Ada lebih dari satu buku kerja: %s. Kirim satu formulir sekali unggah.") % names)
    pictures: dict[str, bytes] = {}
    for name, data in files:
        if name == books[0][0]:
            continue
        if name.lower().endswith(".zip"):
            raise _bad(_("Kirim satu zip saja, tanpa berkas lain di sampingnya."))
        if name.casefold() in {known.casefold() for known in pictures}:
            raise _bad(_("Berkas “%s” ada dua kali.") % name[:80])
        pictures[name] = data
    return Parcel(*books[0], pictures)


def _unzipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each file by its own name, whatever folder it lay in. What a computer adds by itself is left out."""
    left = UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for entry in _wanted(archive.infolist()):
                with archive.open(entry) as file:
                    # What the archive says about sizes is not believed.
                    found = file.read(left + 1)
                left -= len(found)
                if left < 0:
                    raise _bad(_("Isi zip terlalu besar: paling banyak %s MB.") % (UNPACKED // 10**6))
                yield _base(entry.filename), found
    except _BROKEN:
        raise _bad(_("Berkas zip ini rusak atau terkunci.")) from None


def _wanted(entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    wanted = [entry for entry in entries if not entry.is_dir() and not _by_itself(entry.filename)]
    if len(wanted) > FILES:
        raise _bad(_("Zip ini memuat terlalu banyak berkas: paling banyak %s.") % FILES)
    if any(entry.flag_bits & _ENCRYPTED or entry.compress_type not in _PACKED for entry in wanted):
        raise _bad(_("Berkas zip ini rusak atau terkunci."))
    return wanted


def _by_itself(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    return "__MACOSX" in parts or parts[-1].startswith((".", "~$")) or parts[-1].lower() in {"thumbs.db", "desktop.ini"}


def _base(path: str) -> str:
    return posixpath.basename(path.replace("\\", "/"))[:150]


def _bad(message: str) -> BadParcel:
    return BadParcel(Fault(message))
