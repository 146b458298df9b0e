"""Who might be meant by a name: found by equal keys, the surest first, never more than a hundred at once.

Two waves. The first asks for all words of the name and for pairs of its words; only where that leaves too few sure
answers, the second asks the same with one word exchanged for a known one that is a slip of the keyboard away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from uuid import UUID

from django.db import connection
from rapidfuzz.distance import OSA

from rangkul.base.names import Token
from rangkul.commons.people import keys

# From one key. More namesakes than that cannot be told apart by their name anyway.
MOST_OF_A_KEY = 60
# Looked at closely in one wave, because each is scored in Python.
MOST = 100
# Of one mistyped word. Each costs a descent in an index, most of which find nobody.
GUESSES = 24

# One index descent a key; the limit stands inside, so that "muhammad" costs no more than "tjokorda". The names come
# along in the same statement, because each statement costs more than what it reads.
_FIND = """
WITH found AS MATERIALIZED (
  SELECT held.person_id, count(*) + 9 * count(*) FILTER (WHERE left(wanted.key, 1) = '=') AS weight
    FROM unnest(%s::text[]) AS wanted (key)
   CROSS JOIN LATERAL (
     SELECT k.person_id FROM people_personkey k
      WHERE k.key = wanted.key AND k.agency_id = %s LIMIT %s::int) AS held
   GROUP BY held.person_id ORDER BY weight DESC LIMIT %s::int)
SELECT p.id, p.full_name, p.called_name, p.birth_date, p.unit_id, p.merged_into_id,
       (SELECT array_agg(n.name) FROM people_personname n WHERE n.person_id = p.id)
  FROM found JOIN people_person p ON p.id = found.person_id
"""
_WORDS = "SELECT DISTINCT word, key FROM people_namecut WHERE agency_id = %s AND cut = ANY (%s::text[])"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the scoring looks at; `others` are aliases and former names."""

    id: UUID
    full_name: str = field(repr=False)
    called_name: str = field(repr=False)
    birth_date: date | None = field(repr=False)
    unit_id: UUID
    merged_into_id: UUID | None
    others: list[str] | None = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.full_name, *((self.called_name,) if self.called_name else ()), *(self.others or ()))


def holders(wanted: Iterable[str], agency_id: UUID) -> list[Candidate]:
    """Persons of the agency whom the asker sees and who have one of these keys; the whole name counts most."""
    wanted = list(dict.fromkeys(wanted))
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [wanted, agency_id, MOST_OF_A_KEY, MOST])
        return [Candidate(*row) for row in cursor.fetchall()]


def sure_keys(sounds: tuple[str, ...]) -> list[str]:
    """The whole name, then each two of its words; a single word by itself."""
    pairs = [keys.pair(a, b) for a, b in combinations(sounds, 2)]
    return [*keys.whole(sounds), *(pairs or sounds)]


def guessed_keys(words: list[Token], agency_id: UUID) -> list[str]:
    """The keys of the name with one word exchanged for a known word that is one slip away."""
    guesses = _one_slip_away(words, agency_id)
    found: list[str] = []
    for word in words:
        others = [other.key for other in words if other.key != word.key]
        for guess in guesses[word.key]:
            found += keys.whole((*others, guess))
            found += [keys.pair(guess, other) for other in others] or [guess]
    return found


def _one_slip_away(words: list[Token], agency_id: UUID) -> dict[str, list[str]]:
    """For each word the sounds of known words near it, the nearest first."""
    cuts = {cut for word in words for cut in keys.cuts_of(word.modern, word.key)}
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, [agency_id, sorted(cuts)])
        known = cursor.fetchall()
    return {word.key: _nearest(word, known) for word in words}


def _nearest(word: Token, known: list[tuple[str, str]]) -> list[str]:
    ranked = sorted(
        (slips, other[:1] != word.modern[:1], abs(len(other) - len(word.modern)), sound)
        for other, sound in known
        if sound != word.key and (slips := _slips(word, other, sound)) <= 1
    )
    return list(dict.fromkeys(sound for *_rank, sound in ranked))[:GUESSES]


def _slips(word: Token, other: str, sound: str) -> int:
    return min(OSA.distance(word.modern, other, score_cutoff=1), OSA.distance(word.key, sound, score_cutoff=1))
