"""Signs of danger in own words: found in everyday spellings, raised rather than missed."""

import pytest

from rangkul.entry.intake.rules.words import flags


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Saya capek hidup, pengen mati aja", "suicide"),
        ("gak kuat hidup lagi", "suicide"),
        ("suami bawa GOLOK", "weapon"),
        ("dia lagi ngamuk", "violence_now"),
        ("saya dipukuli tiap malam", "violence"),
        ("bapak suka nampar ibu", "violence"),
        ("adik saya dicabuli tetangga", "sexual_violence"),
        ("majikan: tidak boleh keluar rumah", "locked_in"),
        ("paspornya ditahan", "locked_in"),
        ("ibu pingsan dan belum sadar", "medical"),
        ("diancam fotonya disebar", "threat"),
        ("anak saya hilang sejak kemarin", "missing"),
        ("cucu saya belum pulang sejak Senin", "missing"),
        ("bayinya panas", "infant"),
        ("lagi hamil 7 bulan", "pregnant"),
        ("sudah dua hari gak makan", "no_food"),
        ("beras habis", "no_food"),
        ("kami diusir dari kontrakan", "no_shelter"),
        ("tidur di emperan toko", "no_shelter"),
        ("nenek tinggal sendirian di gubuk", "older_alone"),
    ],
)
def test_everyday_words_raise_their_flag(text, flag):
    assert flag in flags(text)


@pytest.mark.parametrize(
    "text",
    ["", "Saya mau tanya cara mengurus BPJS.", "Bagaimana daftar pelatihan menjahit?", "Terima kasih banyak"],
)
def test_ordinary_words_raise_nothing(text):
    assert flags(text) == []


def test_signs_and_capitals_do_not_hide_a_word():
    assert "suicide" in flags("ingin... MATI!!!".replace("...", " "))
    assert "weapon" in flags("(pisau)")


def test_a_very_long_text_is_read_in_bounded_time():
    assert flags("a" * 2_000_000) == []
