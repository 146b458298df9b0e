"""Search keys: equality on them is all a search needs, so an index answers under row-level security."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rangkul.base.names.spelling import sound
from rangkul.base.names.tokens import Token, read
from rangkul.base.names.words import LIGHT

MOST_TOKENS = 4
# The letters that a key can hold.
_LETTERS = "abcdeghijklmnprstuw"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYBOARD = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _ROWS
    for place, letter in enumerate(row)
}


@dataclass(frozen=True)
class Probes:
    """Keys to look for, from the surest to the vaguest: `pairs`, then `near` (one typing error), then `singles`.

    A name of one word has that word as its only pair.
    """

    words: tuple[Token, ...]

    @property
    def pairs(self) -> tuple[str, ...]:
        return _pairs(self.singles) if len(self.words) > 1 else self.singles

    @cached_property
    def near(self) -> tuple[str, ...]:
        """Hundreds for each word, made where a search comes so far."""
        if len(self.words) == 1:
            return near(self.words[0].modern)
        slips = [(word, near(word.modern)) for word in self.words]
        close = {
            _pair(other.key, slipped): None
            for word, slipped_from in slips
            for other in self.words
            if other is not word
            for slipped in slipped_from
        }
        return tuple(close)

    @property
    def singles(self) -> tuple[str, ...]:
        return tuple(word.key for word in self.words)


def keys(name: str) -> tuple[str, ...]:
    """The key of each word and `a|b` of every two words, for at most four words: up to ten strings."""
    sounds = [token.key for token in _chosen(name)]
    return (*sounds, *_pairs(sounds))


def probes(name: str) -> Probes:
    """Two words identify; a single typed word is sought by itself, with its typing errors."""
    return Probes(tuple(_chosen(name)))


def near(word: str) -> tuple[str, ...]:
    """The keys of every word one slip of the keyboard away from `word` (a–z); none for words under three letters.

    Slips are undone both in the sound and in the letters, since one lost letter can change how its neighbours sound.
    """
    if len(word) < 3:
        return ()
    heard = sound(word)
    return tuple(sorted({*_slips(heard, _any), *map(sound, _slips(word, _beside))} - {heard}))


def _slips(word: str, instead: Callable[[str], str]) -> set[str]:
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + letter + b[1:] for a, b in cuts if b for letter in instead(b[0])}
    added = {a + letter + b for a, b in cuts for letter in _LETTERS}
    return lost | swapped | changed | added


def _beside(letter: str) -> str:
    return _KEYBOARD.get(letter, "")


def _any(letter: str) -> str:
    return _LETTERS


def _chosen(name: str) -> list[Token]:
    found = {token.key: token for token in read(name).tokens if token.key}
    # Initials and the Balinese I and Ni are in too many names to find anybody.
    solid = [token for token in found.values() if len(token.key) > 1 and token.modern not in LIGHT]
    return sorted(solid or found.values(), key=_lightness)[:MOST_TOKENS]


def _lightness(token: Token) -> tuple[float, str]:
    # The sound decides between equals, so that the order of the words never does.
    return -token.weight, token.key


def _pairs(sounds: Iterable[str]) -> tuple[str, ...]:
    return tuple([_pair(a, b) for a, b in combinations(sounds, 2)])


def _pair(a: str, b: str) -> str:
    return f"{a}|{b}" if a <= b else f"{b}|{a}"
