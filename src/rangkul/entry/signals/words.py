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


def _classes() -> dict[str, list[str]]:
    """Words that may stand for each other in a form; a class may name another."""
    classes: dict[str, list[str]] = {}
    for row in rows("classes"):
        classes[row["name"]] = [
            one for word in row["words"].split() for one in (classes[word[1:]] if word.startswith("@") else [word])
        ]
    return classes


CLASSES = _classes()


def choices(part: str) -> list[str]:
    """The words of one place in a form: `a|b*|@name`."""
    return [one for word in part.split("|") for one in (CLASSES[word[1:]] if word.startswith("@") else [word])]


WRITTEN = _written()
_COMMON = frozenset(word for words in WRITTEN.values() for word in words) | frozenset(
    word
    for row in rows("lexicon")
    for part in row["form"].split()
    if part[0] not in "<.^$"
    for word in choices(part)
    if word.isalpha()
)
# Words of which people also write derived forms ("menghilangkan"), and those with letters left out ("slamanya").
STEMS = frozenset(row["stem"] for row in rows("stems"))


def known(word: str) -> bool:
    return word in WRITTEN or word in _COMMON
