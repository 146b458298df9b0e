"""A full name becomes the words that say who is meant, each with its weight."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rangkul.base.names import words
from rangkul.base.names.spelling import KEPT_WORDS, key, modern, plain

# Longer names are typed by mistake or malice; the law knows sixty characters.
LONGEST_NAME = 200
MOST_WORDS = 12
# Whole names hardly come again: those of the search at hand.
_KEPT_NAMES = 512
_GAPS = re.compile(r"[\s,;/()\[\]\"“”_+&@|]+")
# The l of abdul takes the sound that follows: Abdurrahman, Abdussalam. Abdullah is one word.
_ABDUL = re.compile(r"abdul(?!l?[ao]h?$)(.{3,})|abdu(?=([drstnz]))\2?(\2.{3,})")
# Words that stand between names and are none.
_BETWEEN = words.FATHER | words.ALIAS
# Sriyanto is not Sri Yanto as often as it is Sri Anto with a glide, so y stays joined there.
_JOINED = re.compile(r"(nur|noer)(?!ul$|din$|dien$)(.{3,})|(sri|dwi)(?!y)(.{3,})")


@dataclass(frozen=True, slots=True)
class Token:
    """`raw` as typed, `modern` in the spelling of today, `key` as it sounds.

    `kind` is "" for a plain word, "short" for an abbreviation that was written out, "initial" for one letter,
    "joined" for a part of a word that is also written as two.
    `father` marks the words behind bin or binti.
    """

    raw: str
    modern: str
    key: str
    weight: float
    kind: str = ""
    father: bool = False


class Name(NamedTuple):
    tokens: tuple[Token, ...]
    newborn: bool = False
    titled: bool = False

    @property
    def fathers(self) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.father)


@lru_cache(maxsize=_KEPT_NAMES)
def read(name: str) -> Name:
    """Title-free, written-out words of a name in their order; titles alone are read as a name."""
    head, comma, tail = name[:LONGEST_NAME].partition(",")
    typed = [word for word in _GAPS.split(head) if plain(word)][:MOST_WORDS]
    shortest = 3 if len(typed) == 1 else 4
    late = [word for word in _GAPS.split(tail) if _is_late_name(word, shortest)] if comma else []
    kept = _without_titles(typed) + late
    titled = len(kept) < len(typed) or bool(comma and not late)
    newborn = len(kept) > 1 and plain(kept[0]) in words.NEWBORN
    if newborn:
        kept = _without_titles(kept[1:])
    return Name(tuple(_tokens(kept)), newborn, titled)


def tokens(name: str) -> tuple[Token, ...]:
    return read(name).tokens


def _is_late_name(word: str, shortest: int) -> bool:
    # Behind a comma stand degrees, or the given names of somebody listed by family name.
    return "." not in word and len(plain(word)) >= shortest and plain(word) not in words.TITLES_BEHIND


def _without_titles(typed: list[str]) -> list[str]:
    start, end = 0, len(typed)
    while end - start > 1 and _is_front_title(typed[start]):
        start += 1
    while end - start > 1 and _is_back_title(typed[end - 1]):
        end -= 1
    return typed[start:end]


@lru_cache(maxsize=KEPT_WORDS)
def _is_front_title(word: str) -> bool:
    letters = plain(word)
    return letters in words.TITLES_IN_FRONT or (letters in words.DOTTED_TITLES and word.endswith("."))


@lru_cache(maxsize=KEPT_WORDS)
def _is_back_title(word: str) -> bool:
    letters = plain(word)
    return letters in words.TITLES_BEHIND and ("." in word or letters not in words.NAMES_TOO)


def _tokens(kept: list[str]) -> list[Token]:
    found: list[Token] = []
    father = False
    for word in kept:
        letters = plain(word)
        if not found or letters not in _BETWEEN:
            found += _word(word, not found, father)
        elif letters in words.FATHER:
            father = True
    return found


@lru_cache(maxsize=KEPT_WORDS)
def _word(typed: str, first: bool, father: bool) -> tuple[Token, ...]:
    parts = [part for part in re.split(r"[.\-'’`]+", typed) if plain(part)]
    letters = plain(typed)
    if len(parts) > 1 and letters not in words.ABBREVIATIONS and _is_several(typed, parts):
        return sum((_word(f"{part}.", first and not n, father) for n, part in enumerate(parts)), ())
    longer = (first and words.FIRST_WORDS.get(letters)) or words.ABBREVIATIONS.get(letters)
    split = _split(longer or letters)
    kind = _kind(letters, longer, split)
    return tuple(Token(typed, word, key(word), _weight(word, kind), kind, father) for word in split)


def _is_several(typed: str, parts: list[str]) -> bool:
    # "M.Rizki" and "Nur-Hayati" are two words, "Ma'ruf" and "Jum'at" are one.
    return "." in typed.rstrip(".") or ("-" in typed and min(map(len, parts)) > 2)


def _kind(letters: str, longer: str | None, split: list[str]) -> str:
    if len(letters) == 1 and letters not in words.LIGHT:
        return "initial"
    if longer:
        return "short"
    return "joined" if len(split) > 1 else ""


def _split(word: str) -> list[str]:
    abdul = _ABDUL.fullmatch(word.replace("abdoe", "abdu"))
    if abdul:
        return ["abdul", modern(abdul[1] or abdul[3])]
    joined = _JOINED.fullmatch(word)
    if joined:
        return [modern(joined[1] or joined[3]), modern(joined[2] or joined[4])]
    return modern(word).split()


def _weight(word: str, kind: str) -> float:
    if kind == "initial":
        return words.INITIAL_WEIGHT
    return words.LIGHT_WEIGHT if word in words.LIGHT else words.WEIGHTS.get(word, 1.0)
