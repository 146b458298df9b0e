"""A case is opened once a request, for somebody who is named, by somebody who practises."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.commons.people.models import Household, Person
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case, CasePerson, Decision, TeamMember
from rangkul.journey.cases.states import CaseRole, Stage


def test_it_begins_in_engagement_with_its_worker_and_its_first_decision(case, cast, asking):
    with asking(cast.ayu):
        assert case.stage == Stage.ENGAGEMENT
        assert case.number.startswith("K")
        assert TeamMember.objects.get().staff_id == cast.ayu.pk
        assert "Ayu" in Decision.objects.select_related("key").get().text
        assert Event.objects.filter(name="case.opened", subject_id=case.pk).count() == 1


def test_who_does_not_practise_opens_none(cast, asking, wati):
    with asking(cast.rini), pytest.raises(PermissionDenied):
        actions.open_case(by=cast.rini.asker(), person=wati)


def test_it_needs_a_client(cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="untuk siapa"):
        actions.open_case(by=cast.ayu.asker())


def test_a_group_needs_its_name(cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        with pytest.raises(Refused, match="nama kelompok") as refused:
            actions.open_case(by=by, client_kind="group", name="  ")
        assert refused.value.field == "name"
        assert actions.open_case(by=by, client_kind="group", name="Ibu-ibu RW 5").client_name == "Ibu-ibu RW 5"


def test_the_members_of_a_household_stand_in_its_case(cast, asking, wati):
    with asking(cast.ayu):
        home = Household.objects.create(agency=cast.ayu.agency, unit=cast.ayu.unit, name="Keluarga Wati")
        home.members.create(person=wati)
        case = actions.open_case(by=cast.ayu.asker(), client_kind="household", household=home)
        assert CasePerson.objects.get(case=case).role == CaseRole.MEMBER


def test_the_home_of_a_person_is_found_or_written(cast, asking, wati):
    with asking(cast.ayu):
        first = actions.open_case(by=cast.ayu.asker(), client_kind="household", person=wati)
        second = actions.open_case(by=cast.ayu.asker(), client_kind="household", person=wati)
        assert first.household_id == second.household_id
        assert (first.person_id, first.client_name) == (None, f"Keluarga {wati.full_name}")
        assert CasePerson.objects.get(case=first).role == CaseRole.CLIENT


def test_a_household_case_is_opened_from_the_page_of_a_person(cast, asking, wati, signed_in):
    page = f"{reverse('cases:open')}?orang={wati.pk}"
    words = {"client_kind": "household", "concern": "Kami berutang.", "level": "hijau", "once": str(uuid4())}
    assert signed_in(cast.ayu).post(page, words).status_code == 302
    with asking(cast.ayu):
        assert Case.objects.get().household.members.get().person_id == wati.pk


def test_the_database_refuses_a_case_without_its_client(case, cast, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="cases_case_has_its_client"), transaction.atomic():
        Case.objects.update(person=None)


def test_a_colleague_may_open_it_for_another_worker_and_stays_beside_them(cast, asking, wati):
    with asking(cast.dimas):
        case = actions.open_case(by=cast.dimas.asker(), person=wati, worker=cast.ayu)
        roles = dict(TeamMember.objects.filter(case=case).values_list("staff__username", "role"))
    assert roles == {"ayu": "worker", "dimas": "co_worker"}


def test_numbers_run_on(cast, asking, wati):
    with asking(cast.ayu):
        one, two = (actions.open_case(by=cast.ayu.asker(), person=wati) for _ in range(2))
    assert int(two.number[-6:]) == int(one.number[-6:]) + 1


@pytest.fixture
def request_(cast, asking, wati):
    """Wati's accepted request; the rows of a request belong to another package, so only what is needed is filled."""
    from rangkul.base.clock import now
    from rangkul.base.models import DataKey
    from rangkul.entry.intake.models import Request

    with asking(cast.ayu):
        row = Request(
            key=DataKey.make(),
            ticket="K7MQ2XDP",
            agency=cast.ayu.agency,
            unit=cast.ayu.unit,
            owner=cast.ayu,
            person=wati,
            level="oranye",
            due_at=now(),
        )
        row.gist = "Suami saya memukul"
        row.save(force_insert=True)
        return row


def test_a_request_opens_one_case_with_what_it_says(cast, asking, request_):
    from rangkul.journey.cases.accepting import open_for

    with asking(cast.ayu):
        case = open_for(request_, cast.ayu.asker())
        assert open_for(request_, cast.ayu.asker()).pk == case.pk
        assert (case.concern, case.level, case.request_id) == ("Suami saya memukul", "oranye", request_.pk)
        assert Case.objects.count() == 1


def test_the_holder_of_the_ticket_sees_their_case_and_not_what_the_team_writes(cast, asking, request_):
    from rangkul.journey.cases.accepting import open_for
    from rangkul.journey.cases.models import Note

    with asking(cast.ayu):
        case = open_for(request_, cast.ayu.asker())
        actions.write_note(by=cast.ayu.asker(), case=case, text="Catatan tim")
    with asking(Asker("ticket", ticket_id=request_.pk)):
        assert Case.objects.get().pk == case.pk
        assert Decision.objects.exists()
        assert not Note.objects.exists()
        assert not Person.objects.exists()


def test_the_one_complained_about_gets_no_part_and_sees_nothing(cast, asking, request_):
    from rangkul.entry.intake.models import Request
    from rangkul.journey.cases.accepting import open_for

    with asking(cast.ayu):
        Request.objects.update(against=cast.sari)
        request_.refresh_from_db()
        case = open_for(request_, cast.ayu.asker())
        with pytest.raises(Refused):
            actions.add_member(by=cast.ayu.asker(), case=case, staff=cast.sari)
    with asking(cast.sari):
        assert not Case.objects.exists()


@pytest.mark.parametrize("name", ["rini", "adi", "agus", "putri"])
def test_who_does_not_practise_is_offered_no_form_that_would_be_refused(cast, signed_in, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(reverse("cases:open")).status_code == 403
    assert reverse("cases:open") not in browser.get(reverse("cases:mine")).content.decode()
