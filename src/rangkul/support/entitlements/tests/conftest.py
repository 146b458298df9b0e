"""Ayu looks with Wati for what she may be entitled to; Wati lives with a daughter of eight."""

from datetime import date

import pytest
from tests.support.cases import opened

from rangkul.base import days
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Household, HouseholdMember, Person
from rangkul.support.entitlements import actions, queries

TODAY = days.today("32.73.01")


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Uang sekolah menunggak", region_code="32.73.01")


@pytest.fixture
def at_home(cast, case, asking):
    """Who lives there: Wati of 40 and her daughter of 8."""
    with asking(cast.ayu):
        wati = case.person
        wati.birth_date, wati.birth_precision = date(TODAY.year - 40, 1, 1), "day"
        wati.save()
        child = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu,
            full_name="Melati Contoh", birth_date=date(TODAY.year - 8, 1, 1), birth_precision="day",
        )  # fmt: skip
        home = Household.objects.create(agency=cast.ayu.agency, unit=cast.ayu.unit, name="Rumah Wati")
        for one in (wati, child):
            HouseholdMember.objects.create(household=home, person=one)
    return home


@pytest.fixture
def known(cast, case):
    def answer(**said) -> None:
        for name, value in said.items():
            actions.record_known(by=cast.ayu.asker(), case=case, name=name, answer=value, way="told", on=TODAY)

    return answer


@pytest.fixture
def begun(cast, case, asking):
    with asking(cast.ayu) as by:
        return actions.consider(by=by, case=case, programme="pkh")


def fresh(row):
    return queries.get(row.case, row.pk)


@pytest.fixture
def applied(cast, begun, asking):
    with asking(cast.ayu) as by:
        actions.tell(by=by, application=begun, on=TODAY, words="Mau, asal ditemani.")
        actions.apply(by=by, application=fresh(begun), on=TODAY, place="Dinas sosial", number="12/CONTOH")
        return fresh(begun)


@pytest.fixture
def refused(cast, applied, asking):
    with asking(cast.ayu) as by:
        actions.refuse(by=by, application=applied, on=TODAY, reason="Kuota penuh")
        return fresh(applied)
