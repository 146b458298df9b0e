"""Several professions think about one case: minimum data, a way in that ends, dissent that stays."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.trust.models import AccessGrant
from rangkul.journey.cases.models import Case, Note, Task
from rangkul.journey.conferences import actions, queries
from rangkul.journey.conferences.actions import Called
from rangkul.journey.conferences.door import TooOften, new_code, open_door, pin_of
from rangkul.journey.conferences.models import Conference, Decision, Dissent, Invitation
from rangkul.journey.conferences.states import CONFERENCE, ConferenceState
from rangkul.journey.conferences.tests.conftest import DOCTOR, WORDS, in_days


def decide(cast, conference, **more):
    words = {"text": "Rumah aman untuk dua minggu", "due": today(), "owner_kind": "staff", "owner": cast.ayu}
    return actions.decide(by=cast.ayu.asker(), conference=conference, **(words | more))


def hold(cast, conference, **more):
    return actions.hold(by=cast.ayu.asker(), conference=conference, minutes="Semua sepakat", **more)


@pytest.mark.parametrize("empty", ["place", "question", "brief"])
def test_nobody_calls_without_saying_what_for(case, cast, asking, empty):
    called = Called(at=in_days(1), **{**WORDS, empty: " "})
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.call_conference(by=cast.ayu.asker(), case=case, called=called)
    assert refused.value.field == empty


def test_a_conference_lies_ahead(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.call_conference(by=cast.ayu.asker(), case=case, called=Called(at=in_days(-1), **WORDS))
    assert refused.value.field == "at"


def test_a_guest_reads_the_brief_and_nothing_else(doctor, called, asking):
    with asking(doctor):
        assert Conference.objects.select_related("key").get().brief == WORDS["brief"]
        assert not Case.objects.exists()
        assert not Note.objects.exists()


def test_a_guest_sees_the_own_seat_alone(cast, called, seat, doctor, asking):
    with asking(cast.ayu):
        actions.invite_guest(by=cast.ayu.asker(), conference=called, guest=replace(DOCTOR, name="Ipda Contoh"))
    with asking(doctor):
        assert [one.pk for one in Invitation.objects.all()] == [seat.pk]


def test_an_invited_colleague_reads_the_conference_and_not_the_case(cast, called, asking):
    with asking(cast.ayu):
        actions.invite_colleague(by=cast.ayu.asker(), conference=called, staff=cast.dimas)
    with asking(cast.dimas):
        assert Conference.objects.exists()
        assert not Case.objects.filter(pk=called.case_id).exists()
        assert [one.conference_id for one in queries.invited(cast.dimas.asker())] == [called.pk]


@pytest.mark.parametrize("who", ["budi", "candra", "adi", "dimas"])
def test_nobody_else_sees_it(cast, called, seat, asking, who):
    with asking(getattr(cast, who)):
        assert not Conference.objects.exists()
        assert not Invitation.objects.exists()


def test_a_guest_needs_a_ground(cast, called, asking):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.invite_guest(by=cast.ayu.asker(), conference=called, guest=replace(DOCTOR, ground="law"))
    assert refused.value.field == "ground_words"
    with asking(cast.ayu), pytest.raises(IntegrityError, match="one_kind"), transaction.atomic():
        Invitation.objects.create(
            conference=called, key=called.key, code=new_code(), invited_by=cast.ayu, valid_to=in_days(9)
        )


def test_the_way_in_ends_with_its_day(cast, seat, doctor, asking):
    with asking(cast.ayu):
        grant = AccessGrant.objects.get(grantee_id=seat.pk)
        assert grant.valid_to == seat.valid_to
        # As if that day had come: the database only lets a right be shortened.
        AccessGrant.objects.filter(pk=grant.pk).update(valid_to=F("valid_from"))
    with asking(doctor):
        assert not Conference.objects.exists()


def test_a_withdrawn_guest_finds_nothing_in_the_same_moment(cast, called, seat, doctor, asking):
    with asking(cast.ayu):
        actions.end_seat(by=cast.ayu.asker(), invitation=seat)
        actions.end_seat(by=cast.ayu.asker(), invitation=seat)
        assert Event.objects.filter(name="conference.seat_ended").count() == 1
    with asking(doctor):
        assert not Conference.objects.exists()


def test_code_and_pin_open_the_door(seat, asking):
    with asking():
        assert open_door(seat.code, pin_of(seat.pk), "10.0.0.1") == seat.pk
        assert open_door(seat.code, "000000" if pin_of(seat.pk) != "000000" else "111111", "10.0.0.1") is None
        assert open_door(new_code(), pin_of(seat.pk), "10.0.0.1") is None


def test_nobody_tries_all_pins(seat, asking):
    with asking():
        for _ in range(6):
            open_door(seat.code, "12", "10.0.0.2")
        with pytest.raises(TooOften):
            open_door(seat.code, pin_of(seat.pk), "10.0.0.2")


def test_a_decision_of_the_team_becomes_a_task(cast, called, asking):
    with asking(cast.ayu):
        row = decide(cast, called)
        assert Task.objects.select_related("key").get(pk=row.task_id).title == "Rumah aman untuk dua minggu"
        theirs = decide(cast, called, owner_kind="client", owner=None, text="Menyimpan surat")
        assert theirs.task.owner_kind == "client"


def test_a_guests_decision_is_no_task_of_ours(cast, called, seat, asking):
    with asking(cast.ayu):
        row = decide(cast, called, owner_kind="guest", owner=None, guest=seat)
        assert row.task is None


def test_a_decision_has_one_owner(cast, called, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="one_owner"), transaction.atomic():
        Decision.objects.create(conference=called, key=called.key, owner_kind="staff", due=today(), by=cast.ayu)


def test_the_guest_disagrees_in_the_own_name(cast, called, seat, doctor, asking):
    with asking(doctor):
        own = queries.seat_of(doctor)
        actions.dissent(by=doctor, conference=own.conference, invitation=own, words="Perlu visum dulu")
    with asking(cast.ayu):
        row = queries.dissents(called)[0]
        assert (row.name, row.words) == ("dr. Contoh", "Perlu visum dulu")


def test_dissent_is_never_changed(cast, called, asking):
    with asking(cast.ayu):
        actions.dissent(by=cast.ayu.asker(), conference=called, words="Terlalu cepat")
        with pytest.raises(DatabaseError), transaction.atomic():
            Dissent.objects.update(staff=cast.sari)


def test_a_guest_does_not_decide(cast, called, doctor, asking):
    with asking(doctor), pytest.raises(PermissionDenied):
        actions.decide(by=doctor, conference=called, text="x", due=today(), owner_kind="client")


def test_what_was_held_is_frozen(cast, called, seat, asking):
    with asking(cast.ayu):
        hold(cast, called, came=[seat.pk])
        assert Invitation.objects.get(pk=seat.pk).attended is True
        with pytest.raises(Refused):
            decide(cast, called)
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            Conference.objects.filter(pk=called.pk).update(shares_minutes=True)


def test_dissent_comes_also_afterwards(cast, called, seat, doctor, asking):
    with asking(cast.ayu):
        hold(cast, called)
    with asking(doctor):
        own = queries.seat_of(doctor)
        assert actions.dissent(by=doctor, conference=own.conference, invitation=own, words="Saya tidak setuju")


def test_a_cancelled_table_lets_nobody_in(cast, called, doctor, asking):
    with asking(cast.ayu):
        actions.cancel(by=cast.ayu.asker(), conference=called, because="Klien belum siap")
    with asking(doctor):
        assert not Conference.objects.exists()


@pytest.mark.parametrize("who", ["budi", "dimas"])
def test_only_the_team_sets_the_table(cast, called, asking, who):
    outsider = getattr(cast, who)
    with asking(outsider), pytest.raises(PermissionDenied):
        actions.hold(by=outsider.asker(), conference=called, minutes="x")


@pytest.mark.parametrize("verb", CONFERENCE.steps)
@pytest.mark.parametrize("state", ConferenceState.values)
def test_every_step_of_the_table(verb, state):
    row = Conference(state=state)
    if CONFERENCE.allows(verb, state):
        CONFERENCE.step(row, verb)
        assert row.state == CONFERENCE.steps[verb][1]
    else:
        with pytest.raises(Refused):
            CONFERENCE.step(row, verb)
