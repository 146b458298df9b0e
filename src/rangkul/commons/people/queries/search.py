"""The search for persons: by name in any spelling, NIK, KK or telephone; only among whom the asker may see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import events, names, readings
from rangkul.base.asking import Asker
from rangkul.commons.people import keys
from rangkul.commons.people.models import Person, PersonName, Phone
from rangkul.commons.people.queries import candidates
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
    return _kept_ones([replace(m, reasons=(same_nik if m.score == 1.0 else same_kk,)) for m in matches], limit)


def _by_phone(e164: str, limit: int) -> list[Match]:
    rows = Phone.objects.filter(number_blind=keys.blind_phone(e164)).select_related("person__key", "person__unit")
    found = {}
    for phone in rows.order_by("ended_at")[: limit * 2]:
        reason = _("Nomor telepon sama.") if phone.ended_at is None else _("Dulu memakai nomor telepon ini.")
        found.setdefault(phone.person_id, Match(phone.person, 1.0 if phone.ended_at is None else 0.8, (reason,)))
    return _kept_ones(list(found.values()), limit)


def by_name(asker: Asker, question: Question, limit: int) -> list[Match]:
    """Scored by the best of a person's names. A slip of the keyboard is looked for only where too few are sure."""
    sounds = names.probes(question.value).singles
    if not sounds:
        return []
    seen = set(candidates.holders(candidates.sure_keys(sounds), asker.agency_id))
    matches = _scored(asker, question, seen)
    if sum(match.score >= _SURE for match in matches) < limit:
        guessed = candidates.holders(candidates.guessed_keys(sounds, asker.agency_id), asker.agency_id)
        more = set(guessed) - seen
        if len(matches) < limit:
            more |= set(candidates.holders(sounds, asker.agency_id)) - seen
        matches += _scored(asker, question, more)
    return [_explained(match, question) for match in _kept_ones(matches, limit)]


def _scored(asker: Asker, question: Question, ids: set[UUID]) -> list[Match]:
    """Matches among these persons, as far as the asker sees them."""
    if not ids:
        return []
    other_names = defaultdict(list)
    for person_id, name in PersonName.objects.filter(person_id__in=ids).values_list("person_id", "name"):
        other_names[person_id].append(name)
    persons = Person.objects.filter(pk__in=ids).select_related("key", "unit")
    scored = [_match(asker, question, person, other_names[person.pk]) for person in persons]
    return [match for match in scored if match.score >= _SHOWN]


def _match(asker: Asker, question: Question, person: Person, others: list[str]) -> Match:
    known = [name for name in (person.full_name, person.called_name, *others) if name]
    score, name = max((names.similarity(question.value, name), name) for name in known)
    if question.year and person.birth_date:
        score += _SAME_YEAR if person.birth_date.year == question.year else -_OTHER_YEAR
    if person.unit_id == asker.unit_id:
        score += _OWN_UNIT
    return Match(person, score, (), name)


def _kept_ones(matches: list[Match], limit: int) -> list[Match]:
    """The best of each human being: a merged registration speaks for the one that was kept."""
    matches.sort(key=lambda match: (-match.score, match.person.full_name, match.person.pk))
    best: dict[UUID, Match] = {}
    for match in matches:
        best.setdefault(match.person.merged_into_id or match.person.pk, match)
        if len(best) == limit:
            break
    merged = [pk for pk, match in best.items() if match.person.pk != pk]
    roots = Person.objects.select_related("key", "unit").in_bulk(merged) if merged else {}
    return [_as_kept(match, roots.get(pk)) for pk, match in best.items()]


def _as_kept(match: Match, root: Person | None) -> Match:
    if root is None:
        return match
    also = _("Juga terdaftar sebagai %(name)s.") % {"name": match.person.full_name}
    return replace(match, person=root, reasons=(*match.reasons, also))


def _explained(match: Match, question: Question) -> Match:
    reasons = [names.explain(question.value, match.name) or _("Namanya mirip.")]
    if match.name != match.person.full_name:
        reasons.append(_("Dikenal sebagai %(name)s.") % {"name": match.name})
    if question.year and match.person.birth_date and match.person.birth_date.year == question.year:
        reasons.append(_("Tahun lahir sama."))
    return replace(match, reasons=(*reasons, *match.reasons))
