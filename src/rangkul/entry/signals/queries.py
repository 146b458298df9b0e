"""Signs of danger in what a person wrote: which, how grave, and which words raised them.

A pure function over a list that everybody may read; no model, no score. It can only raise a level, and a person judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rangkul.entry.signals.lexicon import DENIALS, VERSION, Form, lexicon
from rangkul.entry.signals.readable import SHIELD, Entry, entries
from rangkul.entry.signals.reading import Word, read
from rangkul.entry.signals.states import Kind, Strength, Why
from rangkul.entry.signals.words import rows

__all__ = [
    "SHIELD", "VERSION", "Entry", "Signal", "codes", "codes_of", "entries", "listed", "signals", "told",
]  # fmt: skip

# What may stand between "tidak" and what is denied: "tidak pernah berpikir untuk bunuh diri".
_DENIED_THROUGH = frozenset((
    "pernah", "akan", "bakal", "ada", "niat", "punya", "pikir", "untuk", "buat", "ingin", "mau", "sampai", "korban",
    "lagi", "bunuh", "mencoba", "berniat", "bermaksud", "kok", "usah", "sedang", "rasa", "hal", "tindakan", "pelaku",
))  # fmt: skip
# After these "tidak" is a question: "salah ga kalo …".
_ASKED = frozenset((
    "boleh", "bisa", "salah", "dosa", "sakit", "normal", "wajar", "mungkin", "enak", "ada", "pernah", "mending",
    "gimana", "perlu", "haram", "marah", "aneh", "baik", "lebih",
))  # fmt: skip
_I = "saya"
_OTHERS = frozenset((
    "teman", "adik", "kakak", "suami", "istri", "ibu", "bapak", "anak", "murid", "siswa", "tetangga", "dia", "ia",
    "beliau", "pacar", "keponakan", "mantan", "saudara", "sepupu", "pasien", "klien", "mereka", "orang",
))  # fmt: skip
_CHILDREN = frozenset((
    "anak", "adik", "bayi", "balita", "keponakan", "ponakan", "cucu", "murid", "siswa", "siswi", "bocah", "sd",
    "smp",
))  # fmt: skip
_STRANGERS = frozenset((
    "teman", "tetangga", "preman", "bos", "majikan", "guru", "debt", "mantan", "orang", "pasar", "geng", "satpam",
    "atasan", "rentenir", "penagih", "tukang", "kerja", "ngaji", "ustaz",
))  # fmt: skip

# Where a partner is named, a friend or "orang tua" beside them is not who strikes.
_CLOSE = frozenset(("suami", "istri", "pacar", "mertua", "tiri"))
_IN_PASSING = frozenset(("teman", "orang", "kerja"))

# So many hints and weak words, at most so many words from the first to the last, are more than mood; of two hints one
# looks a little further.
_ENOUGH = 3
_REACH = 12
_HINTS_REACH = 40


@dataclass(frozen=True)
class Signal:
    """`level` "merah" or "oranye"; `words` as written, `span` their place in the text; `other`: said of somebody else;
    `why` a code of `states.Why`; `alone`: without other words beside them they raise as well."""

    kind: str
    level: str
    words: str
    span: tuple[int, int]
    why: str
    other: bool = False
    alone: bool = True

    @property
    def kind_words(self) -> str:
        return str(Kind(self.kind).label)

    @property
    def why_words(self) -> str:
        words = str(Why(self.why).label)
        return words if self.alone else _("%(why)s, bersama kata lain di dekatnya") % {"why": words}


@dataclass(frozen=True, slots=True)
class _Found:
    """A form of the list where it stands in the words of a text."""

    form: Form
    start: int
    end: int
    signal: Signal


def listed() -> Counter[tuple[str, str]]:
    """How many rows of the list speak of what, by the level to which they raise, or "weak" for words that raise only
    together. A row speaks of violence or of sexual violence; whether at home or among strangers, the words around it
    say."""
    raising = (row for row in rows("lexicon") if row["level"])
    return Counter((row["kind"], "weak" if row["strength"] == Strength.WEAK else row["level"]) for row in raising)


def signals(text: str) -> list[Signal]:
    """What the words are signs of, in the order of the text; one for each kind and place."""
    said = read(text)
    found = list(lexicon().found(said))
    shields = [(start, end) for form, start, end in found if form.kind == "shield"]
    alone: list[_Found] = []
    beside: list[_Found] = []
    for form, start, end in found:
        if form.kind == "shield" or _is_shielded(start, end, shields):
            continue
        if _is_denied(said, start) or _is_denied_within(form, said, end) or _is_told_of(form, said, start):
            continue
        among = alone if form.raises_alone else beside
        among.append(_Found(form, start, end, _signal(form, text, said, start, end)))
    kept = {**_gravest(_together(beside)), **_gravest(alone)}
    return sorted(_widest(list(kept.values())), key=lambda one: one.span)


def _gravest(found: list[_Found]) -> dict[tuple[str, int], Signal]:
    """One for each kind and place."""
    kept: dict[tuple[str, int], Signal] = {}
    for one in found:
        before = kept.get((one.signal.kind, one.start))
        if before is None or _says_more(one.signal, before):
            kept[one.signal.kind, one.start] = one.signal
    return kept


def _together(found: list[_Found]) -> list[_Found]:
    """What raises only with its like, not all of one `why`: two hints in one place of the text, or three hints and weak
    words near each other."""
    hints = [one for one in found if one.form.strength == Strength.HINT]
    apart = _apart(found)
    near = [_near(hints, n, _HINTS_REACH) for n in range(len(hints))]
    near += [some for n in range(len(apart)) if len(some := _near(apart, n, _REACH)) >= _ENOUGH]
    return list({id(one): one for some in near if _differ(some) for one in some}.values())


def _differ(found: list[_Found]) -> bool:
    return len({one.form.why for one in found}) > 1


def _apart(found: list[_Found]) -> list[_Found]:
    """Each word counts once: of those that share one, the first and longest."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _near(found: list[_Found], first: int, reach: int) -> list[_Found]:
    """Those that begin within reach, each form once: "tidak kuat, tidak kuat" is one."""
    some: dict[Form, _Found] = {}
    for one in found[first:]:
        if one.start - found[first].start > reach:
            break
        some.setdefault(one.form, one)
    return list(some.values())


def _says_more(one: Signal, other: Signal) -> bool:
    """Of two signs that begin at one place the graver is kept, and of two as grave the longer."""
    return (one.level == "merah", one.span[1]) > (other.level == "merah", other.span[1])


def _widest(found: list[Signal]) -> list[Signal]:
    """What stands within a longer sign of the same kind says nothing more."""
    return [one for one in found if not any(_lies_in(one, other) for other in found)]


def _lies_in(one: Signal, other: Signal) -> bool:
    within = other.span[0] <= one.span[0] and one.span[1] <= other.span[1] and one.span != other.span
    return within and one.kind == other.kind and (one.level == other.level or other.level == "merah")


def told(text: str) -> tuple[str, ...]:
    """A line for each kind of danger: the words that are signs of it, and its name."""
    words: dict[str, list[str]] = {}
    for one in signals(text):
        words.setdefault(one.kind_words, []).append(one.words)
    return tuple(f"{', '.join(dict.fromkeys(said))} ({kind})" for kind, said in words.items())


def codes(text: str) -> list[list[str]]:
    return codes_of(signals(text))


def codes_of(found: Iterable[Signal]) -> list[list[str]]:
    """[kind, level, why] of each sign, each once: what a rule may keep, without a word of what was written."""
    return [list(code) for code in sorted({(one.kind, one.level, one.why) for one in found})]


def _is_shielded(start: int, end: int, shields: Iterable[tuple[int, int]]) -> bool:
    """The words that sound like danger are part of something that is none."""
    return any(first < end and start < last and last >= end for first, last in shields)


def _is_denied(said: list[Word], start: int) -> bool:
    clause = said[start].clause
    for place in range(start - 1, max(start - 6, -1), -1):
        word = said[place]
        if word.clause != clause:
            return False
        if _denies(word):
            return not _is_asked(said, place)
        if word.said not in _DENIED_THROUGH:
            return False
    return False


def _denies(word: Word) -> bool:
    return word.said in DENIALS and not word.doubtful


def _is_asked(said: list[Word], place: int) -> bool:
    """ "Boleh ga mati aja", "dosa ga sih": here "tidak" asks, and denies nothing."""
    before = said[place - 1] if place else None
    if before is not None and before.clause == said[place].clause and before.said in _ASKED:
        return True
    return place + 1 < len(said) and said[place + 1].said in ("sih", "ya", "kah")


def _is_denied_within(form: Form, said: list[Word], end: int) -> bool:
    """ "Anak saya tidak dipukul": the denial stands among the words, and the form has none of its own."""
    if form.denies or len(form.steps) == 1:
        return False
    return _denies(said[end - 2]) or (form.turned and _is_denied(said, end - 1))


def _is_told_of(form: Form, said: list[Word], start: int) -> bool:
    """A film, a lesson, the news. Who says "saya" in the same clause is believed, unless danger is only named."""
    if form.strength != Strength.SURE and form.level == "oranye":
        sentence = said[start].sentence
        if any(word.said in lexicon().jokes for word in said if word.sentence == sentence):
            return True
    clause = [word.said for word in said if word.clause == said[start].clause]
    if lexicon().context.isdisjoint(clause):
        return False
    return form.strength != Strength.SURE or _I not in clause


def _signal(form: Form, text: str, said: list[Word], start: int, end: int) -> Signal:
    span = (said[start].start, said[end - 1].end)
    before = [word.said for word in said[:start] if word.clause == said[start].clause]
    after = [word.said for word in said[end:] if word.clause == said[end - 1].clause]
    kind, level = form.kind, form.level
    if kind in ("violence", "sexual"):
        sentence = {word.said for word in said if word.sentence == said[start].sentence}
        kind, level = _of_whom(form, before, [word.said for word in said[start:end]], after, sentence)
    return Signal(
        kind, level, text[slice(*span)], span, form.why, other=_is_about_another(before), alone=form.raises_alone
    )


def _is_about_another(before: list[str]) -> bool:
    """Of whom the words speak: the last person named before them; "teman saya" is the friend."""
    for place in range(len(before) - 1, -1, -1):
        if before[place] in _OTHERS:
            return True
        if before[place] == _I and not (place and before[place - 1] in _OTHERS):
            return False
    return False


def _of_whom(form: Form, before: list[str], inside: list[str], after: list[str], sentence: set[str]) -> tuple[str, str]:
    """Whom the blow hits: a child, somebody at home, or somebody whom a stranger harms."""
    everybody = {*before, *inside, *after}
    passive = any(word.startswith("di") for word in inside)
    victim = before if passive else [*inside, *after]
    children = _CHILDREN.intersection(victim)
    if children and not (passive and _I in before[-1:]) and not (not passive and _I in victim):
        return Kind.CHILD, "merah"
    strangers = everybody & _STRANGERS
    if strangers <= _IN_PASSING and sentence & _CLOSE:
        strangers = frozenset()
    if strangers or form.kind == "sexual":
        return Kind.HARM_OTHERS, form.level
    return Kind.VIOLENCE_HOME, form.level
