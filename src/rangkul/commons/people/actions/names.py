"""The other names by which somebody is known."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import policy
from rangkul.commons.people.actions._writing import write_keys
from rangkul.commons.people.models import Person, PersonName
from rangkul.commons.people.states import NameKind


@action("alias.added", may=policy.may_write)
def add_alias(*, by: Asker, person: Person, name: str, kind: str = NameKind.ALIAS) -> Done:
    """One more name; from now on the person is found by it."""
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Tulis namanya."), field="name")
    known = list(PersonName.objects.filter(person=person))
    same = next((row for row in known if row.name.casefold() == name.casefold()), None)
    if same:
        return Done(same, silent=True)
    row = PersonName(person=person, kind=kind, name=name)
    row.save(force_insert=True)
    write_keys(person, [*(other.name for other in known), name])
    return Done(row, subject=("person", person.pk), payload={"kind": kind})
