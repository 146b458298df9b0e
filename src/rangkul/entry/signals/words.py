"""The spellings: `data/words.csv` has one common word a row and how else people write it, regional words among them."""

import csv
from importlib import resources

# Words that people hide behind stars: "b*nuh d*ri".
HIDEABLE = ("bunuh", "diri", "mati", "bundir", "suicide", "perkosa", "sayat", "gantung", "koit", "koid", "ngendat")
ONE_LETTER = {"g": "tidak", "d": "di", "q": "saya", "y": "ya"}


def rows(name: str) -> list[dict[str, str]]:
    file = resources.files("rangkul.entry.signals").joinpath(f"data/{name}.csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _written() -> dict[str, tuple[str, ...]]:
    """As written → the common words; a common word stands for itself, and so do the words of its parts."""
    spellings: dict[str, tuple[str, ...]] = {}
    for row in rows("words"):
        common = tuple(row["word"].split())
        for written in row["written"].split():
            if written in spellings:
                raise ValueError(f"{written!r} is written for two words")
            spellings[written] = common
    return spellings


WRITTEN = _written()
_COMMON = frozenset(word for words in WRITTEN.values() for word in words) | frozenset(
    word for row in rows("lexicon") for part in row["form"].split() for word in part.split("|") if word.isalpha()
)


def known(word: str) -> bool:
    return word in WRITTEN or word in _COMMON
