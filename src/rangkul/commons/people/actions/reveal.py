"""Showing a NIK or KK in full: a deed with a name behind it, because these numbers open other doors."""

from __future__ import annotations

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.people import policy
from rangkul.commons.people.models import Person


@action("nik.revealed", may=policy.may_reveal)
def reveal(*, by: Asker, person: Person) -> Done:
    """(NIK, KK) in plain digits, "" where unknown."""
    return Done((person.nik, person.kk), subject=("person", person.pk), unit_id=person.unit_id)
