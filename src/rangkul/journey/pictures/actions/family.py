"""Writing on the picture is writing in the register: a new symbol is a person, a new line is kinship."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import actions as people
from rangkul.commons.people.actions import PersonDraft
from rangkul.commons.people.models import Kinship, Person, Pregnancy
from rangkul.commons.people.states import Standing
from rangkul.journey.cases.actions.rows import about, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import CaseRole
from rangkul.journey.pictures import policy
from rangkul.journey.pictures.actions.bonding import Bonded, bind, name_in_case
from rangkul.journey.pictures.states import Bond


@action("family.person_added", may=policy.may_draw)
def add_relative(
    *,
    by: Asker,
    case: Case,
    chosen: Person,
    bonded: Bonded,
    draft: PersonDraft | None = None,
    person: Person | None = None,
    died: dict[str, Any] | None = None,
) -> Done:
    """Somebody new on the picture: registered from `draft`, or `person`, who was registered before.

    They become one of the people of the case, so that its staff sees them. `died` is what `correct` takes of a death.
    """
    case = lock_open(case)
    made = person is None
    if person is None:
        person = people.register(by=by, draft=draft)
        if died:
            people.correct(by=by, person=person, **died)
    if person.pk == chosen.pk:
        raise Refused(_("Pilih orang lain sebagai kerabat."), field="full_name")
    words = _("%(what)s %(name)s") % {"what": Bond(bonded.what).label, "name": chosen.spoken_name}
    role = CaseRole.CAREGIVER if bonded.what == Bond.CARER else CaseRole.MEMBER
    name_in_case(by, case, person, role=role, words=words)
    name_in_case(by, case, chosen)
    bind(by, person, chosen, bonded)
    return about(case, person, person=person.pk, to=chosen.pk, what=bonded.what, registered=made)


@action("family.linked", may=policy.may_draw)
def link_members(*, by: Asker, case: Case, chosen: Person, other: Person, bonded: Bonded) -> Done:
    """A line between two who are on the picture: `other` is <what> of `chosen`."""
    case = lock_open(case)
    if other.pk == chosen.pk:
        raise Refused(_("Pilih orang lain sebagai kerabat."), field="other")
    name_in_case(by, case, chosen, other)
    before = _between(chosen, other)
    row = bind(by, other, chosen, bonded)
    silent = _between(chosen, other) == before
    return about(case, row, person=other.pk, to=chosen.pk, what=bonded.what, silent=silent)


def _between(one: Person, other: Person) -> int:
    ends = [one.pk, other.pk]
    return Kinship.objects.filter(person_id__in=ends, relative_id__in=ends).count()


@action("family.link_changed", may=policy.may_draw)
def change_link(
    *,
    by: Asker,
    case: Case,
    row: Kinship,
    kind: str,
    standing: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Done:
    """Married or not, separated, divorced; adopted or by birth. Only the years are known."""
    case = lock_open(case)
    before = (row.kind, row.standing, row.since, row.until)
    words = {"kind": kind, "standing": standing, "since": since, "until": until}
    people.describe_kinship(by=by, kinship=row, years_only=bool(since or until), **words)
    after = (row.kind, row.standing, row.since, row.until)
    return about(case, row, person=row.person_id, to=row.relative_id, silent=before == after)


@action("family.link_ended", may=policy.may_draw)
def end_link(*, by: Asker, case: Case, row: Kinship, mistake: bool = True) -> Done:
    """A line that should not be there is taken away; one that is over, like a placement, ends."""
    case = lock_open(case)
    was_open = row.until is None
    standing = Standing.MISTAKE if mistake else Standing.IN_FORCE
    people.end_kinship(by=by, kinship=row, standing=standing)
    return about(case, row, person=row.person_id, to=row.relative_id, silent=not was_open)


@action("family.person_corrected", may=policy.may_draw)
def correct_member(*, by: Asker, case: Case, person: Person, edition: int, **changes: Any) -> Done:
    """Name, sex, birth or death of somebody on the picture, in the register itself."""
    case = lock_open(case)
    before = person.edition
    people.correct(by=by, person=person, edition=edition, **changes)
    name_in_case(by, case, person)
    return about(case, person, person=person.pk, silent=person.edition == before)


@action("family.pregnancy_recorded", may=policy.may_draw)
def record_pregnancy(
    *, by: Asker, case: Case, mother: Person, father: Person | None, outcome: str, on: date | None, year_only: bool
) -> Done:
    case = lock_open(case)
    before = Pregnancy.objects.filter(mother=mother).count()
    row = people.record_pregnancy(
        by=by, mother=mother, father=father, outcome=outcome, on=on, year_only=year_only
    )  # fmt: skip
    name_in_case(by, case, mother, *([father] if father else []))
    silent = Pregnancy.objects.filter(mother=mother).count() == before
    return about(case, row, person=mother.pk, silent=silent)


@action("family.pregnancy_ended", may=policy.may_draw)
def end_pregnancy(*, by: Asker, case: Case, row: Pregnancy, outcome: str, on: date | None, year_only: bool) -> Done:
    case = lock_open(case)
    was = row.outcome
    people.end_pregnancy(by=by, pregnancy=row, outcome=outcome, on=on, year_only=year_only)
    return about(case, row, person=row.mother_id, silent=row.outcome == was)
