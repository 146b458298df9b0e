"""From rows to a family as plain values: which way a relation points, how old somebody is, what a line was told by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base.days import today
from rangkul.commons.people.models import Kinship, Person, Pregnancy
from rangkul.commons.people.states import BirthPrecision, DeathPrecision, Outcome, Relation
from rangkul.journey.pictures.genogram.family import (
    EXPECTED,
    MISCARRIED,
    STILLBORN,
    Carer,
    Couple,
    Family,
    Home,
    Member,
    Near,
    Parent,
    Sibling,
    Tie,
)
from rangkul.journey.pictures.models import FamilyTie
from rangkul.journey.pictures.queries.family import Records

_LOST = {Outcome.EXPECTED: EXPECTED, Outcome.MISCARRIED: MISCARRIED, Outcome.STILLBORN: STILLBORN}


def family_of(records: Records) -> Family:
    day = today()
    members = [_member(person, records, day) for person in records.persons.values()]
    members += [_unborn(row, day) for row in records.pregnancies]
    here = {member.id for member in members}
    rows = [row for row in records.kinship if {_of(records, row.person_id), _of(records, row.relative_id)} <= here]
    rows = [row for row in rows if row.person_id != row.relative_id]
    parents = (*_parents(records, rows), *_of_unborn(records))
    return Family(
        tuple(members),
        tuple(_couples(records, rows)),
        parents,
        tuple(_siblings(records, rows)),
        tuple(_carers(records, rows)),
        tuple(_near(records, rows, parents)),
        tuple(_homes(records)),
        tuple(_ties(records, here)),
        records.left_out,
    )


def _of(records: Records, person_id: UUID) -> str:
    return str(records.root.get(person_id, person_id))


def _member(person: Person, records: Records, day: date) -> Member:
    return Member(
        id=str(person.pk),
        name=person.spoken_name,
        full_name=person.full_name,
        sex=person.sex,
        born=person.birth_date,
        age=age_in_figures(person, day),
        years=_years(person),
        dead=person.has_died,
        index=person.pk in records.clients,
        restricted=person.restricted,
    )


def age_in_figures(person: Person, day: date) -> str:
    """`34`, `±70`, `5 bl`: what stands inside a symbol; for the dead how old they became where that is known."""
    last = person.died_on or day
    if person.birth_date is None or (person.has_died and person.died_on is None):
        return ""
    exact = person.birth_precision in (BirthPrecision.DAY, BirthPrecision.MONTH)
    exact = exact and person.died_precision != DeathPrecision.YEAR
    months = (last.year - person.birth_date.year) * 12 + last.month - person.birth_date.month
    months -= person.birth_precision == BirthPrecision.DAY and last.day < person.birth_date.day
    if exact and months < 24:
        return _("%(n)d bl") % {"n": max(0, months)}
    years = max(0, months // 12) if exact else max(0, last.year - person.birth_date.year)
    return str(years) if exact else f"±{years}"


def _years(person: Person) -> str:
    """`1990`, `±1955–2019`, `1955–?`."""
    born = ""
    if person.birth_date is not None:
        born = f"{'±' if person.birth_precision == BirthPrecision.ABOUT else ''}{person.birth_date.year}"
    if not person.has_died:
        return born
    return f"{born or '?'}–{person.died_on.year if person.died_on else '?'}"


def _unborn(row: Pregnancy, day: date) -> Member:
    years = str(row.on.year) if row.on else ""
    if row.outcome == Outcome.EXPECTED and row.on and not row.year_only:
        years = date_format(row.on, "M Y")
    # Who is expected stands behind everybody who was born.
    born = date(day.year + 1, 1, 1) if row.outcome == Outcome.EXPECTED else row.on
    return Member(
        id=f"k-{row.pk}", name=str(row.get_outcome_display()), kind=_LOST[Outcome(row.outcome)], born=born, years=years
    )


def _couples(records: Records, rows: list[Kinship]) -> Iterator[Couple]:
    for row in rows:
        if row.relation == Relation.SPOUSE:
            # A partnership that ended before it could be said how is shown as a separation.
            standing = row.standing or ("separated" if row.until else "")
            yield Couple(
                _of(records, row.person_id), _of(records, row.relative_id), row.kind, standing,
                str(row.since.year) if row.since else "", str(row.until.year) if row.until and row.standing else "",
                str(row.pk),
            )  # fmt: skip


def _open(rows: list[Kinship], *relations: str) -> Iterator[Kinship]:
    return (row for row in rows if row.relation in relations and row.until is None)


def _parents(records: Records, rows: list[Kinship]) -> Iterator[Parent]:
    for row in _open(rows, Relation.PARENT, Relation.CHILD):
        ends = _of(records, row.person_id), _of(records, row.relative_id)
        parent, child = ends if row.relation == Relation.PARENT else ends[::-1]
        yield Parent(parent, child, row.kind, str(row.pk))


def _of_unborn(records: Records) -> Iterator[Parent]:
    here = {str(one) for one in records.persons}
    for row in records.pregnancies:
        for one in (row.mother_id, row.father_id):
            if one is not None and _of(records, one) in here:
                yield Parent(_of(records, one), f"k-{row.pk}")


def _siblings(records: Records, rows: list[Kinship]) -> Iterator[Sibling]:
    for row in _open(rows, Relation.SIBLING):
        yield Sibling(_of(records, row.person_id), _of(records, row.relative_id), row.kind, str(row.pk))


def _carers(records: Records, rows: list[Kinship]) -> Iterator[Carer]:
    for row in _open(rows, Relation.CAREGIVER, Relation.GUARDIAN):
        yield Carer(_of(records, row.person_id), _of(records, row.relative_id), row.kind or row.relation, str(row.pk))


def _near(records: Records, rows: list[Kinship], parents: tuple[Parent, ...]) -> Iterator[Near]:
    """Grandparents whose way through the parents is recorded need no line of their own."""
    above: dict[str, set[str]] = {}
    for link in parents:
        above.setdefault(link.child, set()).add(link.parent)
    for row in _open(rows, Relation.GRANDPARENT, Relation.GRANDCHILD, Relation.IN_LAW, Relation.OTHER):
        ends = _of(records, row.person_id), _of(records, row.relative_id)
        one, other = ends[::-1] if row.relation == Relation.GRANDCHILD else ends
        kind = "grandparent" if row.relation == Relation.GRANDCHILD else row.relation
        if not any(one in above.get(parent, ()) for parent in above.get(other, ())):
            yield Near(one, other, kind, str(row.pk))


def _homes(records: Records) -> Iterator[Home]:
    members: dict[UUID, list[str]] = {}
    names: dict[UUID, str] = {}
    for row in records.homes:
        one = _of(records, row.person_id)
        names[row.household_id] = row.household.name
        if one not in members.setdefault(row.household_id, []):
            members[row.household_id].append(one)
    yield from (Home(str(home), names[home], tuple(there)) for home, there in members.items())


def _ties(records: Records, here: set[str]) -> Iterator[Tie]:
    for row in records.ties:
        one, other = _of(records, row.one_id), _of(records, row.other_id)
        if {one, other} <= here and one != other:
            yield Tie(one, other, row.kind, str(row.pk), told_by(row))


def told_by(row: FamilyTie) -> str:
    source = str(row.get_source_display())
    day = date_format(row.source_date, "j F Y")
    return _("%(source)s, %(day)s") % {"source": source[:1].lower() + source[1:], "day": day}
