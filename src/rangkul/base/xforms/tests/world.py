"""The forms of other programmes that the tests play with."""

import io
from datetime import date, datetime
from functools import cache
from pathlib import Path

from openpyxl import Workbook as Book

from rangkul.base.clock import WIB
from rangkul.base.xforms import Form, check
from rangkul.base.xforms.checking import texts

FORMS = Path(__file__).parent / "forms"
NAMES = sorted(path.stem for path in FORMS.glob("*.md"))
NOW = datetime(2026, 11, 26, 10, 15, tzinfo=WIB)


@cache
def form(name: str) -> Form:
    checked = check((FORMS / f"{name}.md").read_bytes(), f"{name}.md")
    assert checked.form is not None, [str(fault) for fault in checked.faults]
    return checked.form


def excel(markdown: str) -> bytes:
    """The same tables as a real workbook."""
    book = Book()
    book.remove(book.active)
    for name, sheet in texts.read(markdown.encode(), ".md").sheets.items():
        page = book.create_sheet(name)
        page.append(list(sheet.headers))
        for row in sheet.rows:
            for column, header in enumerate(sheet.headers, start=1):
                page.cell(row.number, column, row.cells.get(header))
    return saved(book)


def saved(book: Book) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


VALUES = {
    "pasar": {
        "pasar": "Pasar Induk",
        "tanggal": date(2026, 11, 20),
        "barang": [
            {"jenis": "beras", "harga": "14500.5", "jumlah": 10},
            {"jenis": "telur", "harga": 2000, "jumlah": 30},
        ],
    },
    "bencana": {
        "provinsi": "32",
        "kabupaten": "3203",
        "kecamatan": "320305",
        "titik": "-6.82 107.08 0 5",
        "bencana": ["gempa", "longsor"],
        "dusun": [
            {
                "nama_dusun": "Rawacina",
                "rumah": 80,
                "rusak_berat": 31,
                "keluarga": [
                    {"kepala": "Pak Ujang", "jiwa": 4, "kebutuhan": ["air", "tenda"]},
                    {"kepala": "Bu Euis", "jiwa": 3, "kebutuhan": ["susu_bayi"]},
                ],
            },
            {"nama_dusun": "Sarampad", "rumah": 40, "rusak_berat": 0},
        ],
        "wakil": "Bu Euis",
    },
    "putus-sekolah": {
        "kode_rumah": "RT-0123",
        "setuju": "ya",
        "banyak": 2,
        "anggota": [
            {"nama": "Wati", "lahir": date(1985, 3, 4)},
            {
                "nama": "Adi",
                "lahir": date(2012, 5, 6),
                "status": "putus",
                "jenjang": "smp",
                "alasan": ["biaya", "lain"],
                "alasan_lain": "menjaga adik",
                "mau_kembali": "ya",
            },
        ],
        "urutan_dukungan": ["paket", "biaya", "transportasi"],
    },
    "ceklis-panti": {
        "nama_panti": "Panti Kasih Bunda",
        "datang": datetime(2026, 11, 26, 8, 0, tzinfo=WIB),
        "pulang": datetime(2026, 11, 26, 9, 45, tzinfo=WIB),
        "apar": "rusak",
        "foto_apar": "apar-1.jpg",
        "jalur": "rusak",
        "listrik": "baik",
        "kebersihan": 7,
        "anak": 45,
        "pengasuh": 4,
        "nomor_izin": "460/DINSOS-12",
        "rekomendasi": "Ganti alat pemadam dan kosongkan jalur evakuasi.",
        "benar": "OK",
    },
    "rawat-lansia": {
        "nama": "Mbah Sarti",
        "umur": 82,
        "sendiri": "tidak",
        "ada_pengasuh": "ya",
        "pengasuh": "Bu Yuni",
        "pengasuh_lelah": "ya",
        "dukungan_pengasuh": ["istirahat"],
        "makan": "1",
        "mandi": "0",
        "jalan": "1",
        "jatuh": "ya",
        "kali_jatuh": 2,
        "kunjungan": [
            {"hari": date(2026, 9, 1), "berat": 48},
            {"hari": date(2026, 10, 1), "berat": 46},
            {"hari": date(2026, 11, 1), "berat": "42.5"},
        ],
    },
}
