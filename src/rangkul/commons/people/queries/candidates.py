"""Who might be meant by a name: found by equal keys, the surest first, never more than a few hundred.

Three waves, each only where the one before did not already give enough: all words of the name, pairs of its words,
then the same with one word exchanged for a known one that is a slip of the keyboard away.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from uuid import UUID

from django.db import connection

from rangkul.base import names
from rangkul.commons.people import keys

# From one key. More namesakes than that cannot be told apart by their name anyway.
MOST_OF_A_KEY = 60
# Looked at closely, because each is scored in Python.
MOST = 150
GUESSES = 8

# One index descent a key; the limit stands inside, so that "muhammad" costs no more than "tjokorda".
_FIND = """
SELECT found.person_id, count(*) AS hits
  FROM unnest(%s::text[]) AS wanted (key)
 CROSS JOIN LATERAL (
   SELECT k.person_id FROM people_personkey k
    WHERE k.key = wanted.key AND k.agency_id = %s LIMIT %s::int) AS found
 GROUP BY found.person_id ORDER BY hits DESC LIMIT %s::int
"""
_WORDS = "SELECT key, persons FROM people_nameword WHERE agency_id = %s AND key = ANY (%s::text[])"


def holders(wanted: Iterable[str], agency_id: UUID, most: int = MOST) -> list[UUID]:
    """Persons of the agency who have one of these keys, those with most of them first."""
    wanted = list(dict.fromkeys(wanted))
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [wanted, agency_id, MOST_OF_A_KEY, most])
        return [row[0] for row in cursor.fetchall()]


def sure_keys(sounds: tuple[str, ...]) -> list[str]:
    """The whole name, then each two of its words; a single word by itself."""
    pairs = [keys.pair(a, b) for a, b in combinations(sounds, 2)]
    return [*keys.whole(sounds), *(pairs or sounds)]


def guessed_keys(sounds: tuple[str, ...], agency_id: UUID) -> list[str]:
    """The keys of the name with one word exchanged for a known word that is one slip away."""
    guesses = _known_words_near(sounds, agency_id)
    found: list[str] = []
    for place, word in enumerate(sounds):
        others = sounds[:place] + sounds[place + 1 :]
        for guess in guesses.get(word, ()):
            found += keys.whole((*others, guess))
            found += [keys.pair(guess, other) for other in others] or [guess]
    return found


def _known_words_near(sounds: tuple[str, ...], agency_id: UUID) -> dict[str, list[str]]:
    near = {sound: names.near(sound) for sound in sounds}
    asked = sorted({word for words in near.values() for word in words})
    with connection.cursor() as cursor:
        cursor.execute(_WORDS, [agency_id, asked])
        known = dict(cursor.fetchall())
    return {
        sound: sorted((word for word in words if word in known), key=lambda word: -known[word])[:GUESSES]
        for sound, words in near.items()
    }
