"""What a file would do, said before anything is written: new, changed, the same, left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from rangkul.commons.directory.importing.examining import Report


def foreseen(report: Report) -> list[str]:
    return list(_lines(report)) or [_("Berkas ini tidak berisi layanan.")]


def _lines(report: Report) -> Iterator[str]:
    if n := report.good:
        yield ngettext("%(n)d layanan baru", "%(n)d layanan baru", n) % {"n": n}
    if n := len(report.changed):
        words = ngettext(
            "%(n)d layanan sudah ada dan isinya berbeda; berubah hanya bila Anda setujui",
            "%(n)d layanan sudah ada dan isinya berbeda; berubah hanya bila Anda setujui",
            n,
        )
        yield words % {"n": n}
    if report.same:
        yield same_words(report.same)
    if n := report.others:
        words = ngettext(
            "%(n)d layanan dijaga lembaga lain; tidak bisa Anda ubah",
            "%(n)d layanan dijaga lembaga lain; tidak bisa Anda ubah",
            n,
        )
        yield words % {"n": n}
    if n := len(report.twins):
        words = ngettext(
            "%(n)d baris mungkin sama dengan yang sudah ada; dilewati",
            "%(n)d baris mungkin sama dengan yang sudah ada; dilewati",
            n,
        )
        yield words % {"n": n}
    if n := report.refused:
        words = ngettext(
            "%(n)d baris ditolak karena isinya belum benar", "%(n)d baris ditolak karena isinya belum benar", n
        )
        yield words % {"n": n}


def same_words(n: int) -> str:
    words = ngettext(
        "%(n)d layanan dari berkas ini sudah ada dan isinya sama",
        "%(n)d layanan dari berkas ini sudah ada dan isinya sama",
        n,
    )
    return words % {"n": n}
