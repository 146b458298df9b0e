"""After two registrations were found to be one person, the cases of both stand with the one that is kept."""

import pytest
from django.urls import reverse

from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Merge
from rangkul.journey.cases import actions


@pytest.fixture
def kept(case, cast, asking, wati):
    """Wati, who has a case, was registered once more, and that registration is kept."""
    with asking(cast.ayu) as ayu:
        again = people.register(by=ayu, full_name="Watie Tjontoh")
        people.merge(by=ayu, kept=again, absorbed=wati, reason="KTP dan ibu kandungnya sama.")
        return again


def page_of(browser, person) -> str:
    return browser.get(reverse("cases:of_person", args=[person.pk])).content.decode()


def test_they_stand_on_the_page_of_each(kept, case, wati, cast, signed_in):
    browser = signed_in(cast.ayu)
    assert case.number in page_of(browser, kept)
    assert case.number in page_of(browser, wati)


def test_who_may_not_see_the_case_sees_no_hint_of_it(kept, case, cast, signed_in):
    assert case.number not in page_of(signed_in(cast.dimas), kept)


def test_who_opens_another_case_is_told_of_it(kept, case, cast, signed_in):
    browser = signed_in(cast.ayu)
    assert case.number in browser.get(reverse("cases:open"), {"orang": kept.pk}).content.decode()


def test_a_household_of_the_absorbed_one_stands_there_too(kept, wati, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        home = actions.open_case(by=ayu, client_kind="household", person=wati, concern="Rumah bocor")
    assert home.number in page_of(signed_in(cast.ayu), kept)


def test_when_they_were_two_after_all_each_has_its_own(kept, case, wati, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        people.unmerge(by=ayu, merge=Merge.objects.get(), reason="Ternyata kakak dan adik.")
    assert case.number not in page_of(signed_in(cast.ayu), kept)
