"""Workbooks made to hurt: each is refused with a clear sentence, soon and in little memory."""

import io
import struct
import time
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from rangkul.base.xforms import check
from rangkul.base.xforms.tests.world import FORMS, excel, saved

MARKDOWN = (FORMS / "pasar.md").read_text()
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def good() -> bytes:
    return excel(MARKDOWN)


def told(data: bytes, name: str = "uji.xlsx") -> str:
    checked = check(data, name)
    assert checked.form is None
    assert checked.faults
    return " | ".join(map(str, checked.faults))


def changed(data: bytes, **parts: bytes | None) -> bytes:
    """The same archive with parts replaced or added; `__` stands for `/`, names end in their kind."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def sheet(cells: str) -> bytes:
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cells}</sheetData></worksheet>"
    ).encode()


def book(work) -> bytes:
    there = load_workbook(io.BytesIO(excel(MARKDOWN)))
    work(there)
    return saved(there)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("xl/vbaProject.bin", "Berkas memuat makro."),
        ("xl/externalLinks/externalLink1.xml", "Berkas memuat tautan ke berkas lain."),
        ("xl/embeddings/oleObject1.bin", "Berkas memuat berkas lain di dalamnya."),
        ("xl/activeX/activeX1.xml", "Berkas memuat kontrol ActiveX."),
        ("xl/connections.xml", "Berkas mengambil data dari luar."),
    ],
)
def test_what_runs_or_reaches_out_is_refused(good, part, expected):
    assert expected in told(changed(good, **{part: b"x"}))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "Ini bukan berkas Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "terkunci kata sandi"),
        (b"PK\x03\x04" + b"\0" * 50, "Berkas Excel ini rusak."),
        (b"%PDF-1.7", "Ini bukan berkas Excel"),
        (b"A" * 5_000_001, "Berkas terlalu besar: paling banyak 5 MB."),
    ],
)
def test_what_is_no_workbook_is_refused(data, expected):
    assert expected in told(data)


@pytest.mark.parametrize("name", ["uji.md", "uji.csv"])
@pytest.mark.parametrize("data", ["nama ±".encode("latin-1"), "| survey |".encode("utf-16"), b"\0\0\0"])
def test_text_in_a_wrong_encoding_is_refused(data, name):
    assert "teks" in told(data, name)


def test_a_cut_off_workbook_is_refused(good):
    for end in range(100, len(good), len(good) // 9):
        assert told(good[:end])


def test_a_formula_cell_is_named():
    def formula(there):
        there["survey"]["C4"] = "=1+1"

    assert "Lembar survey, baris 4, kolom C: Sel ini memuat rumus Excel." in told(book(formula))


def test_formulas_on_a_sheet_of_notes_do_not_matter():
    def notes(there):
        there.create_sheet("catatan")["A1"] = "=1+1"

    assert check(book(notes), "uji.xlsx").faults == ()


def test_entities_are_refused(good):
    evil = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + sheet("<row><c t='inlineStr'><is><t>&a;</t></is></c></row>")
    assert "entitas" in told(changed(good, **{SHEET: evil}))


def test_a_locked_entry_is_refused(good):
    data = bytearray(good)
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "kata sandi" in told(bytes(data))


def soon(work, seconds: float, megabytes: int) -> str:
    tracemalloc.start()
    # Of this process alone: other work on the machine must not decide.
    started = time.process_time()
    try:
        return work()
    finally:
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert time.process_time() - started < seconds
        assert peak < megabytes * 1_000_000


def test_a_zip_bomb_is_stopped_while_it_unpacks(good):
    bomb = changed(good, **{SHEET: sheet(" " * 100_000_000)})
    assert len(bomb) < 300_000
    assert "terlalu besar setelah dibuka" in soon(lambda: told(bomb), 5, 100)


def test_a_zip_that_lies_about_its_size_is_stopped(good):
    """The directory says ten bytes; a hundred million come out."""
    content = sheet(" " * 100_000_000)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    name = SHEET.encode()
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0) + name
    with zipfile.ZipFile(io.BytesIO(good)) as old:
        rest = {one: old.read(one) for one in old.namelist() if one != SHEET}
    base = io.BytesIO()
    with zipfile.ZipFile(base, "w") as new:
        for one, part in rest.items():
            new.writestr(one, part)
    data = base.getvalue()
    end = data.rfind(b"PK\x05\x06")
    count, size, start = struct.unpack("<HII", data[end + 10 : end + 20])
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0, 0, 0, 0, 0, start
    )
    directory = data[start : start + size] + entry + name
    at = start + len(local) + len(packed)
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count + 1, count + 1, len(directory), at, 0)
    lying = data[:start] + local + packed + directory + tail
    assert "terlalu besar setelah dibuka" in soon(lambda: told(lying), 5, 100)


def test_many_parts_are_refused(good):
    assert "terlalu banyak bagian" in told(changed(good, **{f"xl/worksheets/s{n}.xml": b"x" for n in range(400)}))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "Terlalu banyak baris"),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', "Terlalu banyak kolom"),
        ('<row r="1"><c r="A1048576"><v>1</v></c></row>', "Terlalu banyak baris"),
        ("<row><c><v>1</v></c></row>" * 120_000, "Terlalu banyak baris"),
        ("<row/>" * 900_000, "terlalu besar setelah dibuka"),
        ("<row>" + "<c/>" * 700_000 + "</row>", "Terlalu banyak kolom"),
        ("<row r='9999999999999'/>", "Lembar survey"),
        ("<row><c></row>", "rusak"),
    ],
)
def test_a_sheet_that_claims_to_be_huge_is_refused(good, cells, expected):
    assert expected in soon(lambda: told(changed(good, **{SHEET: sheet(cells)})), 8, 120)


def test_a_size_that_the_sheet_only_claims_is_not_believed(good):
    content = zipfile.ZipFile(io.BytesIO(good)).read(SHEET)
    claimed = content.replace(b"<sheetViews>", b'<dimension ref="A1:XFD1048576"/><sheetViews>')
    assert claimed != content
    assert soon(lambda: str(check(changed(good, **{SHEET: claimed}), "uji.xlsx").faults), 5, 60) == "()"


def test_a_workbook_without_sheets_is_refused():
    empty = Book()
    empty.active.title = "Sheet1"
    assert "Lembar survey tidak ada." in told(saved(empty))


def test_ten_thousand_rows_are_refused_before_they_are_read():
    book = Book(write_only=True)
    page = book.create_sheet("survey")
    for row in (["type", "name", "label"], *(["text", f"q{n}", "Q"] for n in range(10_000))):
        page.append(row)
    data = saved(book)
    assert "paling banyak 2.000" in soon(lambda: told(data), 8, 60)


def test_the_largest_form_that_is_taken_is_checked_soon():
    rows = [f"| | select_one d{n % 50} | q{n} | Q {n} | {f'${{q{n - 1}}} != 1' if n else ''} |" for n in range(2_000)]
    lists = [f"| | d{n % 50} | c{n} | C {n} |" for n in range(10_000)]
    text = "\n".join(
        [
            *("| survey |", "| | type | name | label | relevant |", *rows),
            *("| choices |", "| | list_name | name | label |", *lists),
            *("| settings |", "| | form_id | version |", "| | besar | 1 |"),
        ]
    )
    started = time.process_time()
    checked = check(text.encode(), "besar.md")
    assert checked.form is not None
    assert time.process_time() - started < 15


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["uji.xlsx", "uji.md", "uji.csv"]))
def test_no_bytes_break_the_check(data, name):
    assert check(data, name).form is None


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_no_slip_of_the_pen_breaks_the_check(data):
    """A form with some letters changed is taken or told; it never breaks the page."""
    text = list(MARKDOWN)
    for _slip in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at] = data.draw(st.sampled_from(list("|${}()[]'\"=<>/\\*.,:;aZ0 \n\t&#-é")))
    checked = check("".join(text).encode(), "pasar.md")
    assert (checked.form is None) is bool(checked.faults)
