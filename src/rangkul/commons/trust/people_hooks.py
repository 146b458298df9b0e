"""What rights add to the verbs of people, who know nothing of rights."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people import hooks
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import own_data
from rangkul.commons.trust import actions, queries
from rangkul.commons.trust import hooks as ours
from rangkul.commons.trust.actions.leaving import HOLDINGS
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.commons.trust.states import Basis


def connect() -> None:
    hooks.restricted.append(keep_the_one_who_hides)
    hooks.why_open.append(why_open)
    hooks.holdings.extend(HOLDINGS)
    hooks.fragments.append(hooks.Fragment(gettext_lazy("Hak atas data"), "trust:rights_of"))
    ours.copies.extend((copy_of_person, copy_of_rights))


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


def copy_of_person(whose: Whose) -> Iterator[Section]:
    for person in Person.objects.filter(pk__in=whose.person_ids).select_related("key"):
        for title, rows in own_data(person):
            yield Section(title, tuple(rows))


def copy_of_rights(whose: Whose) -> Iterator[Section]:
    """What they agreed to, and who opened their file."""
    subjects = [("person", one) for one in whose.person_ids]
    subjects += [("request", whose.request_id)] if whose.request_id else []
    yield Section(_("Persetujuan"), tuple(_consents(subjects)))
    read = queries.readings_of(*subjects)
    yield Section(
        _("Siapa yang membuka data Anda"),
        tuple((f"{clock.local(row.at):%d-%m-%Y %H.%M}", row.by) for row in read),
    )


def _consents(subjects: list[queries.Subject]) -> Iterator[tuple[str, str]]:
    for consent in queries.consents_of(*subjects):
        said = _("ditarik") if consent.withdrawn_at else _("ya") if consent.given else _("tidak")
        yield consent.get_purpose_display(), f"{said}, {clock.local(consent.asked_at):%d-%m-%Y}"
