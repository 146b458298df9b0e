"""From any spelling of a name's word to the spelling of today, and on to the key of how it sounds.

`modern` undoes the spelling of before 1972 and nothing else. `key` is coarse on purpose: two words that a
clerk may write for the same sound share a key, and a few different names do too. Source: reference B.11.
"""

import re
import unicodedata
from functools import lru_cache

from rangkul.base.names.words import SAME_NAME

# So many words of names a process remembers. Ten times as many made no search among a million faster, and each process
# then kept the names of more and more people (docs/measured.md).
KEPT_WORDS = 4096

_NOT_LETTER = re.compile(r"[^a-z]+")
_OLD = re.compile(r"oe|tj|dj|sj|^nj")
# Setjo and Prasetjo hold a t and an old j, not a tj.
_SETYO = re.compile(r"setj(?=[ao])")
# Njoman in front; inside a word nj is modern too (Anjani), unless another old letter stands there (Moenjoel).
_OLD_NY = re.compile(r"nj")
# Half-modern spellings keep one old j: Suprijadi, Rijanto.
_OLD_GLIDE = re.compile(r"(?<=[bdklnprst]i)j(?=a(?:d|nt|t[io])|on)")
_MUHAMMAD = re.compile(r"m[ou](?:ch|kh|h)am+[ae]d")

# The letter that must be there, what to find, what to write. In this order.
_KEY_RULES = [
    (letter, re.compile(pattern), new)
    for letter, pattern, new in (
        # Choirul is Khoirul, Christina is Kristina, Chandra is Candra.
        ("ch", r"^ch(?=[rl])", "k"),
        ("ch", r"^ch(?=o|us|ud|ai|ae|al|as|ad|af|at)", "h"),
        ("ch", r"^ch", "c"),
        ("h", r"ch|kh", "h"),
        ("c", r"ck", "k"),
        ("q", r"q", "k"),
        ("x", r"x", "ks"),
        ("ts", r"ts", "s"),
        ("c", r"c(?=[ei])", "s"),
        ("c", r"(?<=.)c", "k"),
        ("s", r"sy|sh", "s"),
        ("z", r"dz", "z"),
        ("ph", r"ph", "p"),
        ("v", r"v", "p"),
        ("f", r"f", "p"),
        ("h", r"(?<=[bdgjtw])h", ""),
        ("moh", r"^moh(?=[^aeiou])", "muh"),
        # Ahmad, Amad, Cahyono, Cayono; Fatimah, Fatima.
        ("h", r"(?<=.)h(?=[^aeiou]|$)", ""),
        ("z", r"z(?=[aeiou])", "j"),
        ("z", r"z", "s"),
        ("y", r"^y", "j"),
        ("y", r"y", "i"),
        ("e", r"ae|ei", "ai"),
        ("a", r"a[uw](?=[^aeiou])", "o"),
        ("ou", r"ou", "o"),
        ("ie", r"ie(?=$|[^aeiou])", "i"),
        ("eu", r"eu", "e"),
        ("uw", r"uw(?=[aeiou])", "u"),
        # Javanese: Prasetya and Prasetyo, Wijaya and Wijoyo.
        ("o", r"o", "a"),
        ("", r"(.)\1+", r"\1"),
        ("d", r"d$", "t"),
        ("b", r"b$", "p"),
        ("g", r"(?<=[^n])g$", "k"),
    )
]


@lru_cache(maxsize=KEPT_WORDS)
def plain(word: str) -> str:
    """Only the letters a–z, without accents."""
    return _NOT_LETTER.sub("", unicodedata.normalize("NFKD", word).lower())


@lru_cache(maxsize=KEPT_WORDS)
def modern(word: str) -> str:
    """`word` holds only a–z."""
    if _MUHAMMAD.fullmatch(word):
        return "muhammad"
    if word in SAME_NAME:
        return SAME_NAME[word]
    new = _SETYO.sub("sety", word)
    new = _undo_old(new) if _OLD.search(new) else new
    new = _OLD_GLIDE.sub("y", new)
    if _MUHAMMAD.fullmatch(new):
        return "muhammad"
    return SAME_NAME.get(new, new)


def is_old(word: str) -> bool:
    """Whether letters of before 1972 stand in a typed word."""
    letters = plain(word)
    return bool(_OLD.search(letters) or _OLD_GLIDE.search(letters))


def _undo_old(word: str) -> str:
    # A lone j was a y, so the j of dj has to step aside first.
    aside = _OLD_NY.sub("ny", word).replace("dj", "J").replace("tj", "c").replace("oe", "u")
    return aside.replace("j", "y").replace("J", "j")


@lru_cache(maxsize=KEPT_WORDS)
def key(word: str) -> str:
    """The sound of one word: `key("Tjahjono") == key("Cahyono")`. Empty where there is no letter."""
    return sound(modern(plain(word)))


def sound(letters: str) -> str:
    """The key of a word that is already in the letters a–z and the spelling of today."""
    for letter, pattern, new in _KEY_RULES:
        if letter in letters:
            letters = pattern.sub(new, letters)
    return letters
