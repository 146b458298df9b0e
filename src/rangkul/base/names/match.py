"""How alike two names are, and in plain words why."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _
from rapidfuzz.distance import OSA

from rangkul.base.names.spelling import KEPT_WORDS, is_old, plain
from rangkul.base.names.tokens import Name, Token, read

# From here on two names are proposed to a person as the same; a person decides.
MATCH = 0.8

_SAME_SOUND = 0.97
_SAME_BUT_END = 0.9
_INITIAL = 0.7
_OTHER_PERSON = 0.5
# A name contained in a longer one ("Budi" in "Budi Santoso") counts by this share.
_CONTAINED = 0.35


@dataclass(frozen=True, slots=True)
class _Pair:
    a: Token
    b: Token
    score: float


def similarity(a: str, b: str) -> float:
    """From 0 to 1, whatever the order of the words. Different fathers behind bin or binti give 0."""
    left, right = read(a), read(b)
    if not left.tokens or not right.tokens or _fathers_differ(left, right):
        return 0.0
    score = _score(left, right, _paired(left.tokens, right.tokens))
    return min(score, _OTHER_PERSON) if _cannot_be_one(left, right) else score


def explain(a: str, b: str) -> str:
    """One sentence for the person who decides; empty where the names do not match."""
    if similarity(a, b) < MATCH:
        return ""
    if " ".join(a.split()).casefold() == " ".join(b.split()).casefold():
        return _("Namanya sama persis.")
    left, right = read(a), read(b)
    pairs = _paired(left.tokens, right.tokens)
    reasons = [*_of_the_words(pairs), *_of_the_whole(left, right, pairs)]
    return _("Cocok: %(reasons)s.") % {"reasons": ", ".join(reasons) or _("katanya sama")}


def _cannot_be_one(left: Name, right: Name) -> bool:
    """A newborn without a name is not its mother; Balinese I is a man and Ni a woman."""
    return left.newborn != right.newborn or {_balinese(left), _balinese(right)} == {"i", "ni"}


def _balinese(name: Name) -> str:
    first = name.tokens[0].modern
    return first if first in ("i", "ni") else ""


def _fathers_differ(left: Name, right: Name) -> bool:
    if not left.fathers or not right.fathers:
        return False
    return not any(token_score(a, b) >= MATCH for a in left.fathers[:1] for b in right.fathers[:1])


def _paired(left: tuple[Token, ...], right: tuple[Token, ...]) -> list[_Pair]:
    """The best partner for each word, in the order of `left`; a word is used once."""
    scored = [(token_score(a, b), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right)]
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = {}
    for score, i, j in sorted(scored, reverse=True):
        if score and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs[-i] = _Pair(left[-i], right[-j], score)
    return [pairs[i] for i in sorted(pairs)]


def _score(left: Name, right: Name, pairs: list[_Pair]) -> float:
    total_left = sum(token.weight for token in left.tokens)
    total_right = sum(token.weight for token in right.tokens)
    shared = sum(pair.score * (pair.a.weight + pair.b.weight) for pair in pairs)
    dice = shared / (total_left + total_right)
    smaller = min(total_left, total_right)
    contained = min(1.0, sum(pair.score * min(pair.a.weight, pair.b.weight) for pair in pairs) / smaller)
    return (1 - _CONTAINED) * dice + _CONTAINED * contained


@lru_cache(maxsize=KEPT_WORDS)
def token_score(a: Token, b: Token) -> float:
    if a.modern == b.modern:
        return 1.0
    if "initial" in (a.kind, b.kind):
        return _INITIAL if _first(a) == _first(b) else 0.0
    if a.key == b.key:
        return _SAME_BUT_END if a.modern[:-1] == b.modern[:-1] else _SAME_SOUND
    return _typing_error(a, b)


def _first(token: Token) -> str:
    return token.raw[:1].casefold() if token.kind == "initial" else token.modern[:1]


def _typing_error(a: Token, b: Token) -> float:
    length = max(len(a.key), len(b.key))
    allowed = 0 if length < 4 else 1 if length < 8 else 2
    slips = min(OSA.distance(a.key, b.key), OSA.distance(a.modern, b.modern))
    # What was typed stands for the word itself only where the word was not written out or taken apart.
    if not a.kind and not b.kind:
        slips = min(slips, OSA.distance(plain(a.raw), plain(b.raw)))
    if slips > allowed:
        return 0.0
    # Budi and Rudi are two names; a slip in the first letter of a short word is rarely a slip.
    if a.key[:1] != b.key[:1] and length <= 5:
        return 0.5
    return 1.0 - slips * (0.2 if length <= 5 else 0.12)


def _of_the_words(pairs: list[_Pair]) -> list[str]:
    """`ejaan lama (Djoko/Joko, Tjahjono/Cahyono)`: one entry for each reason, with the words it holds for."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        shown = f"{pair.a.raw}/{pair.b.raw}"
        if pair.a.raw.strip(".").casefold() != pair.b.raw.strip(".").casefold():
            found.setdefault(_reason(pair.a, pair.b, pair.score), []).append(shown)
    return [f"{reason} ({', '.join(shown)})" for reason, shown in found.items()]


def _reason(a: Token, b: Token, score: float) -> str:
    kinds = {a.kind, b.kind}
    if "initial" in kinds:
        return _("inisial")
    if "short" in kinds:
        return _("singkatan")
    if score < _SAME_BUT_END:
        return _("mungkin salah ketik")
    if kinds == {"joined", ""}:
        return _("ditulis serangkai")
    return _("ejaan lama") if is_old(a.raw) != is_old(b.raw) else _("bunyinya sama")


def _of_the_whole(left: Name, right: Name, pairs: list[_Pair]) -> list[str]:
    reasons = []
    partners = [right.tokens.index(pair.b) for pair in pairs]
    if partners != sorted(partners):
        reasons.append(_("urutan kata berbeda"))
    if len(pairs) < max(len(left.tokens), len(right.tokens)):
        reasons.append(_("yang satu lebih lengkap"))
    if left.titled != right.titled:
        reasons.append(_("gelar tidak dihitung"))
    return reasons
