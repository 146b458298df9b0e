"""How a bond on the picture becomes kinship in the register: who is parent, partner, child, sibling or carer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Kinship, Person
from rangkul.commons.people.states import KINDS_OF, Relation
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions import Nearness
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import CaseRole
from rangkul.journey.pictures.states import Bond


@dataclass(frozen=True)
class Bonded:
    """What somebody is to the chosen person. `kind` is of the kinship; a carer may be a "guardian".

    `beside` are the people who stand there with them: the other parent of a child, the partner of a parent, the
    parents that brothers and sisters share.
    """

    what: str
    kind: str = ""
    since: date | None = None
    beside: tuple[Person, ...] = ()


_RELATION = {
    Bond.PARENT: Relation.PARENT,
    Bond.PARTNER: Relation.SPOUSE,
    Bond.CHILD: Relation.PARENT,
    Bond.SIBLING: Relation.SIBLING,
    Bond.CARER: Relation.CAREGIVER,
}


def bind(by: Asker, new: Person, chosen: Person, bonded: Bonded) -> Kinship:
    """Write the kinship; `new` is <what> of `chosen`. Raises Refused where it cannot be."""
    relation, kind = _RELATION[Bond(bonded.what)], bonded.kind
    if bonded.what == Bond.CARER and kind == Relation.GUARDIAN:
        relation, kind = Relation.GUARDIAN, ""
    if kind and kind not in KINDS_OF.get(relation, ()):
        raise Refused(_("Jenis ini tidak cocok dengan hubungannya."), field="kind", code="kind")
    lower, upper = (new, chosen) if bonded.what == Bond.CHILD else (chosen, new)
    if relation == Relation.PARENT:
        _not_below(upper, lower)
    row = people.add_kinship(
        by=by, person=upper, relative=lower, relation=relation, kind=kind,
        since=bonded.since, years_only=bonded.since is not None,
    )  # fmt: skip
    _beside(by, new, chosen, bonded, kind)
    return row


def _beside(by: Asker, new: Person, chosen: Person, bonded: Bonded, kind: str) -> None:
    for other in bonded.beside:
        if other.pk in (new.pk, chosen.pk):
            continue
        if bonded.what == Bond.PARENT:
            people.add_kinship(by=by, person=new, relative=other, relation=Relation.SPOUSE)
        elif bonded.what == Bond.CHILD:
            people.add_kinship(by=by, person=other, relative=new, relation=Relation.PARENT, kind=kind)
        elif bonded.what == Bond.SIBLING:
            people.add_kinship(by=by, person=other, relative=new, relation=Relation.PARENT)


def _not_below(parent: Person, child: Person) -> None:
    """Nobody is their own ancestor, and a parent is older than the child."""
    if parent.birth_date and child.birth_date and parent.birth_date.year >= child.birth_date.year:
        raise Refused(_("Orang tua tercatat lebih muda dari anaknya. Periksa lagi tahun lahirnya."), code="younger")
    seen, edge = set(), {parent.pk}
    while edge and len(seen) < 500:
        seen |= edge
        above = Kinship.objects.filter(relative_id__in=edge, relation=Relation.PARENT, until__isnull=True)
        below = Kinship.objects.filter(person_id__in=edge, relation=Relation.CHILD, until__isnull=True)
        edge = {*above.values_list("person_id", flat=True), *below.values_list("relative_id", flat=True)} - seen
    if child.pk in seen:
        raise Refused(_("Seseorang tidak bisa menjadi leluhur dirinya sendiri."), code="ring")


def name_in_case(by: Asker, case: Case, *persons: Person, role: str = CaseRole.MEMBER, words: str = "") -> None:
    """Whoever is written to on the picture belongs to the people of the case; named already, they stay as they are."""
    for person in persons:
        cases.add_person(by=by, case=case, person=person, nearness=Nearness(role=role, relation=words))
