"""Clocks and escalation: nothing is left without a named person."""

from datetime import timedelta

import pytest

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.events import Event
from rangkul.commons.people.models import Staff
from rangkul.entry.intake import actions, jobs, queries
from rangkul.entry.intake.models import Escalation, Request, Ruling
from rangkul.entry.intake.queries import above
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db

CLOCK = job("intake.clock")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def late(**more):
    return handed_in(IN_DANGER, received_at=now() - timedelta(hours=1), **more)


def run_out():
    """The next person's time has passed too."""
    with asking_as(CLOCK):
        Request.objects.filter(escalate_at__isnull=False).update(escalate_at=now() - timedelta(seconds=1))


def told(asking):
    with asking(CLOCK):
        return list(Escalation.objects.order_by("step").values_list("told_id", flat=True))


def test_a_clock_that_runs_is_left_alone(cast, asking):
    handed_in()
    tick()
    assert told(asking) == []


def test_the_owners_supervisor_is_told_first_then_the_head(cast, asking):
    late()
    tick()
    assert told(asking) == [cast.sari.pk]
    tick()
    assert told(asking) == [cast.sari.pk]
    run_out()
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_the_last_one_is_told_again_and_again(cast, asking):
    late()
    for _step in range(4):
        tick()
        run_out()
    assert told(asking) == [cast.sari.pk, cast.rini.pk, cast.rini.pk, cast.rini.pk]


def test_whoever_is_told_can_see_it(cast, asking):
    made = late()
    with asking(cast.rini):
        assert not Request.objects.exists()
    tick()
    run_out()
    tick()
    with asking(cast.rini):
        assert [one.pk for one in queries.risen_to(cast.rini.asker())] == [made.pk]


def test_acknowledging_stops_the_climb_and_is_kept(cast, asking):
    made = late()
    tick()
    with asking(cast.sari):
        actions.acknowledge(by=cast.sari.asker(), request=made)
        kept = Escalation.objects.get()
        assert kept.acknowledged_by_id == cast.sari.pk
        assert Event.objects.filter(name="request.acknowledged").count() == 1
        actions.acknowledge(by=cast.sari.asker(), request=made)
        assert Event.objects.filter(name="request.acknowledged").count() == 1
    tick()
    assert told(asking) == [cast.sari.pk]


def test_when_nothing_follows_it_goes_on_from_there(cast, asking):
    made = late()
    tick()
    with asking(cast.sari):
        actions.acknowledge(by=cast.sari.asker(), request=made)
    run_out()
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_the_one_complained_about_is_never_told(cast, asking):
    late(by=cast.ayu.asker(), against_id=cast.sari.pk)
    for _step in range(3):
        tick()
        run_out()
    assert cast.sari.pk not in told(asking)
    assert told(asking)[0] == cast.rini.pk


def test_where_nobody_may_be_told_the_admin_must_choose_somebody(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.rini.pk).update(is_active=False)
    made = late(by=cast.ayu.asker(), against_id=cast.sari.pk)
    tick()
    assert told(asking) == [cast.adi.pk]
    with asking(cast.adi):
        assert not Request.objects.filter(pk=made.pk).exists()


def test_a_unit_above_is_asked_before_the_head(cast, asking):
    with asking(CLOCK):
        unit = cast.ayu.unit
        unit.parent_id = cast.dewi.unit_id
        # Units are the admin's to change; the chain only reads them.
        ayu = Staff.objects.get(pk=cast.ayu.pk)
        assert above.chain(ayu, unit) == [cast.sari.pk, cast.dewi.pk, cast.rini.pk]


def test_each_step_is_explained_and_logged(cast, asking):
    made = late()
    tick()
    with asking(cast.sari):
        ruled = Ruling.objects.get(rule="escalation").decision
        assert ruled.reasons[0].code == "overdue"
        event = Event.objects.get(name="request.escalated")
    assert event.subject_id == made.pk
    assert event.payload == {"to": str(cast.sari.pk), "step": 1, "reason": "overdue"}


def test_a_decided_request_is_never_escalated(cast, asking):
    made = late()
    with asking(cast.ayu):
        actions.decline(by=cast.ayu.asker(), request=made, reason="not_reached", text="Maaf.")
    run_out()
    tick()
    assert told(asking) == []


def test_a_withdrawn_one_closes_the_doors_again(cast, asking):
    made = late()
    tick()
    run_out()
    tick()
    with asking(holder(made)):
        actions.withdraw(by=holder(made), request=made)
    with asking(cast.rini):
        assert not Request.objects.exists()
