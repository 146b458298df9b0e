"""What people type in a conversation, as it is kept: what cannot be seen and what turns letters round is left out."""

import re
import unicodedata

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.support.counselling.states import LONGEST_MESSAGE

# Joins the parts of one picture ("family", flags of professions): allowed between two pictures only.
_JOINER = "\u200d"
# Soft hyphen, word joiners, marks of direction, the invisible letters of tags and of old encodings.
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]")  # fmt: skip  # noqa: E501
_BLANK_LINES = re.compile(r"\n{4,}")
# More marks on one letter than any script writes climb over the lines above.
_PILED = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip  # noqa: E501


def plain(text: str) -> str:
    """NFC, unix line ends, nothing invisible, no change of direction, at most three blank lines together."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _UNSEEN.sub("", text)
    text = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in _NEVER)
    return _BLANK_LINES.sub("\n\n\n", _PILED.sub(r"\1", _joined(text))).strip()


def sayable(text: str) -> str:
    """One message as it is kept. Raises Refused for an empty one and for one that is too long."""
    words = plain(text)
    if not words:
        raise Refused(_("Tulis dulu pesannya."), field="text", code="empty")
    if len(words) > LONGEST_MESSAGE:
        long = {"most": LONGEST_MESSAGE, "n": len(words)}
        raise Refused(
            _("Pesannya terlalu panjang: paling banyak %(most)d huruf, sekarang %(n)d. Kirim dalam beberapa bagian.")
            % long,
            field="text",
            code="long",
        )
    return words


# Controls, surrogates, letters that no standard has.
_NEVER = frozenset({"Cc", "Cs", "Cn"})


def _joined(text: str) -> str:
    if _JOINER not in text:
        return text
    kept = []
    for at, letter in enumerate(text):
        between = letter == _JOINER and 0 < at < len(text) - 1
        if letter != _JOINER or (between and _pictured(text[at - 1]) and _pictured(text[at + 1])):
            kept.append(letter)
    return "".join(kept)


def _pictured(letter: str) -> bool:
    """A picture, its tone of skin, or the sign that asks for a coloured drawing."""
    return letter == "\ufe0f" or unicodedata.category(letter) in ("So", "Sk")


def same_word(one: str, other: str) -> bool:
    """Whether two say the same word, however it is written: in capitals, with a full stop, with blanks around."""
    return bool(bare(one)) and bare(one) == bare(other)


def bare(word: str) -> str:
    """What of a code word counts."""
    return "".join(letter for letter in word.casefold() if letter.isalnum())
