"""What rights add to the verbs of people, who know nothing of rights."""

from __future__ import annotations

from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.commons.people import hooks
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions, queries
from rangkul.commons.trust.states import Basis


def connect() -> None:
    hooks.restricted.append(keep_the_one_who_hides)
    hooks.why_open.append(why_open)


def keep_the_one_who_hides(person: Person, by: Asker) -> None:
    actions.grant(
        by=by, subject=("person", person.pk), grantee=("staff", by.staff_id), basis=Basis.OWNER, reason="restricted"
    )


def why_open(asker: Asker, kind: str, subject_id: UUID) -> str:
    """The narrowest right by which the asker opens a file: what the client reads as the reason."""
    bases = set(queries.held_by(asker, kind).filter(subject_id=subject_id).values_list("basis", flat=True))
    # An emergency access says so even where the file could have been opened without it.
    order = (Basis.BREAK_GLASS, Basis.TEAM, Basis.OWNER, Basis.REFERRAL, Basis.CONSENT, Basis.SUPERVISION)
    return next((str(basis) for basis in order if basis in bases), "")
