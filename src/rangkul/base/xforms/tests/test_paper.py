from rangkul.base.xforms.paper import TURNS, blank
from rangkul.base.xforms.tests.world import form


def lines(name, language=None):
    return {line.name: line for section in blank(form(name), language).sections for line in section.lines}


def test_questions_are_numbered_and_calculations_left_out():
    found = lines("pasar")
    assert [line.number for line in found.values()] == [1, 2, 3, 4, 5, None, 6]
    assert "total" not in found
    assert found["ringkas"].text == "Belanja sebulan: Rp …"


def test_each_answer_has_its_box():
    found = lines("ceklis-panti")
    assert (found["apar"].box, found["apar"].options) == ("one of", ("Baik", "Rusak", "Tidak ada"))
    assert (found["kebersihan"].box, found["kebersihan"].options[::5]) == ("scale", ("0", "5", "10"))
    assert [found[one].box for one in ("datang", "jam_makan", "anak", "benar", "rekomendasi", "foto_apar")] == [
        *("date and time", "time", "number", "tick", "lines", "none")
    ]
    assert lines("bencana")["wakil"].box == "line"


def test_a_condition_is_put_into_words():
    found = lines("rawat-lansia")
    assert found["ada_pengasuh"].condition == "Hanya bila nomor 3 dijawab “Tidak”."
    assert lines("rawat-lansia", "jv")["ada_pengasuh"].condition == "Hanya bila nomor 3 dijawab “Mboten”."
    assert found["pengasuh_lelah"].condition == "Hanya bila nomor 5 diisi."
    assert found["jatuh"].condition == "Hanya bila sesuai jawaban sebelumnya."
    assert lines("bencana")["bencana_lain"].condition == "Hanya bila nomor 6 dijawab “Lainnya”."


def test_a_repeating_part_is_printed_more_than_once():
    sections = blank(form("bencana")).sections
    assert [(one.title, one.turns, one.depth) for one in sections if one.turns > 1] == [
        ("Dusun atau RW", TURNS, 1),
        ("Keluarga yang mengungsi", TURNS, 2),
    ]
