"""The box finds what is not one person: households by their members and their name, groups and communities by theirs,
and a request of another unit that the asker was let into."""

import pytest

from rangkul.commons.people.actions import merge, register
from rangkul.commons.people.models import Household
from rangkul.commons.trust.actions import grant
from rangkul.entry.intake.actions import Asked
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases.actions import open_case
from rangkul.web.desks.search import everything


@pytest.fixture
def wati(cast, asking):
    with asking(cast.ayu) as ayu:
        return register(by=ayu, full_name="Wati Contoh")


@pytest.fixture
def home(cast, asking, wati):
    """Wati's sister is in the same household; the case is the household's."""
    with asking(cast.ayu) as ayu:
        case = open_case(by=ayu, client_kind="household", person=wati, concern="Rumah bocor")
        sister = register(by=ayu, full_name="Ratna Sundari")
        Household.objects.get(pk=case.household_id).members.create(person=sister)
        return case


@pytest.fixture
def group(cast, asking):
    with asking(cast.ayu) as ayu:
        return open_case(by=ayu, client_kind="group", name="Kelompok Ibu Melati", concern="Air bersih")


def found(asking, staff, text, kind="case"):
    with asking(staff) as asker:
        return [one.id for one in everything(asker, text) if one.kind == kind]


@pytest.mark.parametrize("text", ["Keluarga Wati Contoh", "Wati Contoh", "Ratna Sundari", "keluarga wati"])
def test_a_household_is_found_by_its_name_and_by_each_member(cast, asking, home, text):
    assert found(asking, cast.ayu, text) == [home.pk]


def test_who_moved_out_does_not_lead_there(cast, asking, home):
    with asking(cast.ayu):
        Household.objects.get(pk=home.household_id).members.filter(person__full_name="Ratna Sundari").update(
            until="2026-01-01"
        )
    assert found(asking, cast.ayu, "Ratna Sundari") == []


@pytest.mark.parametrize("text", ["Kelompok Ibu Melati", "melati", "kelompk melati"])
@pytest.mark.parametrize("kind", ["group", "community"])
def test_a_group_is_found_by_its_name(cast, asking, kind, text):
    with asking(cast.ayu) as ayu:
        case = open_case(by=ayu, client_kind=kind, name="Kelompok Ibu Melati", concern="Air bersih")
    assert found(asking, cast.ayu, text) == [case.pk]
    assert found(asking, cast.ayu, "tani makmur") == []


def test_who_may_not_see_the_case_finds_no_hint_of_it(cast, asking, home, group):
    for text in ("Kelompok Ibu Melati", "Keluarga Wati Contoh"):
        assert found(asking, cast.budi, text) == []
        assert found(asking, cast.sari, text), "the supervisor of the unit sees it"


@pytest.fixture
def merged(cast, asking, wati, home):
    """Wati was registered three times, with a case under each of the others; one of them had taken up the other."""
    with asking(cast.ayu) as ayu:
        second = register(by=ayu, full_name="Watini Tjontoh")
        third = register(by=ayu, full_name="Sumiyati")
        cases = [open_case(by=ayu, person=one, concern="Lain") for one in (second, third)]
        merge(by=ayu, kept=second, absorbed=third, reason="KTP dan ibu kandungnya sama.")
        merge(by=ayu, kept=wati, absorbed=second, reason="KTP dan ibu kandungnya sama.")
        return cases


def test_cases_of_what_was_merged_are_found_with_the_kept_one(cast, asking, home, merged):
    wanted = {home.pk, *(case.pk for case in merged)}
    assert set(found(asking, cast.ayu, "Wati Contoh")) == wanted
    assert set(found(asking, cast.ayu, "Sumiyati")) >= {case.pk for case in merged}
    with asking(cast.ayu) as ayu:
        assert all(one.reasons for one in everything(ayu, "Wati Contoh"))
    assert found(asking, cast.budi, "Wati Contoh") == []


def test_a_household_of_whom_was_merged_is_found_too(cast, asking, wati, home):
    with asking(cast.ayu) as ayu:
        kept = register(by=ayu, full_name="Kartini Lestari")
        merge(by=ayu, kept=kept, absorbed=wati, reason="KTP dan ibu kandungnya sama.")
    assert found(asking, cast.ayu, "Kartini Lestari") == [home.pk]


def test_it_costs_four_statements_more_than_persons_alone(cast, asking, home, group, django_assert_max_num_queries):
    with asking(cast.ayu) as ayu:
        everything(ayu, "Wati Contoh")
        with django_assert_max_num_queries(14):
            assert everything(ayu, "Wati Contoh")


def test_a_request_of_another_unit_is_found_by_who_was_let_in(cast, asking):
    request = handed_in(asked=Asked(name="Lestari Contoh"))
    assert found(asking, cast.ayu, "Lestari Contoh", "request") == [request.pk]
    assert found(asking, cast.budi, "Lestari Contoh", "request") == []
    with asking(cast.sari) as by:
        grant(by=by, subject=("request", request.pk), grantee=("staff", cast.budi.pk), basis="owner")
    for text in ("Lestari Contoh", "Lestri Contoh"):
        assert found(asking, cast.budi, text, "request") == [request.pk]
    assert found(asking, cast.budi, "Orang Lain", "request") == []
