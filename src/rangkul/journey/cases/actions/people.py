"""Who stands around the client: what they are to them, and whether they may be told anything."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, filled, lock
from rangkul.journey.cases.models import Case, CasePerson
from rangkul.journey.cases.states import MAY_BE_TOLD, CaseRole, ContactLeave, Influence


@dataclass(frozen=True)
class Nearness:
    """What is known of somebody near, in the client's eyes. `contact_words`: what may be said to them, or why a
    guardian's decision serves the child best."""

    role: str = CaseRole.OTHER
    relation: str = ""
    influence: str = Influence.UNKNOWN
    contact: str = ContactLeave.UNASKED
    contact_words: str = ""
    in_emergency: bool = False
    gets_news: bool = False


@action("person.joined_case", may=policy.may_work)
def add_person(
    *, by: Asker, case: Case, person: Person, role: str = CaseRole.OTHER, nearness: Nearness | None = None
) -> Done:
    """Somebody whom the case touches; who is named already stays as they are."""
    case = lock(case)
    if (there := case.people.filter(person=person, until=None).first()) is not None:
        return about(case, there, silent=True)
    row = CasePerson(case=case, person=person, key=case.key)
    _write(row, nearness or Nearness(role=role))
    row.save(force_insert=True)
    return about(case, row, person=person.pk, role=row.role)


@action("person.described", may=policy.may_work_with)
def describe_person(*, by: Asker, row: CasePerson, nearness: Nearness) -> Done:
    """What is known of them now; the row as it was stays in the versions."""
    case = lock(row.case)
    held = case.people.select_related("key").get(pk=row.pk)
    held.key = case.key
    _write(held, nearness)
    held.save()
    return about(case, held, person=held.person_id, contact=held.contact)


@action("person.left_case", may=policy.may_work_with)
def end_person(*, by: Asker, row: CasePerson) -> Done:
    """The case no longer touches them, and they take part no more. The client stays as long as the case."""
    case = lock(row.case)
    if row.role == CaseRole.CLIENT:
        raise Refused(_("Klien tetap di kasusnya."), code="client")
    today = clock.local(clock.now()).date()
    first = case.people.filter(pk=row.pk, until=None).update(until=today)
    case.partners.filter(near=row, until=None).update(until=today)
    return about(case, row, person=row.person_id, silent=not first)


def _write(row: CasePerson, nearness: Nearness) -> None:
    """Nobody is contacted or told anything without leave (A22); the database holds the same."""
    if (nearness.in_emergency or nearness.gets_news) and nearness.contact not in MAY_BE_TOLD:
        raise Refused(_("Tanyakan dulu kepada klien apakah orang ini boleh dihubungi."), field="contact", code="leave")
    if nearness.contact == ContactLeave.GUARDIAN:
        filled(nearness.contact_words, _("Tulis mengapa keputusan wali ini demi kepentingan terbaik."), "contact_words")
    if row.role == CaseRole.CLIENT and nearness.role != CaseRole.CLIENT:
        raise Refused(_("Klien tetap di kasusnya."), field="role", code="client")
    row.role, row.influence, row.contact = nearness.role, nearness.influence, nearness.contact
    row.relation, row.contact_words = nearness.relation.strip(), nearness.contact_words.strip()
    row.in_emergency, row.gets_news = nearness.in_emergency, nearness.gets_news
