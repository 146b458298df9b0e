"""Whether a programme may fit what is known, and why. Pure: no clock, no database. Nothing here can say no.

A row of rules is written "dtsen & pregnant | home 0-6": all that stand between "&", of each one of its alternatives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext as _

from rangkul.support.entitlements.states import Answer, Asked, Fit

OLDEST = 200
# The register is renewed every quarter.
STALE = timedelta(days=92)
_AGED = frozenset({"home", "self", "school"})
_BARE = {"dtsen": Asked.DTSEN, "pregnant": Asked.PREGNANT, "disability": Asked.DISABILITY}


@dataclass(frozen=True)
class Rule:
    """`name` is one of `_AGED`, `_BARE`, "asked" or "group"; `codes` are asked things or groups of the taxonomy."""

    name: str
    low: int = 0
    high: int = OLDEST
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """One answer: its day, because what was said once may have changed."""

    answer: str
    on: date


@dataclass(frozen=True)
class Facts:
    """What the file knows. `home` are the ages of whoever lives there, None for an age that nobody knows;
    None where nobody wrote down who lives there."""

    today: date
    age: int | None = None
    home: tuple[int | None, ...] | None = None
    groups: frozenset[str] = frozenset()
    said: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """What the rules say of one programme: phrases that go on from "karena"; `ask` is what would make it sure."""

    fit: Fit
    because: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Weighed:
    """One rule against the facts. `yes` is True, False for "not seen in the file", None for unknown."""

    yes: bool | None
    words: str
    ask: str = ""


def read_rules(text: str) -> tuple[tuple[Rule, ...], ...]:
    """Raises ValueError for a rule that nobody knows, so that a mistake in the list is found when it is read."""
    return tuple(tuple(_rule(one.split()) for one in group.split("|")) for group in text.split("&"))


def _rule(words: Sequence[str]) -> Rule:
    name, rest = words[0], "".join(words[1:])
    if name in _AGED:
        low, _dash, high = rest.partition("-")
        return Rule(name, int(low), int(high) if high else OLDEST)
    if name == "asked":
        return Rule(name, codes=(Asked(rest).value,))
    if name == "group":
        return Rule(name, codes=tuple(rest.split(",")))
    if name in _BARE and not rest:
        return Rule(name)
    raise ValueError(f"no such rule: {' '.join(words)}")


def weigh(rules: Sequence[Sequence[Rule]], facts: Facts, labels: Mapping[str, str]) -> Finding:
    """`labels`: the groups of the taxonomy in the words of the pages."""
    because: list[str] = []
    unsure: list[str] = []
    unseen: list[str] = []
    ask: list[str] = []
    for group in rules:
        tried = [_WEIGH[rule.name](rule, facts, labels) for rule in group]
        if met := [one for one in tried if one.yes]:
            because += [one.words for one in met]
            continue
        open_ = [one for one in tried if one.yes is None]
        (unsure if open_ else unseen).extend(one.words for one in (open_ or tried))
        ask += [one.ask for one in open_ if one.ask]
    fit = Fit.UNSEEN if unseen else Fit.UNSURE if unsure else Fit.LIKELY
    return Finding(fit, *(tuple(dict.fromkeys(part)) for part in (because, unsure, unseen, ask)))


def ages(rule: Rule) -> str:
    if rule.high == OLDEST:
        return _("%(low)d tahun ke atas") % {"low": rule.low}
    return _("%(low)d–%(high)d tahun") % {"low": rule.low, "high": rule.high}


def _home(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    words = {"ages": ages(rule)}
    if facts.home is None:
        known = (facts.age,) if facts.age is not None else ()
    else:
        known = tuple(age for age in facts.home if age is not None)
    fitting = sorted(age for age in known if rule.low <= age <= rule.high)
    if fitting:
        said = ", ".join(str(age) for age in fitting[:4])
        return _Weighed(True, _("ada yang berumur %(said)s tahun di rumah") % {"said": said})
    if facts.home is None:
        return _Weighed(None, _("belum tercatat siapa saja yang tinggal serumah; dicari yang berumur %(ages)s") % words)
    if None in facts.home:
        return _Weighed(None, _("ada yang umurnya belum diketahui; dicari yang berumur %(ages)s") % words)
    return _Weighed(False, _("tidak tercatat yang berumur %(ages)s di rumah") % words)


def _self(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    words = {"ages": ages(rule)}
    if facts.age is None:
        return _Weighed(None, _("umur klien belum diketahui; untuk umur %(ages)s") % words)
    if rule.low <= facts.age <= rule.high:
        return _Weighed(True, _("umur klien %(age)d tahun") % {"age": facts.age})
    return _Weighed(False, _("untuk umur %(ages)s, klien %(age)d tahun") % {**words, "age": facts.age})


def _school(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    """Old enough and at school: both, and each may be unknown."""
    aged, said = _home(rule, facts, labels), _said(Asked.SCHOOL, facts)
    if said.yes is False or aged.yes is False:
        return said if said.yes is False else aged
    return aged if aged.yes is None else said


def _said(code: str, facts: Facts) -> _Weighed:
    label = str(Asked(code).label)
    label = label[:1].lower() + label[1:]
    known = facts.said.get(code)
    if known is None:
        return _Weighed(None, _("belum ditanyakan: %(what)s") % {"what": label}, ask=code)
    if known.answer == Answer.YES:
        return _Weighed(True, label)
    return _Weighed(False, _("dijawab tidak: %(what)s") % {"what": label})


def _asked(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    return _said(rule.codes[0], facts)


def _bare(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    return _said(_BARE[rule.name], facts)


def _dtsen(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    """A standing in the register changes each quarter and can be proposed: it is never a no."""
    known = facts.said.get(Asked.DTSEN)
    if known is None:
        return _Weighed(None, _("belum dicek apakah terdaftar di DTSEN"), ask=Asked.DTSEN)
    if known.answer == Answer.NO:
        return _Weighed(None, _("belum terdaftar di DTSEN; bisa diusulkan lewat desa, kelurahan, atau Cek Bansos"))
    if known.answer != Answer.YES:
        return _Weighed(None, _("DTSEN: %(how)s") % {"how": str(Answer(known.answer).label).lower()}, ask=Asked.DTSEN)
    if facts.today - known.on > STALE:
        return _Weighed(None, _("DTSEN dicek lebih dari 3 bulan lalu; cek lagi"), ask=Asked.DTSEN)
    return _Weighed(True, _("terdaftar di DTSEN"))


def _group(rule: Rule, facts: Facts, labels: Mapping[str, str]) -> _Weighed:
    fitting = sorted(facts.groups & set(rule.codes))
    if fitting:
        return _Weighed(True, ", ".join(labels.get(code, code).lower() for code in fitting))
    return _Weighed(None, _("kelompok layanan klien belum dicatat, atau yang tercatat bukan kelompok program ini"))


_WEIGH: dict[str, Callable[[Rule, Facts, Mapping[str, str]], _Weighed]] = {
    "home": _home,
    "self": _self,
    "school": _school,
    "asked": _asked,
    "pregnant": _bare,
    "disability": _bare,
    "dtsen": _dtsen,
    "group": _group,
}


def in_words(rules: Sequence[Sequence[Rule]]) -> list[list[str]]:
    """The rules as one reads them: each a list of which one is enough."""
    return [[_words(rule) for rule in group] for group in rules]


def _words(rule: Rule) -> str:
    if rule.name == "home":
        return _("ada yang berumur %(ages)s di rumah") % {"ages": ages(rule)}
    if rule.name == "self":
        return _("umur %(ages)s") % {"ages": ages(rule)}
    if rule.name == "school":
        return _("ada anak sekolah berumur %(ages)s") % {"ages": ages(rule)}
    if rule.name == "dtsen":
        return _("terdaftar di DTSEN, data sosial ekonomi negara; yang belum terdaftar bisa diusulkan")
    if rule.name == "group":
        return _("salah satu kelompok yang dilayani rehabilitasi sosial")
    label = str(Asked(rule.codes[0] if rule.codes else _BARE[rule.name]).label)
    return label[:1].lower() + label[1:]
