"""What the record says of a case, each part read once and only when a document asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from rangkul.base.days import today
from rangkul.base.wilayah.queries import paths
from rangkul.commons.people import queries as people
from rangkul.commons.people.models import Address, Person
from rangkul.commons.people.states import AddressKind
from rangkul.commons.trust import queries as trust
from rangkul.commons.trust.models import Consent
from rangkul.commons.trust.states import Purpose
from rangkul.entry.intake.states import ClientKind
from rangkul.journey.assessment import queries as assessment
from rangkul.journey.cases.models import Activity, Case, CasePerson, Termination
from rangkul.journey.cases.queries.consents import consent_subjects
from rangkul.journey.plans import queries as plans
from rangkul.journey.plans.models import Plan, Review
from rangkul.journey.reports.states import Reader

# Under this age a client is a child, whose identity the law protects.
ADULT = 18


class Material:
    """The record of one case as one reader may get it."""

    def __init__(self, case: Case, reader: str, addressee: str = ""):
        self.case, self.reader, self.addressee = case, Reader(reader), addressee.strip()

    @property
    def person(self) -> Person | None:
        return self.case.person

    @property
    def to_client(self) -> bool:
        return self.reader == Reader.CLIENT

    @property
    def is_many(self) -> bool:
        """The client is a group or a community, not somebody with a birthday."""
        return self.case.client_kind in (ClientKind.GROUP, ClientKind.COMMUNITY)

    @cached_property
    def is_child(self) -> bool:
        born = self.person.birth_date if self.person else None
        if born is None:
            return False
        now = today(self.case.region_code)
        return (now.year - born.year - ((now.month, now.day) < (born.month, born.day))) < ADULT

    @cached_property
    def addresses(self) -> list[Address]:
        if self.person is None:
            return []
        rows = Address.objects.filter(person__in=people.identity_ids(self.person), ended_at=None)
        return list(rows.select_related("key").order_by("made_at"))

    @cached_property
    def hides(self) -> bool:
        """Somebody must not learn where the client is: then no address at all is written, not even the region."""
        return bool(self.person and self.person.restricted) or any(one.hidden for one in self.addresses)

    @cached_property
    def home(self) -> str:
        """Where the client lives, in one line; "" where it is unknown."""
        home = next((one for one in self.addresses if one.kind == AddressKind.HOME), None)
        if home is None:
            return ""
        return people.address_of(home, paths([home.region_code]).get(home.region_code, ""))

    @cached_property
    def kin(self) -> list[Any]:
        return people.kin_of(self.person) if self.person else []

    @cached_property
    def near(self) -> list[CasePerson]:
        rows = self.case.people.filter(until=None).exclude(person_id=self.case.person_id)
        return list(rows.select_related("person", "key").order_by("made_at"))

    @cached_property
    def told(self) -> dict[str, assessment.Section]:
        """The sections of the assessment by their code."""
        return {section.code: section for section in assessment.report_of_today(self.case)}

    @cached_property
    def facts(self) -> list[Any]:
        return [line.now for line in assessment.facts(self.case) if not line.taken_back]

    @cached_property
    def activities(self) -> list[Activity]:
        return list(self.case.activities.select_related("key").order_by("at", "id"))

    @cached_property
    def plan(self) -> Plan | None:
        return plans.agreed_plan(self.case)

    @cached_property
    def reviews(self) -> list[Review]:
        return plans.reviews(self.case)

    @cached_property
    def roads(self) -> list[plans.GoalRoad]:
        return plans.roads(self.plan, self.reviews) if self.plan else []

    @cached_property
    def ending(self) -> Termination | None:
        rows = self.case.terminations.filter(reopened_at=None).select_related("key", "by")
        return rows.order_by("-at").first()

    @cached_property
    def consent(self) -> Consent | None:
        """The client's leave to hand data to others, where it holds now."""
        return shared_with_others(self.case)


def shared_with_others(case: Case) -> Consent | None:
    """The latest answer of the client where it is a yes that was not taken back."""
    subjects = consent_subjects(case)
    latest = trust.consents_of(*subjects).filter(purpose=Purpose.SHARE).first()
    return latest if latest is not None and latest.given and latest.withdrawn_at is None else None
