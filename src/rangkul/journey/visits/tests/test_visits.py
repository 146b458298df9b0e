"""A worker goes to somebody's home, and somebody knows when they are back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.cases.models import Activity, Case, Escalation, Task
from rangkul.journey.visits import actions, policy
from rangkul.journey.visits.actions import Came
from rangkul.journey.visits.models import Visit
from rangkul.journey.visits.states import VISIT, VisitState
from rangkul.journey.visits.tests.conftest import CLOCK, PLAN, tick

CAME = Came(met="met", result="Anak-anak sehat, dapur kosong", minutes=50)


def told(asking):
    with asking(CLOCK):
        return list(Escalation.objects.filter(settled_at=None).order_by("step").values_list("told_id", flat=True))


def visit_now(asking, cast, visit):
    with asking(cast.ayu):
        return Visit.objects.select_related("key", "activity__key", "case").get(pk=visit.pk)


def test_what_is_planned_is_sealed_and_logged(planned, cast, asking):
    with asking(cast.ayu):
        row = Visit.objects.select_related("key").get()
        assert (row.place, row.state) == (PLAN["place"], "planned")
        event = Event.objects.get(name="visit.planned")
        assert event.payload == {"id": str(planned.pk)}


@pytest.mark.parametrize("empty", ["place", "purpose", "risk_note"])
def test_nobody_plans_without_saying_where_why_and_what_to_watch(case, cast, asking, empty):
    now = clock.now()
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.plan_visit(
            by=cast.ayu.asker(), case=case, leaves_at=now, back_by=now + timedelta(hours=1), **{**PLAN, empty: "  "}
        )
    assert refused.value.field == empty


@pytest.mark.parametrize("hours", [-1, 0, 13])
def test_the_time_of_return_makes_sense(case, cast, asking, hours):
    now = clock.now() + timedelta(minutes=5)
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.plan_visit(by=cast.ayu.asker(), case=case, leaves_at=now, back_by=now + timedelta(hours=hours), **PLAN)
    assert refused.value.field == "back_by"


def test_the_database_holds_the_order_of_times(planned, cast, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="ends_after_it_begins"), transaction.atomic():
        Visit.objects.filter(pk=planned.pk).update(back_by=planned.leaves_at)


def test_within_the_time_nobody_is_told(planned, run_late, asking):
    run_late(minutes=10)
    assert told(asking) == []


def test_without_a_word_the_supervisor_is_told_then_the_head(planned, run_late, cast, asking):
    run_late()
    assert told(asking) == [cast.sari.pk]
    tick()
    assert told(asking) == [cast.sari.pk]
    with asking(CLOCK):
        Escalation.objects.filter(next_at__isnull=False).update(next_at=clock.now() - timedelta(seconds=1))
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_a_missing_worker_is_looked_for_at_the_pace_of_red(planned, run_late, asking):
    run_late()
    with asking(CLOCK):
        row = Escalation.objects.get()
        assert row.next_at - row.told_at <= timedelta(minutes=15)


def test_a_word_that_it_takes_longer_ends_the_alarm(planned, run_late, cast, asking):
    with asking(cast.ayu):
        actions.leave(by=cast.ayu.asker(), visit=planned)
    run_late()
    with asking(cast.ayu):
        actions.be_back_later(by=cast.ayu.asker(), visit=planned, back_by=clock.now() + timedelta(hours=1))
    assert told(asking) == []


def test_coming_back_ends_the_alarm_and_writes_the_activity(planned, run_late, cast, asking):
    run_late()
    with asking(cast.ayu):
        actions.come_back(by=cast.ayu.asker(), visit=planned, came=CAME)
    assert told(asking) == []
    row = visit_now(asking, cast, planned)
    assert (row.state, row.activity.channel, row.activity.minutes) == ("back", "visit", 50)
    assert row.activity.result == CAME.result


def test_a_closed_door_is_work_but_no_contact_with_the_client(planned, cast, asking):
    with asking(cast.ayu):
        actions.come_back(by=cast.ayu.asker(), visit=planned, came=Came("nobody", "Rumah terkunci", 20))
        assert Case.objects.get(pk=planned.case_id).last_contact_at is None
        assert Activity.objects.select_related("key").get().result.startswith("Tidak bertemu siapa pun")


def test_a_next_step_becomes_a_task(planned, cast, asking):
    came = Came("met", "Perlu beras", 30, next_step="Antar beras", next_due=clock.local(clock.now()).date())
    with asking(cast.ayu):
        actions.come_back(by=cast.ayu.asker(), visit=planned, came=came)
        assert Task.objects.select_related("key").get().title == "Antar beras"


def test_a_call_for_help_tells_somebody_at_once(planned, cast, asking):
    with asking(cast.ayu):
        actions.call_help(by=cast.ayu.asker(), visit=planned)
    assert told(asking) == [cast.sari.pk]
    with asking(cast.ayu):
        actions.call_help(by=cast.ayu.asker(), visit=planned)
        assert Event.objects.filter(name="visit.help_called").count() == 1
    assert told(asking) == [cast.sari.pk]


def test_a_call_for_help_is_not_ended_by_a_later_time(planned, cast, asking):
    with asking(cast.ayu):
        actions.call_help(by=cast.ayu.asker(), visit=planned)
        with pytest.raises(Refused):
            actions.be_back_later(by=cast.ayu.asker(), visit=planned, back_by=clock.now() + timedelta(hours=1))


def test_the_supervisor_who_looked_says_that_the_worker_is_safe(planned, run_late, cast, asking):
    run_late()
    with asking(cast.sari):
        actions.say_safe(by=cast.sari.asker(), visit=planned, ending="Ayu menjawab telepon")
    assert told(asking) == []
    row = visit_now(asking, cast, planned)
    assert (row.state, row.ended_by_id, row.activity) == ("back", cast.sari.pk, None)
    with asking(cast.ayu):
        actions.report(by=cast.ayu.asker(), visit=row, came=CAME)
        with pytest.raises(Refused):
            actions.report(by=cast.ayu.asker(), visit=row, came=CAME)


def test_a_cancelled_visit_is_not_awaited(planned, run_late, cast, asking):
    with asking(cast.ayu):
        actions.cancel(by=cast.ayu.asker(), visit=planned, ending="Klien pergi")
    run_late()
    assert told(asking) == []


def test_only_who_goes_says_that_they_left(planned, cast, asking):
    for who in (cast.sari, cast.dimas):
        with asking(who), pytest.raises(PermissionDenied):
            actions.leave(by=who.asker(), visit=planned)


def test_nobody_says_of_themselves_that_somebody_looked(planned, cast):
    assert not policy.may_say_safe(by=cast.ayu.asker(), visit=planned)


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_no_visit(planned, cast, asking, who):
    with asking(getattr(cast, who)):
        assert not Visit.objects.exists()


@pytest.mark.parametrize("verb", VISIT.steps)
@pytest.mark.parametrize("state", VisitState.values)
def test_every_step_of_the_table(verb, state):
    row = Visit(state=state)
    if VISIT.allows(verb, state):
        VISIT.step(row, verb)
        assert row.state == VISIT.steps[verb][1]
    else:
        with pytest.raises(Refused):
            VISIT.step(row, verb)
        assert row.state == state
