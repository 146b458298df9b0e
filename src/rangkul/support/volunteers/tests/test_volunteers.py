"""Registered with consent, seen, vetted until a day, stopped by a complaint, emptied when they leave."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.commons.people.hooks import LEAVING, Handing
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.queries import risen_between
from rangkul.support.volunteers import actions, leaving, queries
from rangkul.support.volunteers.actions import VettingDraft
from rangkul.support.volunteers.models import Complaint, Match, Need, NeedFile, Step, Vetting, Volunteer
from rangkul.support.volunteers.states import LATE_AID, LATE_COMPLAINT, LATE_VETTING, VOLUNTEER, Seen, VolunteerState
from rangkul.support.volunteers.tests.conftest import CHILD, SOON, TODAY, TONO

TABLES = (Volunteer, Vetting, Step, Need, NeedFile, Match, Complaint)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " "}, "name"), ({"contact": ""}, "contact"), ({"offers": []}, "offers"), ({"offers": ["mlm"]}, "offers"),
     ({"region_code": "32.73"}, "place"), ({"agreed_on": TODAY + timedelta(days=1)}, "agreed_on")],
)  # fmt: skip
def test_what_is_missing_is_said_where_it_is_missing(cast, asking, wrong, field):
    with asking(cast.ayu) as by, pytest.raises(Refused) as said:
        actions.register(by=by, given=replace(TONO, **wrong))
    assert said.value.field == field


def test_a_paper_that_ends_has_its_day_and_each_step_its_hand(cast, tono, vetted, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as said:
            actions.see(by=by, volunteer=tono, given=VettingDraft(Seen.POLICE, "SKCK Polsek", TODAY))
        assert said.value.field == "valid_until"
        assert queries.lacking(queries.seen_of(tono), TODAY) == list(Seen)
    row = vetted(tono, until=SOON)
    assert (row.vetted_by_id, row.vetted_until) == (cast.sari.pk, SOON)
    with asking(cast.dimas):
        assert [(one.verb, one.by.called_name) for one in queries.steps_of(row)] == [
            ("vet", "Sari"), ("register", "Ayu")
        ]  # fmt: skip
        assert queries.lacking(queries.seen_of(row), SOON + timedelta(days=1)) == [Seen.POLICE, Seen.SAFEGUARDING]


def test_no_other_agency_and_nobody_who_does_not_practise_knows_of_anything(cast, told, asking):
    with asking(cast.ayu) as by:
        actions.complain(by=by, volunteer=told.volunteer, words="Terlambat dua jam.", match=told)
    for who in ("budi", "hana", "adi", "agus", "putri"):
        with asking(getattr(cast, who)) as by:
            assert not [table.__name__ for table in TABLES if table.objects.exists()]
            with pytest.raises(PermissionDenied):
                actions.match(by=by, need=told.need, volunteer=told.volunteer)
    with asking(None):
        assert not [table.__name__ for table in TABLES if table.objects.exists()]


def test_a_complaint_stops_at_once_climbs_and_is_decided_by_another(cast, ning, told, asking):
    with asking(cast.ayu) as by:
        complaint = actions.complain(by=by, volunteer=ning, words="Anaknya takut.", match=told)
        assert (queries.get_volunteer(ning.pk).state, queries.get_need(told.need_id).state) == ("suspended", "open")
        with pytest.raises(Refused):
            actions.leave(by=by, volunteer=ning)
        with pytest.raises(PermissionDenied):
            actions.decide(by=by, complaint=complaint, words="Tidak apa-apa.", then="restore")
    with asking(cast.dimas):
        assert not Complaint.objects.exists()
    with asking_as(job("cases.clock")), clock.pretending(clock.now() + timedelta(hours=2)):
        move_clocks()
    with asking(cast.sari) as by:
        assert [row.owner_id for row in risen_between(by, [LATE_COMPLAINT])] == [cast.ayu.pk]
        row = queries.complaints_of(ning)[0]
        assert row.words == "Anaknya takut."
        actions.decide(by=by, complaint=row, words="Dibicarakan dengan anak dan ibunya.", then="bar")
        assert risen_between(by, [LATE_COMPLAINT]) == []
        assert queries.get_volunteer(ning.pk).state == "barred"
        with pytest.raises(Refused):
            actions.decide(by=by, complaint=row, words="Lagi.", then="restore")
    with asking(cast.ayu) as by, pytest.raises(Refused, match="hanya supervisor"):
        actions.leave(by=by, volunteer=ning)
    with asking(cast.sari) as by:
        assert actions.leave(by=by, volunteer=ning).name == ""


def test_of_two_complaints_the_last_decision_lets_them_back_to_be_vetted_anew(cast, ning, vetted, asking, signed_in):
    vetted(ning)
    with asking(cast.ayu) as by:
        rows = [actions.complain(by=by, volunteer=ning, words=words) for words in ("Satu.", "Dua.")]
    with asking(cast.sari) as by:
        for complaint, state in zip(rows, ("suspended", "new"), strict=True):
            actions.decide(by=by, complaint=complaint, words="Tidak terbukti.", then="restore")
            assert queries.get_volunteer(ning.pk).state == state
        assert queries.lacking(queries.seen_of(ning), TODAY) == list(Seen)
        with pytest.raises(Refused, match="Belum lengkap"):
            actions.vet(by=by, volunteer=ning)
        with pytest.raises(IntegrityError, match="by_what_was_seen"), transaction.atomic():
            Volunteer.objects.filter(pk=ning.pk).update(state="vetted")
    assert "berlaku sampai" not in signed_in(cast.ayu).get(ning.get_absolute_url()).content.decode()
    assert vetted(ning, until=SOON).vetted_until == SOON


def test_what_expires_comes_to_its_keeper_and_above_until_it_is_renewed(cast, ning, vetted, noted, asking):
    vetted(ning, until=SOON)
    noted()
    with asking(cast.ayu) as by:
        assert [one.pk for one in queries.board(by).renew] == [ning.pk]
    with clock.pretending(clock.now() + timedelta(days=9)):
        with asking_as(job("cases.clock")):
            move_clocks()
        with asking(cast.sari) as by:
            assert {row.kind for row in risen_between(by, [LATE_VETTING, LATE_AID])} == {LATE_VETTING, LATE_AID}
            assert queries.get_volunteer(ning.pk).is_expired


def test_a_day_ends_where_the_volunteer_and_the_client_live(cast, tono, vetted, noted, asking):
    far = "91.71.01"
    with asking(cast.ayu):
        Volunteer.objects.update(region_code=far)
    vetted(tono, until=SOON)
    noted(replace(CHILD, region_code=far))
    with asking_as(job("cases.clock")), clock.pretending(clock.now() + timedelta(days=9)):
        for find in (queries.late_vettings, queries.late_needs):
            assert [one.due_at for one in find(clock.now(), lambda rows: rows)] == [days.end_of(SOON, far)]


def test_who_leaves_is_emptied_and_what_they_did_stays_counted(cast, ning, told, asking):
    with asking(cast.ayu) as by:
        for _n in range(2):
            gone = actions.leave(by=by, volunteer=ning)
        assert (gone.state, gone.name, gone.contact) == ("left", "", "")
        assert {one.what for one in ning.vettings.select_related("key")} == {""}
        assert [one.state for one in queries.history_of(ning)] == ["called_off"]
        with pytest.raises(Refused):
            actions.complain(by=by, volunteer=ning, words="Terlambat.")


def test_what_a_closed_account_held_goes_on(cast, tono, noted, asking):
    need = noted()
    with asking(cast.ayu) as by:
        actions.match(by=by, need=need, volunteer=tono, staff=cast.ayu)
    with asking_as(LEAVING):
        assert leaving.HOLDING.count(cast.ayu) == 3
        leaving.HOLDING.hand_over(Handing(cast.ayu, cast.sari, LEAVING))
        assert leaving.HOLDING.count(cast.ayu) == 0
    with asking(cast.sari):
        assert queries.get_need(need.pk).state == "open"
        assert queries.get_volunteer(tono.pk).keeper_id == cast.sari.pk


@pytest.mark.parametrize("verb", VOLUNTEER.steps)
@pytest.mark.parametrize("state", VolunteerState.values)
def test_a_step_is_taken_from_where_the_table_says(verb, state):
    row = Volunteer(state=state)
    if VOLUNTEER.allows(verb, state):
        VOLUNTEER.step(row, verb)
    else:
        with pytest.raises(Refused):
            VOLUNTEER.step(row, verb)
