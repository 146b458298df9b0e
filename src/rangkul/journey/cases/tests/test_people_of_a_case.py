"""Who may open a case sees its people whole, restricted and hidden or not, and no longer than the case."""

import pytest
from django.db import connection
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.drafts import AddressDraft
from rangkul.commons.people.models import Address, Person
from rangkul.commons.trust.actions import break_glass
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case


@pytest.fixture
def hiding(case, wati, cast, asking):
    """Wati hides from colleagues, at an address that Ayu wrote down."""
    with asking(cast.ayu) as ayu:
        address = AddressDraft(region_code="32.73.01", line="Jalan Rahasia 9", hidden=True)
        people.add_address(by=ayu, person=wati, address=address)
        people.restrict(by=ayu, person=wati, reason="Dicari oleh pelaku.")
    return wati


def sees(asking, staff) -> tuple[bool, bool]:
    with asking(staff):
        return Person.objects.exists(), Address.objects.exists()


def test_colleagues_do_not_see_her(hiding, cast, asking):
    assert sees(asking, cast.dimas) == sees(asking, cast.candra) == (False, False)


def test_a_member_of_the_team_sees_her_and_where_she_is_until_leaving(hiding, case, cast, asking):
    with asking(cast.ayu) as ayu:
        member = actions.add_member(by=ayu, case=case, staff=cast.candra)
    assert sees(asking, cast.candra) == (True, True)
    with asking(cast.ayu) as ayu:
        actions.end_member(by=ayu, member=member)
    assert sees(asking, cast.candra) == (False, False)


def test_who_breaks_the_glass_of_the_case_sees_her(hiding, case, cast, asking):
    with asking(cast.candra) as candra:
        break_glass(by=candra, subject=("case", case.pk), reason="Ia menelepon dan menangis, Ayu di kapal.")
    assert sees(asking, cast.candra) == (True, True)


def test_the_reading_of_her_file_says_that_it_was_the_team(hiding, case, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        actions.add_member(by=ayu, case=case, staff=cast.candra)
    assert signed_in(cast.candra).get(reverse("people:person", args=[hiding.pk])).status_code == 200
    with asking(cast.candra):
        read = Event.objects.get(name="file.opened", subject_id=hiding.pk)
    assert read.payload == {"why": "team"}


def test_who_opens_her_in_an_emergency_opens_her_running_case(hiding, case, cast, asking):
    with asking(cast.candra) as candra:
        break_glass(by=candra, subject=("person", hiding.pk), reason="Ia menelepon dan menangis, Ayu di kapal.")
        assert Case.objects.get().pk == case.pk


def test_without_it_nobody_learns_of_her_case(hiding, case, cast, asking):
    with asking(cast.candra), connection.cursor() as cursor:
        cursor.execute("SELECT cases_opened_with(%s)", [hiding.pk])
        assert cursor.fetchone()[0] == []


def test_her_page_shows_her_cases_to_her_team_and_no_hint_to_others(case, wati, cast, signed_in):
    url = reverse("cases:of_person", args=[wati.pk])
    assert case.number in signed_in(cast.ayu).get(url).content.decode()
    page = signed_in(cast.candra).get(url).content.decode()
    assert case.number not in page
    assert "Tidak ada kasus yang bisa Anda lihat" in page
    assert signed_in(cast.budi).get(url).status_code == 404
