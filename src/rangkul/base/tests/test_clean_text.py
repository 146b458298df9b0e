"""What is typed is kept as it was typed, but for what nobody sees."""

import sys
import unicodedata

from rangkul.base.forms.kit import clean_text

OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_every_letter_is_kept_but_controls_surrogates_and_what_turns_the_direction_round():
    for number in range(sys.maxunicode + 1):
        letter = unicodedata.normalize("NFC", chr(number))
        unseen = {"Cc", "Cs"} & {unicodedata.category(letter[0])} or letter in OVERRIDES
        kept = "" if unseen and letter not in "\n\t\r" else letter.replace("\r", "\n")
        assert clean_text(f"a{chr(number)}b") == unicodedata.normalize("NFC", f"a{kept}b"), hex(number)


def test_line_ends_are_unix_and_accents_composed():
    assert clean_text("satu\r\ndua\rtiga\n\te\u0301") == "satu\ndua\ntiga\n\té"
