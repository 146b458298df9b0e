"""Workbooks: real ones pass as .md, .csv and .xlsx; clumsy ones are told what to mend and where."""
# ruff: noqa: E501  a table of cases reads best with one case a line

import csv
import io

import pytest

from rangkul.base.xforms import check
from rangkul.base.xforms.checking import texts
from rangkul.base.xforms.tests.world import FORMS, NAMES, excel, form

SETTINGS = """
| settings | | | |
| | form_id | form_title | version |
| | uji | Uji | 1 |
"""
CHOICES = """
| choices | | | |
| | list_name | name | label |
| | warna | merah | Merah |
| | warna | biru | Biru |
"""


def survey(
    *rows: str, header="type | name | label | relevant | constraint | calculation | choice_filter | appearance"
) -> str:
    return "\n".join(["| survey |", f"| | {header} |", *(f"| | {row} |" for row in rows), CHOICES, SETTINGS])


def told(markdown: str, name="uji.md") -> list[str]:
    checked = check(markdown.encode(), name)
    assert (checked.form is None) is bool(checked.faults)
    return [str(fault) for fault in checked.faults]


@pytest.mark.parametrize("name", NAMES)
def test_a_real_workbook_says_the_same_as_its_markdown(name):
    markdown = (FORMS / f"{name}.md").read_text()
    checked = check(excel(markdown), f"{name}.XLSX")
    assert checked.faults == ()
    assert checked.form.xml == form(name).xml


@pytest.mark.parametrize("name", NAMES)
def test_a_csv_says_the_same_as_its_markdown(name):
    book = texts.read((FORMS / f"{name}.md").read_bytes(), ".md")
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    for sheet in book.sheets.values():
        writer.writerow([sheet.name])
        writer.writerow(["", *sheet.headers])
        writer.writerows(["", *(row.cells.get(header, "") for header in sheet.headers)] for row in sheet.rows)
    checked = check(lines.getvalue().encode("utf-8-sig"), f"{name}.csv")
    assert checked.faults == ()
    assert checked.form.xml == form(name).xml


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["text | a b | A"], "Lembar survey, baris 2, kolom name: Nama “a b” tidak bisa dipakai"),
        (["text | | A"], "Lembar survey, baris 2, kolom name: Nama kosong."),
        (["text | a | A", "text | A | B"], "Lembar survey, baris 3, kolom name: Nama “A” sudah dipakai di baris 2."),
        (["text | meta | A"], "Lembar survey, baris 2, kolom name: Nama “meta” dipakai oleh sistem."),
        (["teks | a | A"], "Lembar survey, baris 2, kolom type: Jenis “teks” tidak dikenal."),
        (["| a | A"], "Lembar survey, baris 2, kolom type: Jenis pertanyaan kosong."),
        (["text | a |"], "Lembar survey, baris 2, kolom label: Pertanyaan ini tidak punya label."),
        (["select_one rasa | a | A"], "Lembar survey, baris 2, kolom type: Daftar pilihan “rasa” tidak ada"),
        (["select_one warna or_other | a | A"], "Lembar survey, baris 2, kolom type: or_other tidak didukung"),
        (["select_one_from_file x.csv | a | A"], "Pilihan dari berkas lain tidak didukung."),
        (["csv-external | a | A"], "Pilihan dari berkas lain tidak didukung."),
        (["deviceid | a | A"], "Rangkul tidak merekam perangkat"),
        (["audit | | "], "Rangkul tidak merekam perangkat"),
        (["begin_group | g | G", "text | a | A"], "Lembar survey, baris 2: Kelompok “g” tidak ditutup"),
        (["text | a | A", "end_group | |"], "Lembar survey, baris 3, kolom type: Tidak ada kelompok yang dibuka"),
        (
            ["begin_group | g | G", "text | a | A", "end_repeat | |"],
            "Lembar survey, baris 4, kolom type: Baris ini menutup repeat, padahal yang terbuka group “g” dari baris 2.",
        ),
        (
            ["begin_repeat | r | R", "begin_repeat | s | S | 1 = 1", "text | a | A", "end_repeat | |", "end_repeat | |"],
            "Lembar survey, baris 3, kolom relevant: Syarat pada bagian berulang di dalam bagian berulang",
        ),
        (["text | a | A | ${b} = 1"], "Lembar survey, baris 2, kolom relevant: Tidak ada pertanyaan bernama “b”."),
        (["text | a | A ${b}"], "Lembar survey, baris 2, kolom label: Tidak ada pertanyaan bernama “b”."),
        (["text | a | A | ${a"], "Lembar survey, baris 2, kolom relevant: Rujukan ${…} belum ditutup."),
        (["text | a | A | | foo(.) > 1"], "Lembar survey, baris 2, kolom constraint: Fungsi foo() tidak dikenal."),
        (["text | a | A | | ${a} / 2 > 1"], "kolom constraint: Untuk membagi tulis “div”, bukan “/”."),
        (["text | a | A | | (. + 1)/2 > 1"], "kolom constraint: Untuk membagi tulis “div”, bukan “/”."),
        (["text | a | A | | -${a} > 1"], "kolom constraint: Tulis 0 - (…), bukan - (…)"),
        (["text | a | A", "calculate | b | | | | count(${a} \\| /data/a)"], "kolom calculation: “|” tidak didukung dalam rumus."),
        (["text | a | A", "calculate | b | | | | coalesce(${a}, '', 1)"], "Fungsi coalesce() butuh 2 isian, di sini ada 3."),
        (["text | a | A | | if(., 1)"], "kolom constraint: Fungsi if() butuh 3 isian, di sini ada 2."),
        (["text | a | A | | . > "], "kolom constraint: Rumus berhenti sebelum selesai."),
        (["text | a | A | | . = ‘x’"], "kolom constraint: Tanda kutip ‘ tidak dikenal dalam rumus."),
        (["text | a | A | | regex(., '(a')"], "kolom constraint: Kurung dalam pola belum ditutup."),
        (["text | a | A | | regex(., '(?=a)b')"], "kolom constraint: Pola yang melihat ke depan"),
        (["text | a | A", "calculate | b | | | | format-date(${a}, '%Q')"], "“%Q” tidak dikenal dalam bentuk tanggal."),
        (["text | a | A", "calculate | b | | | | pulldata('x', 'y', 'z', ${a})"], "pulldata() mengambil data dari berkas lain"),
        (["text | a | A", "calculate | b | | | | =1+1"], "kolom calculation: Rumus XLSForm tidak diawali “=”."),
        (["text | a | A", "calculate | b | | | |"], "kolom calculation: Perhitungan kosong."),
        (["text | a | A | /data/zz = 1"], "kolom relevant: Tidak ada yang bernama “/data/zz”"),
        (["text | a | A | ../../../x = 1"], "kolom relevant: Tidak ada yang bernama “../../../x”"),
        (["text | a | A | //a = 1"], "kolom relevant: “//” tidak didukung"),
        (["text | a | A | " + "(" * 60 + "1" + ")" * 60], "kolom relevant: Rumus bersarang terlalu dalam."),
        (["text | a | A | " + "1 + " * 2000 + "1"], "kolom relevant: Terlalu panjang"),
        (["text | a | " + "A" * 5000], "kolom label: Terlalu panjang: paling banyak 4000 huruf."),
        (["text | a | =HYPERLINK(1)"], "kolom label: Teks ini akan dijalankan sebagai rumus"),
        (["text | a | +cmd\\|calc!A1"], "kolom label: Teks ini akan dijalankan sebagai rumus"),
        (["text | a | A\x07"], "kolom label: Sel ini memuat tanda yang tidak terlihat."),
        (["select_one warna | a | A | | | | kota = 1"], "kolom choice_filter: Tidak ada yang bernama “kota”"),
        (["select_one warna | a | A | | | | | search('x')"], "kolom appearance: search() memakai berkas lain"),
        (["calculate | a | | | | ${b}", "calculate | b | | | | ${a}", "text | c | C"], "Rumus saling menunggu"),
        (["text | a | A | ${a} = 1"], "kolom relevant: Rumus saling menunggu dan tidak pernah selesai: a."),
        (["text | a | A", "calculate | b | | | | . + 1"], "kolom calculation: Rumus saling menunggu"),
        (["begin_group | g | G | ${a} = 1", "text | a | A", "end_group | |"], "Rumus saling menunggu"),
        (["calculate | a | | | | 1"], "Formulir ini tidak bertanya apa-apa."),
        (["text | a | A | instance('x')/root/item/name = 1"], "Tidak ada yang bernama “instance(x)”"),
        (["text | a | ${last-saved#a}"], "Jawaban sebelumnya (last-saved) tidak didukung."),
    ],
)  # fmt: skip
def test_a_clumsy_survey_is_told_where(rows, expected):
    assert expected in " | ".join(told(survey(*rows)))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", "Lembar survey tidak ada."),
        ("tulisan biasa", "Lembar survey tidak ada."),
        ("| survey |\n| | jenis | nama |\n| | text | a |" + SETTINGS, "Lembar survey, baris 1: Kolom type, name tidak ada."),
        ("| survey |\n| | type | name | name |\n| | text | a | b |", "Lembar survey, baris 1, kolom name: Kolom ini ada dua kali."),
        ("| survey |\n| | type | name | label |\n| | text | a | A |", "Lembar settings tidak ada."),
        (survey("text | a | A").replace("| uji |", "| |"), "Lembar settings, baris 2, kolom form_id: Isi form_id."),
        (survey("text | a | A").replace("| uji |", "| u j i |"), "Lembar settings, baris 2, kolom form_id: Pakai huruf"),
        (survey("text | a | A").replace("Uji | 1 |", "Uji | |"), "Lembar settings, baris 2, kolom version: Isi version."),
        (
            survey("text | a | A").replace("version |\n| | uji | Uji | 1 |", "version | submission_url |\n| | uji | Uji | 1 | x |"),
            "Lembar settings, baris 2, kolom submission_url: Jawaban tidak boleh dikirim ke tempat lain.",
        ),
        (survey("text | a | A").replace("| biru |", "| merah |"), "Lembar choices, baris 3, kolom name: Pilihan “merah” sudah ada"),
        (survey("text | a | A").replace("| biru |", "| biru tua |"), "Lembar choices, baris 3, kolom name: Nama pilihan “biru tua”"),
        (survey("text | a | A").replace("| Biru |", "| |"), "Lembar choices, baris 3, kolom label: Pilihan ini tidak punya label."),
        (survey("text | a | A").replace("| warna | biru", "| | biru"), "Lembar choices, baris 3, kolom list_name: Nama daftar kosong."),
        (survey("text | a | A") + "\n| entities |\n| | list_name |\n| | x |", "Lembar entities: Lembar ini tidak didukung."),
        (survey(*["text | a | A"] * 2_100), "Lembar survey: Terlalu banyak baris: paling banyak 2.000."),
        (
            survey("text | a | A").replace("| | warna | biru | Biru |", "\n".join(f"| | w | n{n} | N |" for n in range(10_100))),
            "Lembar choices: Terlalu banyak baris: paling banyak 10.000.",
        ),
    ],
)  # fmt: skip
def test_a_clumsy_workbook_is_told_where(markdown, expected):
    assert expected in " | ".join(told(markdown))


def test_all_faults_are_told_at_once():
    assert len(told(survey("teks | a | A", "text | b c | B", "text | d |", "text | e | E | foo()"))) == 4


def test_what_pyxform_finds_is_told_in_indonesian():
    faults = told(survey("range | a | A | start=x", header="type | name | label | parameters"))
    assert faults == ["Lembar survey, baris 2, kolom parameters: Parameter ini harus berupa angka."]


def test_a_missing_translation_is_a_notice():
    text = (FORMS / "pasar.md").read_text().replace("| Kind of goods |", "| |")
    checked = check(text.encode(), "pasar.md")
    assert checked.form
    assert "Lembar survey, baris 5, kolom label: Belum diterjemahkan ke English (en)." in map(str, checked.notices)


def test_a_pattern_that_also_fits_a_part_is_a_notice():
    checked = check(survey("text | a | A | | regex(., '[0-9]+')").encode(), "uji.md")
    assert checked.form
    assert any("tanpa ^ di awal" in str(notice) for notice in checked.notices)


@pytest.mark.parametrize("formula", ["regex(${a}, '^a/b$')", "${a} > -1", "count(/data/a[. = 1]) > 0", "'1/2' = ${a}"])
def test_a_good_formula_is_left_alone(formula):
    assert told(survey("text | a | A", f"text | b | B | {formula}")) == []


def test_a_sum_over_answers_that_may_be_missing_is_a_notice():
    def noticed(required, formula):
        rows = [f"integer | x | X | | | | {required}", f"calculate | t | | | | {formula} |"]
        header = "type | name | label | relevant | constraint | calculation | required"
        checked = check(
            survey("begin_repeat | r | R", rows[0], "end_repeat | |", rows[1], header=header).encode(), "uji.md"
        )
        assert checked.form
        return any("menjadi bukan angka" in str(notice) for notice in checked.notices)

    assert noticed("", "sum(${x})")
    assert not noticed("yes", "sum(${x})")
    assert not noticed("", "sum(${x}[. != ''])")


def test_a_running_total_is_no_circle():
    rows = ["begin_repeat | r | R", "integer | x | X", "calculate | t | | | | ${x} + coalesce(/data/r[position() = position(current()/..) - 1]/t, 0)"]  # fmt: skip
    assert told(survey(*rows, "end_repeat | |")) == []


@pytest.mark.parametrize("name", ["uji", "uji.txt", "uji.xls", "uji.xlsm", "uji.xlsb", "../../uji.exe"])
def test_only_known_kinds_of_files_are_taken(name):
    assert told(survey("text | a | A"), name)


def test_a_row_number_counts_as_the_spreadsheet_does():
    """Empty rows between the questions do not move what is told."""
    from openpyxl import load_workbook

    from rangkul.base.xforms.tests.world import saved

    book = load_workbook(io.BytesIO(excel(survey("text | a | A", "text | b | B | foo()"))))
    book["survey"].insert_rows(3, 7)
    checked = check(saved(book), "uji.xlsx")
    assert [fault.row for fault in checked.faults] == [10]


PICTURED = survey("text | peta | Di mana? | peta.png", header="type | name | label | media::image")


def test_a_picture_that_did_not_come_along_is_named():
    assert [str(fault) for fault in check(PICTURED.encode(), "uji.md", came_along=["lain.png"]).faults] == [
        "Lembar survey, baris 2, kolom media::image: Gambar “peta.png” belum ikut diunggah. Kirim bersama buku kerjanya."
    ]
    assert check(PICTURED.encode(), "uji.md", came_along=["Peta.PNG"]).form.media == ("peta.png",)
    assert check(PICTURED.encode(), "uji.md").faults == ()


@pytest.mark.parametrize(
    ("column", "file", "expected"),
    [
        ("media::audio", "lagu.mp3", "Suara dan video belum bisa diputar di sini."),
        ("media::video", "gerak.mp4", "Suara dan video belum bisa diputar di sini."),
        ("media::image", "peta.svg", "“peta.svg” bukan gambar yang bisa dipakai."),
    ],
)
def test_what_would_be_drawn_by_half_is_refused(column, file, expected):
    text = survey(f"text | peta | Di mana? | {file}", header=f"type | name | label | {column}")
    (fault,) = check(text.encode(), "uji.md", came_along=[file]).faults
    assert expected in fault.message
    assert (fault.sheet, fault.row, fault.column) == ("survey", 2, column)


def test_a_sheet_beside_the_form_is_handed_on_and_bounded():
    beside = "| scoring | |\n| | type | items |\n| | score | q |\n"
    checked = check((beside + survey("text | q | Apa?")).encode(), "uji.md")
    assert checked.faults == ()
    assert [row.cells for row in checked.beside["scoring"].rows] == [{"type": "score", "items": "q"}]
    assert "scoring" not in checked.form.xml.decode()
    many = "| scoring | |\n| | type |\n" + "| | band |\n" * 400
    assert "Terlalu banyak baris" in told(many + survey("text | q | Apa?"))[0]
    run = "| scoring | |\n| | type |\n| | =1+1 |\n"
    assert "dijalankan sebagai rumus" in told(run + survey("text | q | Apa?"))[0]
