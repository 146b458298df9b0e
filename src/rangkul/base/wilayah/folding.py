"""The spelling of places, folded so that what people type finds what the ministry writes.

Every rule keeps prefixes: what folds from the first letters of a word begins what folds from the whole word. So a
typed beginning is a range of the index.
"""

import re
import unicodedata
from functools import lru_cache

# Raised when a rule changes: the stored keys are then made anew.
VERSION = 1

_WORD = re.compile(r"[a-z0-9]+")
_RULES = [
    (re.compile(pattern), new)
    for pattern, new in (
        (r"eu", "e"),
        (r"(?<=[bdgkptw])h", ""),
        (r"s[yh]", "s"),
        (r"y", "i"),
        (r"[vp]h?", "p"),
        (r"f", "p"),
        (r"q", "k"),
        (r"ngg", "ng"),
        (r"(.)\1+", r"\1"),
    )
]
# Spelling of before 1972, as older people and street names keep it.
_OLD = (("oe", "u"), ("tj", "c"), ("dj", "j"), ("nj", "ny"), ("sj", "sy"))
# What people write for a place whose name is longer.
_SHORT = {
    "jabar": "jawa barat", "jateng": "jawa tengah", "jatim": "jawa timur", "diy": "daerah istimewa yogyakarta",
    "dki": "daerah khusus ibukota jakarta", "jogja": "yogya", "jogjakarta": "yogyakarta", "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur", "sumut": "sumatera utara", "sumbar": "sumatera barat", "sumsel": "sumatera selatan",
    "sulut": "sulawesi utara", "sulteng": "sulawesi tengah", "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat", "kalbar": "kalimantan barat", "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan", "kaltim": "kalimantan timur", "kaltara": "kalimantan utara",
    "kepri": "kepulauan riau", "babel": "bangka belitung", "malut": "maluku utara", "jakpus": "jakarta pusat",
    "jaksel": "jakarta selatan", "jakbar": "jakarta barat", "jaktim": "jakarta timur", "jakut": "jakarta utara",
    "tangsel": "tangerang selatan", "solo": "surakarta",
}  # fmt: skip
# Words that say which kind of place follows; most people mean the place, whatever its kind.
_KINDS = frozenset(
    ("desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "distrik", "provinsi", "propinsi", "prov", "kalurahan")
)
MOST_WORDS = 6


@lru_cache(maxsize=100_000)
def fold_word(word: str) -> str:
    for pattern, new in _RULES:
        word = pattern.sub(new, word)
    return word


def fold(name: str) -> list[str]:
    """The folded words of a name, in order."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return [fold_word(word) for word in _WORD.findall(plain.lower().replace("'", ""))]


def starts(words: list[str]) -> list[str]:
    """Every place in a folded name at which somebody may begin, run together: people differ about the gaps."""
    return ["".join(words[place:]) for place in range(len(words))]


def questions(text: str) -> list[list[str]]:
    """The folded words of what somebody typed; a second reading where it looks like the old spelling."""
    typed = [word for word in _split(text) if word not in _KINDS] or _split(text)
    written_out = " ".join(_SHORT.get(word, word) for word in typed)
    modern = written_out
    for old, new in _OLD:
        modern = modern.replace(old, new)
    readings = [fold(written_out)[:MOST_WORDS]]
    return readings if modern == written_out else [*readings, fold(modern)[:MOST_WORDS]]


def _split(text: str) -> list[str]:
    return text.lower().replace(",", " ").replace(".", " ").split()
