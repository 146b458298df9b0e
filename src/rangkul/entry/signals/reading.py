"""How people write becomes words that can be compared: small letters, one spelling, chat and regional words in common
Indonesian. Each word remembers where it stands in the text as it was written."""

import re
import unicodedata
from dataclasses import dataclass

from rangkul.entry.signals.guessing import guessed
from rangkul.entry.signals.words import HIDEABLE, ONE_LETTER, WRITTEN, known

# Of a longer text only the beginning is read; nobody writes more into one answer.
LONGEST = 20_000

_TOKEN = re.compile(r"[^\W_](?:[.\-_*][^\W_]){3,}(?![^\W_])|[^\W_](?:[^\W_]|['’*@$])*(?<!['’*@$])|[.!?;\n,]|[😂🤣😆😹]")
_MANY = re.compile(r"(.)\1{2,}")
_APART = str.maketrans("", "", ".-_*")
# They say no in Ambon, Aceh, Madura, among Bataks …, and "which", a name or nothing elsewhere: a form may be made of
# them, but they silence none.
_DOUBTFUL = frozenset(("seng", "hana", "ta", "dang", "son", "tena", "dak", "nte", "enda", "ten", "tara"))
# "garis2", "bagi2in": said twice, which changes nothing here.
_TWICE = re.compile(r"^([a-z]{3,})2[a-z]*$")
_SPACED = re.compile(r"[^\W_](?:[.\-_*][^\W_]){3,}")
_DISGUISE = str.maketrans("143057689@$", "iaeostgbgas")


@dataclass(frozen=True, slots=True)
class Word:
    """`said` is the common form; `start` and `end` are places in the text; `clause` and `sentence` count up. `doubtful`
    where the spelling is "tidak" in one language and something else in another."""

    said: str
    start: int
    end: int
    clause: int
    sentence: int
    doubtful: bool = False


def read(text: str) -> list[Word]:
    plain, places = _plain(text[:LONGEST])
    words: list[Word] = []
    clause = sentence = 0
    for piece, start, end in _joined(plain):
        if piece in ",.!?;\n":
            clause += 1
            sentence += piece != ","
            continue
        begin, stop = (places[start], places[end - 1] + 1) if places else (start, end)
        for said in common(piece):
            if said in ("tapi", "tetapi", "namun"):
                clause += 1
            words.append(Word(said, begin, stop, clause, sentence, piece in _DOUBTFUL))
    return words


def _plain(text: str) -> tuple[str, list[int] | None]:
    """Small letters, with the place of each in the text; None where nothing moved."""
    if text.isascii():
        return text.lower(), None
    letters, places = [], []
    for place, letter in enumerate(text):
        if unicodedata.category(letter) in ("Cf", "Mn", "Me"):
            continue
        for small in unicodedata.normalize("NFKC", letter).lower():
            letters.append(small)
            places.append(place)
    return "".join(letters), places


def _joined(plain: str) -> list[tuple[str, int, int]]:
    """Words and marks; letters written apart ("m a t i") are one word again."""
    tokens: list[tuple[str, int, int]] = []
    run: list[tuple[str, int, int]] = []
    for found in _TOKEN.finditer(plain):
        piece = found[0].translate(_APART) if _SPACED.fullmatch(found[0]) else found[0]
        one = (piece, found.start(), found.end())
        if len(one[0]) == 1 and one[0].isalpha():
            run.append(one)
            continue
        tokens += _run(run)
        run = []
        tokens.append(one)
    return tokens + _run(run)


def _run(run: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    if len(run) < 4:
        return run
    return [("".join(letter for letter, _start, _end in run), run[0][1], run[-1][2])]


def common(piece: str) -> tuple[str, ...]:
    """The word in its common spelling; more than one where people write two as one ("gabisa")."""
    if piece in WRITTEN:
        return WRITTEN[piece]
    if len(piece) == 1:
        return (ONE_LETTER.get(piece, piece),)
    piece = _MANY.sub(r"\1", piece)
    if "*" in piece:
        piece = _unhidden(piece)
    elif not piece.isalpha() and not piece.isdigit():
        piece = _TWICE.sub(r"\1", piece).translate(_DISGUISE)
    if piece in WRITTEN:
        return WRITTEN[piece]
    if known(piece):
        return (piece,)
    guess = guessed(piece)
    if guess is None:
        return (piece,)
    said = WRITTEN.get(guess, (guess,))
    # "giliranku": whose it is must not be lost.
    return (*said, "saya") if piece == guess + "ku" else said


def _unhidden(piece: str) -> str:
    pattern = re.compile(re.escape(piece).replace(r"\*", "."))
    return next((word for word in HIDEABLE if pattern.fullmatch(word)), piece)
