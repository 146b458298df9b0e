"""Clocks and escalation: nothing is left without a named person."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.core.exceptions import PermissionDenied
from procrastinate.contrib.django import app

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.events import Event
from rangkul.commons.people.models import Staff
from rangkul.entry.intake import actions, jobs, queries
from rangkul.entry.intake.models import Escalation, Request, Ruling
from rangkul.entry.intake.queries import above
from rangkul.entry.intake.tests.situations import HUNGRY, IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db

CLOCK = job("intake.clock")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def run_out():
    """The next person's time has passed too."""
    with asking_as(CLOCK):
        Request.objects.filter(escalate_at__isnull=False).update(escalate_at=now() - timedelta(seconds=1))


def told(asking):
    with asking(CLOCK):
        return list(Escalation.objects.order_by("step").values_list("told_id", flat=True))


def test_the_clock_looks_every_half_minute():
    ticks = next(
        one for one in app.periodic_registry.periodic_tasks.values() if one.task.name == "rangkul.intake.clock"
    )
    moments = ticks.croniter.all_next(float)
    seen = [next(moments) for _tick in range(5)]
    assert {later - earlier for earlier, later in pairwise(seen)} == {30.0}


def test_a_clock_that_runs_is_left_alone(cast, asking):
    handed_in()
    tick()
    assert told(asking) == []


def late_yellow(**more):
    return handed_in(received_at=now() - timedelta(days=30), **more)


def test_the_owners_supervisor_is_told_first_then_the_head(cast, asking):
    late_yellow()
    tick()
    assert told(asking) == [cast.sari.pk]
    tick()
    assert told(asking) == [cast.sari.pk]
    run_out()
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_the_last_one_is_told_again_and_again(cast, asking):
    late_yellow()
    for _step in range(4):
        tick()
        run_out()
    assert told(asking) == [cast.sari.pk, cast.rini.pk, cast.rini.pk, cast.rini.pk]


def test_whoever_is_told_can_see_it(cast, asking):
    made = late_yellow()
    with asking(cast.rini):
        assert not Request.objects.exists()
    tick()
    run_out()
    tick()
    with asking(cast.rini):
        assert [one.row.pk for one in queries.risen_to(cast.rini.asker())] == [made.pk]


def test_acknowledging_stops_the_climb_and_is_kept(cast, asking):
    made = late_yellow()
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


@pytest.mark.parametrize("name", ["ayu", "dimas"])
def test_whoever_is_late_does_not_acknowledge_it(cast, asking, name):
    made, staff = late_yellow(), getattr(cast, name)
    tick()
    with asking(staff), pytest.raises(PermissionDenied):
        actions.acknowledge(by=staff.asker(), request=made)


def test_when_nothing_follows_it_goes_on_from_there(cast, asking):
    made = late_yellow()
    tick()
    with asking(cast.sari):
        actions.acknowledge(by=cast.sari.asker(), request=made)
    run_out()
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_the_one_complained_about_is_never_told(cast, asking):
    for given in (IN_DANGER, HUNGRY):
        handed_in(given, received_at=now() - timedelta(days=30), by=cast.ayu.asker(), against_id=cast.sari.pk)
    for _step in range(3):
        tick()
        run_out()
    assert set(told(asking)) == {cast.rini.pk}


def test_an_admin_who_is_complained_about_is_not_asked_to_choose(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk__in=[cast.rini.pk, cast.sari.pk]).update(is_active=False)
    late_yellow(by=cast.ayu.asker(), against_id=cast.adi.pk)
    for _step in range(3):
        tick()
        run_out()
    assert cast.adi.pk not in told(asking)
    assert len(told(asking)) == 3


def test_where_nobody_may_be_told_the_admin_must_choose_somebody(cast, asking, signed_in):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.rini.pk).update(is_active=False)
    made = late_yellow(by=cast.ayu.asker(), against_id=cast.sari.pk)
    tick()
    assert told(asking) == [cast.adi.pk]
    with asking(cast.adi):
        assert not Request.objects.filter(pk=made.pk).exists()
        assert [one.ticket for one in queries.left_to_me()] == [made.ticket_words]
    page = signed_in(cast.adi).get("/akun/petugas/").content.decode()
    assert f"Permintaan {made.ticket_words} di Unit Bandung tidak punya supervisor" in page
    assert HUNGRY.narrative[:20] not in page


def test_once_somebody_is_above_again_they_are_told_and_the_admin_is_not_asked_any_more(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.rini.pk).update(is_active=False)
    late_yellow(by=cast.ayu.asker(), against_id=cast.sari.pk)
    tick()
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.rini.pk).update(is_active=True)
    run_out()
    tick()
    assert told(asking) == [cast.adi.pk, cast.rini.pk]
    with asking(cast.adi):
        assert queries.left_to_me() == []


def test_a_supervisor_who_owns_it_and_is_late_is_not_told_of_it_alone(cast, asking):
    made = late_yellow()
    with asking(cast.sari):
        actions.assign(by=cast.sari.asker(), request=made, owner=cast.sari)
    tick()
    assert told(asking) == [cast.rini.pk]


def test_a_supervisor_who_has_left_is_passed_over(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.sari.pk).update(is_active=False)
    late_yellow()
    tick()
    assert told(asking) == [cast.rini.pk]


def test_nobody_is_named_as_accused_where_nobody_is(cast, asking):
    late_yellow()
    tick()
    with asking(cast.sari):
        reasons = Ruling.objects.get(rule="escalation").decision.reasons
    assert [one.code for one in reasons] == ["overdue"]


def test_a_unit_above_is_asked_before_the_head(cast, asking):
    with asking(CLOCK):
        unit = cast.ayu.unit
        unit.parent_id = cast.dewi.unit_id
        # Units are the admin's to change; the chain only reads them.
        ayu = Staff.objects.get(pk=cast.ayu.pk)
        assert above.chain(ayu, unit) == [cast.sari.pk, cast.dewi.pk, cast.rini.pk]


def test_each_step_is_explained_and_logged(cast, asking):
    made = late_yellow()
    tick()
    with asking(cast.sari):
        ruled = Ruling.objects.get(rule="escalation").decision
        assert ruled.reasons[0].code == "overdue"
        event = Event.objects.get(name="request.escalated")
    assert event.subject_id == made.pk
    assert event.payload == {"to": str(cast.sari.pk), "step": 1, "reason": "overdue"}


def test_a_decided_request_is_never_escalated(cast, asking):
    made = late_yellow()
    with asking(cast.ayu):
        actions.decline(by=cast.ayu.asker(), request=made, reason="not_reached", text="Maaf.", no_conflict=True)
    run_out()
    tick()
    assert told(asking) == []


def test_a_withdrawn_one_closes_the_doors_again(cast, asking):
    made = late_yellow()
    tick()
    run_out()
    tick()
    with asking(holder(made)):
        actions.withdraw(by=holder(made), request=made)
    with asking(cast.rini):
        assert not Request.objects.exists()


def test_an_owner_who_leaves_is_followed_by_whoever_stands_above(cast, asking):
    made = handed_in()
    assert made.owner_id == cast.ayu.pk
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.ayu.pk).update(is_active=False)
    for _again in range(2):
        tick()
    with asking(cast.sari):
        assert Request.objects.get(pk=made.pk).owner_id == cast.sari.pk
        assert Ruling.objects.get(rule="heir").decision.reasons[0].code == "owner_left"
        assert Event.objects.filter(name="request.handed_on").count() == 1


def test_an_accused_supervisor_does_not_inherit_it(cast, asking):
    made = handed_in(by=cast.ayu.asker(), against_id=cast.sari.pk)
    with asking(cast.adi):
        Staff.objects.filter(pk__in=[cast.ayu.pk, cast.rini.pk]).update(is_active=False)
    tick()
    with asking(CLOCK):
        assert Request.objects.get(pk=made.pk).owner_id == cast.dimas.pk
