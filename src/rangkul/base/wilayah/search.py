"""From typed letters to region codes: ranges of one index, then ranking here.

A word may begin any word of a place's name; the other words must begin words of the places around it. So
"cibeureum cimahi" and "cimahi cibeureum" are the Cibeureum of Cimahi, and "suka maju" is Sukamaju.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection
from rapidfuzz import fuzz, process

from rangkul.base.wilayah import folding

_SHORTEST = 2
# So few letters begin thousands of villages: only larger places and exact names answer.
_FEW = 3
# Candidates that are ranked; ordered so that the best are among them.
_CANDIDATES = 60
_ARM = """
(SELECT s.region_id, s.key, s.whole, s.level, %s::int AS typed, %s::int AS named, %s::boolean AS leading
 FROM wilayah_regionstart s {join}
 WHERE s.key ~>=~ %s AND s.key ~<~ %s {few}{around}
 ORDER BY s.key <> %s, NOT s.whole, s.level, length(s.key), s.region_id LIMIT {candidates})
"""
_JOIN = "JOIN wilayah_region r ON r.code = s.region_id"
_SIMILAR = "SELECT DISTINCT key FROM wilayah_regionstart WHERE key ~>=~ %s AND key ~<~ %s LIMIT 6000"
_ALIKE = 84


class _Split(NamedTuple):
    """Some neighbouring words taken as the beginning of the name (`head`), the rest as what lies around it."""

    head: str
    rest: list[str]
    named: int
    leading: bool


def find(text: str, limit: int, *, every_word: bool = False) -> list[str]:
    """Codes, the likeliest first; nothing for fewer than two letters, nor with `every_word` where one of them fits no
    place."""
    readings = [words for words in folding.questions(text) if sum(map(len, words)) >= _SHORTEST]
    for words in readings:
        if codes := _ranked(words, limit):
            return codes
    for words in readings:
        if codes := _ranked(_mended(words), limit):
            return codes
    if every_word:
        return []
    # A wrong word behind a right one must not hide it.
    return find(" ".join(readings[0][:-1]), limit) if readings and len(readings[0]) > 1 else []


def _ranked(words: list[str], limit: int) -> list[str]:
    best: dict[str, tuple] = {}
    for code, key, whole, level, typed, named, leading in _candidates(words):
        # Words that name the place itself count more than words around it, an exact name more than a beginning,
        # and most people write the smaller place first.
        rank = (-named, len(key) != typed, not leading, not whole, level, len(key), code)
        if code not in best or rank < best[code]:
            best[code] = rank
    return sorted(best, key=best.__getitem__)[:limit]


def _candidates(words: list[str]) -> list[tuple]:
    arms = [arm for split in _splits(words) if len(split.head) >= _SHORTEST for arm in _arms(split)]
    if not arms:
        return []
    query = " UNION ALL ".join(arm for arm, _ in arms)
    with connection.cursor() as cursor:
        cursor.execute(query, [value for _, values in arms for value in values])
        return cursor.fetchall()


def _arms(split: _Split) -> Iterator[tuple[str, list]]:
    few = len(split.head) <= _FEW
    yield _arm(split, f"{split.head}{{", "AND s.level < 4" if few else "")
    if few:
        yield _arm(split, f"{split.head} ", "")


def _arm(split: _Split, end: str, few: str) -> tuple[str, list]:
    around = " AND r.search_key LIKE %s" * len(split.rest)
    arm = _ARM.format(join=_JOIN if around else "", few=few, around=around, candidates=_CANDIDATES)
    head = split.head
    return arm, [len(head), split.named, split.leading, head, end, *(f"% {word}%" for word in split.rest), head]


def _splits(words: list[str]) -> Iterator[_Split]:
    for cut in range(1, len(words) + 1):
        yield _Split("".join(words[:cut]), words[cut:], cut, True)
    for cut in range(1, len(words)):
        yield _Split("".join(words[cut:]), words[:cut], len(words) - cut, False)


def _mended(words: list[str]) -> list[str]:
    """The words with the first long one exchanged for the key most like it, when nothing was found as typed."""
    for place, word in enumerate(words):
        if len(word) < 5:
            continue
        with connection.cursor() as cursor:
            cursor.execute(_SIMILAR, [word[:2], f"{word[:2]}{{"])
            keys = [key for (key,) in cursor.fetchall()]
        found = process.extractOne(word, keys, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if found and found[0] != word:
            return [*words[:place], found[0], *words[place + 1 :]]
    return []
