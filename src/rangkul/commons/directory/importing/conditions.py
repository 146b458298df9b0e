"""Conditions that were put in words (`fitting.condition_words`), as rules again. Whatever is written otherwise stays in
its own words: a condition is never guessed and never lost."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rangkul.base.wilayah.models import Region
from rangkul.commons.directory.drafts import RuleDraft
from rangkul.commons.directory.importing import meanings
from rangkul.commons.directory.states import Dtsen, Paper, Rule
from rangkul.commons.people.states import Sex

LONGEST = 3_000
_WORDS = 300
_BETWEEN = "; "
_OR = " atau "
_PREFERRED = " (didahulukan, bukan keharusan)"
_AGE = re.compile(r"Umur (?:(\d{1,3})–(\d{1,3}) tahun|(\d{1,3}) tahun ke atas|sampai (\d{1,3}) tahun)")
_OLDEST = 120


def read(text: str) -> list[RuleDraft]:
    found: list[RuleDraft] = []
    for part in text.split(_BETWEEN) if text else ():
        rule = _rule(part)
        last = found[-1] if found else None
        if last and last.rule == rule.rule == Rule.OTHER and last.preferred == rule.preferred:
            last.text += _BETWEEN + rule.text
        else:
            found.append(rule)
    return [one for rule in found for one in _bounded(rule)]


def _bounded(rule: RuleDraft) -> Iterator[RuleDraft]:
    if len(rule.text) <= _WORDS:
        yield rule
        return
    for part in textwrap.wrap(rule.text, _WORDS):
        yield replace(rule, text=part)


def _rule(part: str) -> RuleDraft:
    body = part.removesuffix(_PREFERRED)
    preferred = body != part
    if found := _known(body):
        return replace(found, preferred=preferred)
    head, _stop, more = body.partition(". ")
    if len(more) <= _WORDS and (found := _known(head)):
        return replace(found, text=more, preferred=preferred)
    return RuleDraft(Rule.OTHER, text=body, preferred=preferred)


def _known(words: str) -> RuleDraft | None:
    for read_kind in (_age, _sex, _category, _area, _document, _dtsen):
        if found := read_kind(words):
            return found
    return None


def _age(words: str) -> RuleDraft | None:
    if not (found := _AGE.fullmatch(words)):
        return None
    start, end = found[1] or found[3], found[2] or found[4]
    ages = [None if one is None else int(one) for one in (start, end)]
    known = [one for one in ages if one is not None]
    if known != sorted(known) or known[-1] > _OLDEST:
        return None
    return RuleDraft(Rule.AGE, age_from=ages[0], age_to=ages[1])


def _sex(words: str) -> RuleDraft | None:
    found = {f"Untuk {label.lower()}": code for label, code in meanings.in_indonesian(Sex).items()}
    return RuleDraft(Rule.SEX, sex=found[words]) if words in found else None


def _category(words: str) -> RuleDraft | None:
    """A name of a group may hold a comma: the longest that fits is taken."""
    left, codes = words.removeprefix("Untuk: ").casefold(), []
    if len(left) == len(words):
        return None
    while left:
        fits = ((name, code) for name, code in _groups() if f"{left}, ".startswith(f"{name}, "))
        name, code = next(fits, ("", ""))
        if not name:
            return None
        codes.append(code)
        left = left[len(name) + 2 :]
    return RuleDraft(Rule.CATEGORY, codes=list(dict.fromkeys(codes))) if codes else None


@lru_cache(maxsize=1)
def _groups() -> list[tuple[str, str]]:
    """The longest name first."""
    names = [(name.casefold(), code) for name, code in meanings.categories().items()]
    return sorted(names, key=lambda one: -len(one[0]))


def _area(words: str) -> RuleDraft | None:
    code = _region(words.removeprefix("Warga ")) if words.startswith("Warga ") else ""
    return RuleDraft(Rule.AREA, codes=[code]) if code else None


@lru_cache(maxsize=4096)
def _region(path: str) -> str:
    return Region.objects.filter(path=path).values_list("code", flat=True).first() or ""


def _document(words: str) -> RuleDraft | None:
    return _listed(words, "Punya ", meanings.in_indonesian(Paper), Rule.DOCUMENT)


def _dtsen(words: str) -> RuleDraft | None:
    names = {label.lower(): code for label, code in meanings.in_indonesian(Dtsen).items()}
    return _listed(words, "Status DTSEN: ", names, Rule.DTSEN)


def _listed(words: str, begins: str, names: dict[str, str], rule: Rule) -> RuleDraft | None:
    codes = [names.get(name, "") for name in words.removeprefix(begins).split(_OR)] if words.startswith(begins) else []
    return RuleDraft(rule, codes=codes) if codes and all(codes) else None
