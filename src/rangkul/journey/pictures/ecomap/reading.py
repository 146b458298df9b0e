"""From rows to an ecomap as plain values."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format

from rangkul.commons.people.models import Person
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.ecomap.values import Around, Ecomap
from rangkul.journey.pictures.genogram.family import Member
from rangkul.journey.pictures.models import SystemTie
from rangkul.journey.pictures.queries.systems import AT_HOME
from rangkul.journey.pictures.states import System


def ecomap_of(case: Case, home: list[Person], ties: Iterable[SystemTie]) -> Ecomap:
    """Of `ties` those that stand, in the order of their systems: what belongs together stands side by side."""
    order = list(System)
    standing = sorted((tie for tie in ties if tie.ended_on is None), key=lambda tie: order.index(System(tie.system)))
    members = [_member(person, case) for person in home[:AT_HOME]]
    return Ecomap(case.client_name, tuple(members), tuple(map(around_of, standing)), max(0, len(home) - AT_HOME))


def _member(person: Person, case: Case) -> Member:
    index = person.pk == case.person_id
    more = {"index": index, "dead": person.has_died, "restricted": person.restricted}
    return Member(str(person.pk), person.spoken_name, person.full_name, person.sex, **more)


def around_of(tie: SystemTie) -> Around:
    own_kind = tie.system == System.OTHER
    return Around(
        id=str(tie.pk),
        system=tie.system,
        kind=tie.name if own_kind else str(System(tie.system).label),
        name="" if own_kind else tie.name,
        strength=tie.strength,
        flow=tie.flow,
        source=str(tie.get_source_display()),
        day=date_format(tie.source_date, "j F Y"),
    )
