"""What pyxform says, in Indonesian and with its place. Our own checks come first, so little is left for it to say."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rangkul.base.xforms.faults import Fault

_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"'(survey|choices|settings)' sheet|sheet: '(survey|choices|settings)'")
_COLUMN = re.compile(r"the '([^']+)' value|'(parameters)'")

_SENTENCES: tuple[tuple[str, str | Promise], ...] = (
    (r"Headers that are different names for the same column", _("Dua kolom ini sama artinya. Hapus salah satu.")),
    (r"column headers were not found|missing header row", _("Kolom yang wajib tidak ada.")),
    (r"must not be empty and must not contain spaces", _("Judul kolom tidak boleh kosong atau memuat spasi.")),
    (r"must be a number|must have an integer|must have a numeric", _("Parameter ini harus berupa angka.")),
    (r"must not be '0'", _("Parameter ini tidak boleh nol.")),
    (r"larger than the range", _("Langkah lebih besar daripada rentangnya.")),
    (
        r"multiple of|between the 'start' and 'end'",
        _("Parameter skala ini tidak cocok dengan awal, akhir, dan langkahnya."),
    ),
    (r"accepted parameter keys|form of 'key1=value1", _("Parameter ini tidak dikenal.")),
    (r"true or false", _("Parameter ini hanya boleh true atau false.")),
    (r"Missing calculation", _("Perhitungan (calculation) kosong.")),
    (r"Could not find the name", _("Rujukan ini tidak menunjuk pertanyaan mana pun.")),
    (r"appears more than once|must be unique|more than once", _("Nama ini dipakai lebih dari sekali.")),
    (r"Reference variable", _("Rujukan ${…} tidak utuh.")),
    (r"Unmatched 'end_|Unmatched 'begin_", _("Kelompok tidak dibuka dan ditutup berpasangan.")),
    (r"List name not in choices", _("Daftar pilihan ini tidak ada di lembar choices.")),
    (r"Choice filter not supported|table list|table-list", _("table-list tidak bisa dipakai di sini.")),
    (r"save_to|entit", _("Entitas (entities, save_to) tidak didukung.")),
    (r"trigger", _("Kolom trigger tidak menunjuk pertanyaan yang benar.")),
)


def fault(wrong: Exception) -> Fault:
    said = str(wrong)
    row, sheet, column = _ROW.search(said), _SHEET.search(said), _COLUMN.search(said)
    sentence = next((str(text) for pattern, text in _SENTENCES if re.search(pattern, said, re.IGNORECASE)), None)
    if sentence is None:
        # Better the foreign words than none: they name what to look for.
        detail = " ".join(_ROW.sub("", said).split())[:200]
        sentence = str(_("Bagian ini tidak dapat diubah menjadi formulir (pyxform: %s).") % detail)
    return Fault(
        sentence,
        next((one for one in (sheet.groups() if sheet else ()) if one), "survey" if row else None),
        int(row[1]) if row else None,
        next((one for one in (column.groups() if column else ()) if one), None),
    )
