"""The search for persons: by name in any spelling, NIK, KK or telephone; only among whom the asker may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rangkul.base import events, names, readings
from rangkul.base.asking import Asker
from rangkul.base.ready import ready
from rangkul.commons.people import keys
from rangkul.commons.people.models import Person, Phone
from rangkul.commons.people.queries import candidates
from rangkul.commons.people.queries.candidates import Candidate
from rangkul.commons.people.queries.persons import root_of
from rangkul.commons.people.queries.reading import Question, read

# Below this a name is not shown; above the second one it is sure enough that nothing further is guessed.
_SHOWN = 0.6
_SURE = 0.9
_OWN_UNIT = 0.004
_SAME_YEAR = 0.05
_OTHER_YEAR = 0.15


@dataclass(frozen=True)
class Match:
    """`score` 0–1 only orders; `reasons` are sentences for the reader. `name` is the one of the names that matched."""

    person: Person
    score: float
    reasons: tuple[str, ...]
    name: str = ""


def search(asker: Asker, text: str, limit: int = 10) -> list[Match]:
    """The likeliest persons first. That somebody searched is logged; what was typed is not."""
    question = read(text)
    note_search(asker, question.kind)
    if asker.agency_id is None or not asker.practises:
        return []
    if question.kind == "number":
        return _by_number(question.value, limit)
    if question.kind == "phone":
        return _by_phone(question.value, limit)
    return by_name(asker, question, limit) if question.kind == "name" else []


def note_search(asker: Asker, kind: str) -> None:
    """The fact of a search: written after the page where a GET runs, at once elsewhere."""
    if asker.staff_id is None:
        return
    try:
        readings.read_file("staff", asker.staff_id, why=kind or "other", name="people.searched")
    except RuntimeError:
        events.write(
            "people.searched", by=asker, subject=("staff", asker.staff_id), payload={"why": kind or "other"},
            agency_id=asker.agency_id, unit_id=asker.unit_id,
        )  # fmt: skip


def _by_number(digits: str, limit: int) -> list[Match]:
    nik, kk = keys.blind_nik(digits), keys.blind_kk(digits)
    found = Person.objects.filter(Q(nik_blind=nik) | Q(kk_blind=kk)).select_related("key", "unit")[:limit]
    same_nik, same_kk = _("NIK sama."), _("Nomor KK sama.")
    matches = [Match(p, 1.0 if bytes(p.nik_blind or b"") == nik else 0.9, ()) for p in found]
    return _best((replace(m, reasons=(same_nik if m.score == 1.0 else same_kk,)) for m in matches), limit)


def _by_phone(e164: str, limit: int) -> list[Match]:
    rows = Phone.objects.filter(number_blind=keys.blind_phone(e164)).select_related(
        "person__key", "person__unit", "person__merged_into__key"
    )
    found = {}
    for phone in rows.order_by("ended_at")[: limit * 2]:
        reason = _("Nomor telepon sama.") if phone.ended_at is None else _("Dulu memakai nomor telepon ini.")
        found.setdefault(phone.person_id, Match(phone.person, 1.0 if phone.ended_at is None else 0.8, (reason,)))
    return _best(found.values(), limit)


def by_name(asker: Asker, question: Question, limit: int) -> list[Match]:
    """Scored by the best of a person's names. A slip of the keyboard is looked for only where too few are sure."""
    sounds = keys.sounds_of(question.value)
    if not sounds:
        return []
    scoring = _Scoring(asker, question)
    scoring.add(candidates.holders(candidates.sure_keys(sounds), asker.agency_id))
    if scoring.sure < limit:
        words = [token for token in names.tokens(question.value) if token.key in sounds]
        further = candidates.guessed_keys(words, asker.agency_id)
        if len(sounds) > 1 and len(scoring.found) < limit:
            further += sounds
        scoring.add(candidates.holders(further, asker.agency_id))
    return _with_persons(scoring.best(limit), question)


@dataclass(frozen=True, slots=True)
class _Scored:
    score: float
    candidate: Candidate
    name: str

    @property
    def order(self) -> tuple:
        return -self.score, self.candidate.full_name, self.candidate.id


class _Scoring:
    """Collects candidates of one question; equal names are compared once."""

    def __init__(self, asker: Asker, question: Question):
        self.asker, self.question = asker, question
        self.found: dict[UUID, _Scored] = {}
        self._likeness: dict[str, float] = {}

    @property
    def sure(self) -> int:
        return sum(scored.score >= _SURE for scored in self.found.values())

    def add(self, more: Iterable[Candidate]) -> None:
        for candidate in more:
            score, name = max((self._like(name), name) for name in candidate.names)
            if score >= _SHOWN and candidate.id not in self.found:
                self.found[candidate.id] = _Scored(score + self._further(candidate), candidate, name)

    def _like(self, name: str) -> float:
        if name not in self._likeness:
            self._likeness[name] = names.similarity(self.question.value, name)
        return self._likeness[name]

    def _further(self, candidate: Candidate) -> float:
        """Between namesakes: who was born in the year that was typed, then who lives in the asker's own area."""
        own = _OWN_UNIT if candidate.unit_id == self.asker.unit_id else 0.0
        if self.question.year and candidate.birth_date:
            own += _SAME_YEAR if candidate.birth_date.year == self.question.year else -_OTHER_YEAR
        return own

    def best(self, limit: int) -> list[_Scored]:
        """The best of each human being: a merged registration speaks for the one that was kept."""
        kept: dict[UUID, _Scored] = {}
        for scored in sorted(self.found.values(), key=lambda scored: scored.order):
            kept.setdefault(scored.candidate.merged_into_id or scored.candidate.id, scored)
            if len(kept) == limit:
                break
        return list(kept.values())


def _with_persons(best: list[_Scored], question: Question) -> list[Match]:
    persons = {person.pk: person for person in _persons([scored.candidate.id for scored in best])}
    return _as_kept(
        Match(persons[scored.candidate.id], scored.score, tuple(_reasons(scored, question)), scored.name)
        for scored in best
        if scored.candidate.id in persons
    )


@ready
def _persons(ids: list[UUID]) -> QuerySet[Person]:
    return Person.objects.select_related("key", "unit").filter(pk__among=ids)


def _reasons(scored: _Scored, question: Question) -> Iterator[str]:
    yield names.explain(question.value, scored.name) or _("Namanya mirip.")
    if scored.name != scored.candidate.full_name:
        yield _("Dikenal sebagai %(name)s.") % {"name": scored.name}
    if question.year and scored.candidate.birth_date and scored.candidate.birth_date.year == question.year:
        yield _("Tahun lahir sama.")


def _as_kept(matches: Iterable[Match]) -> list[Match]:
    """A registration that was merged is shown as the one that was kept, once, and says so."""
    kept: dict[UUID, Match] = {}
    for match in matches:
        root = root_of(match.person)
        if root.pk != match.person.pk:
            also = _("Juga terdaftar sebagai %(name)s.") % {"name": match.person.full_name}
            match = replace(match, person=root, reasons=(*match.reasons, also))
        kept.setdefault(root.pk, match)
    return list(kept.values())


def _best(matches: Iterable[Match], limit: int) -> list[Match]:
    ranked = sorted(matches, key=lambda match: (-match.score, match.person.full_name, match.person.pk))
    return _as_kept(ranked)[:limit]
