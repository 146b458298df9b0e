"""Signs of danger in words: what raises, what does not, and which words are shown."""

import hashlib

import pytest

from rangkul.entry.signals.lexicon import lexicon
from rangkul.entry.signals.queries import VERSION, codes, signals, told
from rangkul.entry.signals.reading import read
from rangkul.entry.signals.states import Kind, Why
from rangkul.entry.signals.words import rows


def kinds(text):
    return {one.kind for one in signals(text)}


@pytest.mark.parametrize(
    "text",
    [
        "pgn bgt akhirin idup",
        "aku mau bvnuh d1ri",
        "b u n u h d i r i",
        "pengen b*nuh diri",
        "hayang paeh wae",
        "PENGEN MATIIII",
    ],
)
def test_chat_regional_and_hidden_spellings_are_heard(text):
    assert Kind.SELF_HARM in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "mati lampu dari pagi", "capek banget pengen mati ketawa", "hp saya mati", "",
        "saya tidak pernah berpikir untuk bunuh diri", "nonton film tentang bunuh diri",
        "Saya sudah tenang, terima kasih.", "Kalau ada yang jaga adik, aku tenang.", "he is back and gone again",
        "Saya tidak mau bolos cuci darah karena ongkos.", "Menata obat dan melihat kamar mandi",
    ],
)  # fmt: skip
def test_what_only_sounds_like_danger_is_not(text):
    assert signals(text) == []


def test_a_denial_ends_with_its_clause():
    assert Kind.SELF_HARM in kinds("Saya tidak mau bunuh diri, tapi saya tidak kuat hidup begini.")


def test_who_says_i_is_believed_beside_a_song():
    assert Kind.SELF_HARM in kinds("gara gara lagu itu saya ingin mati")


def test_the_words_are_shown_as_they_were_written():
    text = "Halo. Aku PGN ma\u200bti, tolong"
    (one,) = signals(text)
    assert text[slice(*one.span)] == one.words
    assert one.words == "PGN ma\u200bti"
    assert (one.level, one.why, one.other) == ("merah", Why.WISH, False)


def test_it_says_when_somebody_else_is_meant():
    assert signals("teman saya mau bunuh diri")[0].other


def test_a_bare_word_raises_less_than_a_wish():
    assert {one.level for one in signals("mati itu damai ya")} == {"oranye"}


def test_weak_words_raise_only_three_near_each_other_and_not_of_one_kind():
    near = "besok aku tidak tahu, rasanya sudah percuma, di lantai dua malam ini"
    found = signals(near)
    assert {(one.kind, one.level, one.alone) for one in found} == {(Kind.SELF_HARM, "oranye", False)}
    assert len(found) > 3
    assert "bersama kata lain" in found[0].why_words
    assert not signals("besok di lantai dua malam ini")
    assert not signals("kenapa begini, dunia ini sempit, percuma")
    assert not signals("malam ini, malam ini, malam ini")
    between = " Kami membeli beras, sayur, ikan, dan minyak di pasar untuk anak-anak yang pulang sekolah."
    assert not signals(f"Percuma.{between} Rumahnya lantai dua.{between} Malam ini.")


def test_a_line_tells_the_words_of_one_kind_together():
    (line,) = told("maaf semua, aku mau mati. aku mau bunuh diri")
    assert line == f"mau mati, mau bunuh diri ({Kind.SELF_HARM.label})"


def test_beside_a_partner_a_friend_is_not_who_strikes():
    assert kinds("aku tinggal sama pacar, semalam dicekik gara-gara chat teman") == {Kind.VIOLENCE_HOME}


def test_what_a_rule_keeps_holds_no_word_of_the_person():
    assert codes("aku mau mati") == [["self_harm", "merah", "wish"]]


def test_whom_a_blow_hits_decides_the_kind():
    assert kinds("Saya dipukul suami") == {Kind.VIOLENCE_HOME}
    assert kinds("anak tetangga dipukuli bapaknya") == {Kind.CHILD}
    assert kinds("saya dipukuli preman pasar") == {Kind.HARM_OTHERS}


def test_every_form_can_be_read_and_has_its_words():
    listed = [row for row in rows("lexicon") if row["kind"] not in ("shield", "context", "joke")]
    assert {row["kind"] for row in listed} <= {*Kind.values, "violence", "sexual"}
    assert {row["why"] for row in listed} == set(Why.values)
    assert {row["level"] for row in listed} == {"merah", "oranye"}
    assert len({row["form"] for row in rows("lexicon")}) == len(rows("lexicon"))
    assert {row["strength"] for row in listed} == {"sure", "mention", "hint", "weak"}
    assert lexicon().context
    assert lexicon().jokes


def test_a_changed_list_is_a_new_version():
    lists = [rows(name) for name in ("lexicon", "classes", "words", "stems")]
    held = (VERSION, hashlib.sha256(repr(lists).encode()).hexdigest()[:16])
    assert held == (4, "07e35bd25fcc58e2"), "A list changed: raise VERSION in lexicon.py and set both down here."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("mnyrah", ["menyerah"]),
        ("slamanya", ["selamanya"]),
        ("menghilangkan", ["hilang"]),
        ("tarakhir", ["terakhir"]),
        ("giliranku", ["giliran", "saya"]),
        ("m-a-t-i", ["mati"]),
        ("k*id", ["mati"]),
        ("bagi2in", ["bagi"]),
        ("harap", ["harap"]),
        ("bertahap", ["bertahap"]),
    ],
)
def test_a_spelling_is_guessed_only_where_a_word_of_the_list_is_like_it(written, said):
    assert [word.said for word in read(written)] == said


def test_the_halves_of_a_form_stand_in_either_order():
    assert Kind.SELF_HARM in kinds("tidak ada yang nyari, satu-satunya jalan ya mati")
    assert Kind.SELF_HARM in kinds("mati rasanya satunya jalan")


def test_two_hints_of_different_kinds_raise_to_orange_and_one_does_not():
    assert signals("di dapur ada pisau") == []
    assert {one.level for one in signals("di laci ada pisau. makasih selama ini")} == {"oranye"}


def test_tidak_in_a_question_denies_nothing():
    assert Kind.SELF_HARM in kinds("boleh ga mati aja")
    assert kinds("aku ga mau bunuh diri") == set()


def test_a_spelling_that_means_no_only_in_one_region_silences_nobody():
    assert Kind.SELF_HARM in kinds("aku seng pengen mati")
    assert Kind.SELF_HARM in kinds("Hana mau bunuh diri")
    assert Kind.SELF_HARM in kinds("beta su seng kuat hidop")


def test_laughter_takes_a_bare_word_but_no_wish():
    assert signals("lucu, sampe mati wkwk") == []
    assert Kind.SELF_HARM in kinds("pengen mati aja 😂")


def test_who_wants_to_hurt_somebody_is_heard_too():
    assert [Kind.HARM_OTHERS, "merah", Why.INTENT] in codes("kalau dia datang lagi saya bacok dia")


def test_anything_can_be_read():
    for text in ("\x00\ufffd" * 50, "𝓶𝓪𝓽𝓲 " * 10, "ß" * 100, "a*" * 5000, "\u202e mati"):
        signals(text)
    assert [word.said for word in read("gabisa")] == ["tidak", "bisa"]
