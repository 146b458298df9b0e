"""Believable other spellings of a name, for the demo world and for measuring how well a search finds.

Made from the same habits that `names` undoes, but written independently of its rules, plus slips of the
keyboard. Deterministic for a seeded `random.Random`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

_OLD = (("u", "oe"), ("j", "dj"), ("c", "tj"), ("ny", "nj"), ("sy", "sj"), ("y", "j"))
_NEW = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("f", "v"), ("v", "f"), ("ks", "x"), ("x", "ks"), ("k", "q"), ("q", "k"),
    ("zk", "sk"), ("kh", "h"), ("ch", "kh"), ("hm", "khm"), ("hm", "chm"), ("d", "dh"), ("dh", "d"), ("t", "th"),
    ("th", "t"), ("ph", "f"), ("sy", "s"), ("ai", "ae"), ("z", "dz"), ("p", "f"), ("f", "p"), ("sh", "sy"),
)  # fmt: skip
_SHORT = {
    "muhammad": ("Moh.", "Muh.", "M.", "Mochammad", "Mohammad", "Muhamad", "Mohd."),
    "mohammad": ("Moh.", "M.", "Muhammad"),
    "siti": ("St.", "Sitti"),
    "abdul": ("Abd.", "Abdoel"),
    "nur": ("Noer",),
    "wayan": ("Wyn.",),
    "ketut": ("Kt.",),
    "nyoman": ("Nym.",),
    "nasution": ("Nst.",),
    "harahap": ("Hrp.",),
}
_TITLES = ("H.", "Hj.", "Bp.", "Ibu", "Sdr.", "Drs.", "Dra.", "Ny.", "Tn.", "R.")
_DEGREES = (", S.Sos", ", S.Pd.", ", S.H.", ", M.Si", ", S.E.", " (Alm.)")
_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LONG_ENOUGH_TO_SLIP = 4


class Variant(NamedTuple):
    """`kind` names the habit: old, respelled, doubled, ending, short, title, order, joined or typo."""

    text: str
    kind: str


def variants(name: str, rng: Random) -> list[Variant]:
    """One variant of each habit that fits this name; none equals the name."""
    found = []
    for kind, make in _HABITS.items():
        text = make(name, rng)
        if text and text != name:
            found.append(Variant(text, kind))
    return found


def variant(name: str, rng: Random) -> Variant:
    """One of them by chance; the name itself, of kind "same", where no habit fits."""
    return rng.choice(variants(name, rng) or [Variant(name, "same")])


def _old(name: str, rng: Random) -> str:
    """The whole name as a clerk wrote it before 1972."""
    lower = name.lower()
    return " ".join(_old_word(word) if len(word) > 2 else word for word in lower.split()).title() if lower else ""


def _old_word(word: str) -> str:
    for new, old in (("ny", "nj"), ("sy", "sj")):
        word = word.replace(new, old)
    return re.sub("[ujcy]", lambda match: dict(_OLD)[match[0]], re.sub(r"(?<=[ns])j", "J", word)).replace("J", "j")


def _respelled(name: str, rng: Random) -> str:
    fitting = [(old, new) for old, new in _NEW if old in name.lower()]
    return _exchange(name, *rng.choice(fitting), rng) if fitting else ""


def _exchange(name: str, old: str, new: str, rng: Random) -> str:
    spot = rng.choice([match.start() for match in re.finditer(old, name.lower())])
    return (name[:spot] + new + name[spot + len(old) :]).title()


def _doubled(name: str, rng: Random) -> str:
    double = re.search(r"([a-z])\1", name)
    if double:
        return name[: double.start()] + name[double.start() + 1 :]
    spots = [match.start() for match in re.finditer(r"(?<=[aiueo])[lmnrst](?=[aiueo])", name)]
    if not spots:
        return ""
    spot = rng.choice(spots)
    return name[:spot] + name[spot] + name[spot:]


def _ending(name: str, rng: Random) -> str:
    """Javanese o for a, y for i, a lost or added h, d for t."""
    swaps = {"o": "a", "i": "y", "y": "i", "d": "t", "h": "", "a": "ah"}
    words = name.split()
    spot = rng.randrange(len(words)) if words else 0
    if not words or words[spot][-1] not in swaps or len(words[spot]) < _LONG_ENOUGH_TO_SLIP:
        return ""
    words[spot] = words[spot][:-1] + swaps[words[spot][-1]]
    return " ".join(words)


def _short(name: str, rng: Random) -> str:
    words = name.split()
    for spot, word in enumerate(words):
        shorter = _SHORT.get(word.lower())
        # "M." and "St." are read as Muhammad and Siti only in front.
        if shorter and (spot == 0 or word.lower() not in ("muhammad", "mohammad", "siti")):
            return " ".join([*words[:spot], rng.choice(shorter), *words[spot + 1 :]])
    return ""


def _title(name: str, rng: Random) -> str:
    return f"{rng.choice(_TITLES)} {name}" if rng.random() < 0.6 else name + rng.choice(_DEGREES)


def _order(name: str, rng: Random) -> str:
    words = name.split()
    if len(words) < 2 or "bin" in words or "binti" in words:
        return ""
    rng.shuffle(words)
    return " ".join(words)


def _joined(name: str, rng: Random) -> str:
    match = re.search(r"\b(Nur|Abdul|Sri|Dwi) ?([A-Za-z][a-z]{3,})", name)
    if not match:
        return ""
    whole = f"{match[1]}{match[2].lower()}" if " " in match[0] else f"{match[1]} {match[2].title()}"
    return name[: match.start()] + whole + name[match.end() :]


def _typo(name: str, rng: Random) -> str:
    """One slip inside one word: a letter lost, doubled, swapped with the next, or hit beside."""
    spots = [
        match.start() + place
        for match in re.finditer(r"[A-Za-z]+", name)
        if len(match[0]) >= _LONG_ENOUGH_TO_SLIP
        for place in range(1, len(match[0]) - 1)
    ]
    if not spots:
        return ""
    return _slip(name, rng.choice(spots), rng)


def _slip(name: str, spot: int, rng: Random) -> str:
    before, letter, after = name[:spot], name[spot], name[spot + 1 :]
    return rng.choice(
        [
            before + after,
            before + letter + letter + after,
            before + after[0] + letter + after[1:],
            before + _beside(letter, rng) + after,
            before + letter + _beside(letter, rng) + after,
        ]
    )


def _beside(letter: str, rng: Random) -> str:
    for row in _KEYBOARD:
        if (place := row.find(letter.lower())) >= 0:
            return rng.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    return letter


_HABITS: dict[str, Callable[[str, Random], str]] = {
    "old": _old,
    "respelled": _respelled,
    "doubled": _doubled,
    "ending": _ending,
    "short": _short,
    "title": _title,
    "order": _order,
    "joined": _joined,
    "typo": _typo,
}
