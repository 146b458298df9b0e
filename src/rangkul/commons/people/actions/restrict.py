"""Hiding a person from colleagues who have no business with them: somebody in danger could know one of us."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks, policy
from rangkul.commons.people.models import Person

SHORTEST_REASON = 10


@action("person.restricted", may=policy.may_restrict)
def restrict(*, by: Asker, person: Person, reason: str) -> Done:
    """From now on only who holds a right over this person, and the supervisor of the unit, finds them."""
    reason = _checked(reason)
    if person.restricted:
        return Done(person, silent=True)
    # First the right of the one who hides, or the row would vanish under their hands.
    for hook in hooks.restricted:
        hook(person, by)
    Person.objects.filter(pk=person.pk).update(restricted=True, restricted_because=reason)
    person.restricted, person.restricted_because = True, reason
    return Done(person, unit_id=person.unit_id)


@action("person.unrestricted", may=policy.may_unrestrict)
def unrestrict(*, by: Asker, person: Person, reason: str) -> Done:
    """The danger is over; the agency's register shows the person again. Rights that were given stay as they are."""
    reason = _checked(reason)
    if not person.restricted:
        return Done(person, silent=True)
    Person.objects.filter(pk=person.pk).update(restricted=False, restricted_because=reason)
    person.restricted, person.restricted_because = False, reason
    return Done(person, unit_id=person.unit_id)


def _checked(reason: str) -> str:
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Refused(_("Tulis alasannya dalam satu kalimat."), field="reason")
    return reason
