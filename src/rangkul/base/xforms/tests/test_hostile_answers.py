"""Answers made to hurt: refused with a clear sentence, nothing believed, in bounded time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkul.base.xforms import Form, Refused, Unreadable, check
from rangkul.base.xforms.tests.test_check import survey
from rangkul.base.xforms.tests.world import NAMES, NOW, VALUES, form


def good(name: str = "pasar") -> bytes:
    return form(name).examine(form(name).answer_from(VALUES[name], now=NOW, instance_id="uuid:contoh-1"), now=NOW).xml


def told(answer: bytes, name: str = "pasar") -> str:
    with pytest.raises(Refused) as caught:
        form(name).examine(answer, now=NOW)
    return " | ".join(f"{fault.path} {fault}" for fault in caught.value.faults)


def changed(old: str, new: str, name: str = "pasar") -> bytes:
    xml = good(name).decode()
    assert old in xml
    return xml.replace(old, new, 1).encode()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('version="1"', 'version="2"', "versi lain"),
        ('version="1"', "", "versi lain"),
        ('id="survei-pasar"', 'id="lain"', "formulir lain"),
        ('id="survei-pasar"', "", "formulir lain"),
        ("<pasar>", "<asing>1</asing><pasar>", "/data Ada isian yang tidak dikenal"),
        ("<pasar>", "<pasar>Dua</pasar><pasar>", "/data/pasar Nama pasar: Isian ini ada dua kali."),
        ("<pasar>Pasar Induk", "<pasar>Pasar<b>Induk</b>", "/data/pasar Nama pasar: Isian ini memuat isian lain"),
        ("<barang>", "liar<barang>", "/data Ada tulisan di antara isian."),
        ("<jenis>beras", "<anggota/><jenis>beras", "/data/barang[1] Barang: Ada isian yang tidak dikenal"),
        ("<meta>", '<meta xmlns="urn:lain">', "tidak dikenal"),
        ("uuid:contoh-1", "", "tidak bernomor"),
        ("uuid:contoh-1", "x" * 200, "tidak bernomor"),
        ("2026-11-20", "2026-02-30", "Tanggal survei: Tanggal ini tidak ada."),
        ("2026-11-20", "20-11-2026", "Tanggal survei: Tanggal ini tidak ada."),
        ("2026-11-20", "2026-11-20T10:00:00Z", "Tanggal survei: Tanggal ini tidak ada."),
        ("2026-11-20", "+2026-11-20", "Tanggal survei: Tanggal ini tidak ada."),
        ("<jumlah>10", "<jumlah>10.5", "/data/barang[1]/jumlah Jumlah per bulan: Isi dengan bilangan bulat"),
        ("<jumlah>10", "<jumlah>１０", "Isi dengan bilangan bulat"),
        ("<jumlah>10", "<jumlah>1e1", "Isi dengan bilangan bulat"),
        ("<jumlah>10", "<jumlah>" + "9" * 400, "Isi dengan bilangan bulat"),
        ("<harga>14500.5", "<harga>NaN", "Isi dengan angka."),
        ("<harga>14500.5", "<harga>Infinity", "Isi dengan angka."),
        ("<harga>14500.5", "<harga>-0.01", "Harga antara 1 dan 10 juta rupiah."),
        ("<jenis>beras", "<jenis>beras telur", "Pilihan ini tidak ada dalam daftarnya."),
        ("<catatan/>", f"<catatan>{'a' * 20_001}</catatan>", "Jawaban terlalu panjang"),
        ("<barang>", "<barang/>" * 300 + "<barang>", "Bagian berulang paling banyak 200 kali."),
        ("<pasar>", "<barang><barang/></barang><pasar>", "tidak dikenal"),
    ],
)
def test_an_answer_that_was_tampered_with_is_refused(old, new, expected):
    assert expected in told(changed(old, new))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"", "bukan XML"),
        (b"\x00\xff", "bukan XML"),
        (b"<data", "bukan XML"),
        (b"<html/>", "formulir lain"),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><data id="survei-pasar" version="1">&a;</data>', "DOCTYPE"),
        (b'<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd"><data id="survei-pasar" version="1"/>', "DOCTYPE"),
        (b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><data>&a;</data>', "DOCTYPE"),
        (b"<a>" * 60 + b"</a>" * 60, "bersarang terlalu dalam"),
        (b"<a>" * 5000 + b"</a>" * 5000, "bukan XML"),
        (b"<data>" + b"<a/>" * 30_000 + b"</data>", "terlalu banyak isian"),
        (b" " * 3_000_000, "terlalu besar"),
        ("<data>±</data>".encode("latin-1"), "bukan XML"),
    ],
)
def test_what_is_no_answer_is_refused(answer, expected):
    assert expected in told(answer)


def test_a_thousandfold_laugh_is_refused():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    assert told(f"<!DOCTYPE d [{laughs}]><data>&l11;</data>".encode())


def test_attributes_comments_and_instructions_are_left_behind():
    xml = changed("<pasar>", '<?php system("x") ?><!-- rahasia --><pasar onclick="x()">')
    answer = form("pasar").examine(xml, now=NOW)
    assert answer.xml == good()


def test_markup_in_an_answer_stays_text():
    values = {**VALUES["pasar"], "catatan": "<script>alert(1)</script>&amp;]]>"}
    answer = form("pasar").examine(form("pasar").answer_from(values), now=NOW)
    assert answer["catatan"] == values["catatan"]
    assert b"<script" not in answer.xml


def test_a_repeated_number_is_told_apart():
    with pytest.raises(Refused, match="instanceID"):
        form("pasar").examine(good(), now=NOW, instance_ids={"uuid:contoh-1"})
    assert form("pasar").examine(good(), now=NOW).instance_id == "uuid:contoh-1"


@pytest.mark.parametrize(
    "xml", [b"", b"<html/>", b"<!DOCTYPE a><a/>", b'<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head/></h:html>']
)
def test_what_is_no_form_is_not_read_as_one(xml):
    with pytest.raises(Unreadable):
        Form.from_xml(xml)


def heavy(calculation: str) -> Form:
    checked = check(
        survey(
            "begin_repeat | r | R", "integer | x | X", "end_repeat | |", f"calculate | c | | | | {calculation}"
        ).encode(),
        "berat.md",
    )
    assert checked.form is not None, checked.faults
    return checked.form


@pytest.mark.parametrize(
    "calculation",
    [
        "count(/data/r[count(/data/r[count(/data/r[x > 1]) > 1]) > 1])",
        "count(/data/r[/data/r[/data/r[x = current()/../r/x]/x = x]/x = x])",
    ],
)
def test_a_form_that_never_ends_is_stopped(calculation):
    there = heavy(calculation)
    answer = there.answer_from({"r": [{"x": 11111}] * 200})
    started = time.process_time()
    with pytest.raises(Refused, match="/"):
        there.examine(answer)
    assert time.process_time() - started < 10


def test_a_pattern_made_to_explode_is_answered_all_the_same():
    there = heavy("sum(/data/r[regex(join('', /data/r/x), '(1+)+(1+)+(1+)+2')]/x)")
    assert there.examine(there.answer_from({"r": [{"x": 11111}] * 100}))["c"] == 0


def test_a_text_that_doubles_is_stopped():
    chain = [f"calculate | c{n} | | | | concat(${{c{n - 1}}}, ${{c{n - 1}}})" for n in range(1, 60)]
    checked = check(survey("text | a | A", "calculate | c0 | | | | concat(${a}, ${a})", *chain).encode(), "uji.md")
    with pytest.raises(Refused):
        checked.form.examine(checked.form.answer_from({"a": "ha"}))


# Properties.

_text = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="￾￿"), max_size=30).map(str.strip)
_goods = st.fixed_dictionaries(
    {
        "jenis": st.sampled_from(["beras", "telur", "minyak", "emas"]),
        "harga": st.one_of(st.decimals(-10, 20_000_000, places=2), st.none()),
        "jumlah": st.one_of(st.integers(-5, 10**6), st.none()),
    }
)
_market = st.fixed_dictionaries(
    {
        "pasar": _text,
        "tanggal": st.one_of(st.none(), st.dates(min_value=NOW.date().replace(year=1000))),
        "barang": st.lists(_goods, max_size=4),
        "catatan": _text,
    }
)


def follows(values) -> bool:
    """The market survey's rules, said once more without any form."""
    return (
        len(values["pasar"]) >= 3
        and values["tanggal"] is not None
        and values["tanggal"] <= NOW.date()
        and all(
            one["jenis"] != "emas"
            and one["harga"] is not None
            and 0 < one["harga"] < 10_000_000
            and one["jumlah"] is not None
            and one["jumlah"] >= 0
            for one in values["barang"]
        )
    )


@settings(max_examples=150, deadline=None)
@given(_market)
def test_what_the_rules_forbid_never_passes_and_what_they_allow_does(values):
    there = form("pasar")
    xml = there.answer_from(values, now=NOW)
    try:
        answer = there.examine(xml, now=NOW)
    except Refused:
        assert not follows(values)
        return
    assert follows(values)
    assert answer["pasar"] == values["pasar"]
    assert answer["catatan"] == (values["catatan"] or None)
    assert answer["barang/harga"] == [one["harga"] for one in values["barang"]]
    assert float(answer["total"]) == pytest.approx(float(sum(one["harga"] * one["jumlah"] for one in values["barang"])))
    again = there.examine(answer.xml, now=NOW)
    assert (again.xml, again.values) == (answer.xml, answer.values)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_no_slip_in_an_answer_breaks_the_examination(name, data):
    """Refused, or taken and then the same once more: never a broken page, never half believed."""
    text = list(good(name).decode())
    for _slip in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at] = data.draw(st.sampled_from(list("<>/&;\"'= 0123456789abcxyz-é\n")))
    try:
        answer = form(name).examine("".join(text).encode(), now=NOW)
    except Refused:
        return
    assert form(name).examine(answer.xml, now=NOW).xml == answer.xml
