"""What stands open after its time goes to a named person above, who learns that and not what it says."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.journey.cases import jobs
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import risen_between
from rangkul.sustain.workforce import actions, queries
from rangkul.sustain.workforce.models import Contract, FollowUp, Session
from rangkul.sustain.workforce.states import MatterKind


def told_to(by):
    return risen_between(by, MatterKind.values)


@pytest.fixture
def later(asking):
    """`later(days)`: the clock of the house ticks so many days from now."""

    def tick(days: float) -> list[tuple[str, str]]:
        then = clock.now() + timedelta(days=days)
        with time_machine.travel(then, tick=False), asking_as(job("cases.clock")):
            jobs.move_clocks()
            rows = Escalation.objects.filter(settled_at=None).select_related("told").order_by("told_at", "step")
            return [(row.kind, row.told.username) for row in rows]

    return tick


@pytest.fixture
def promised(session, cast, asking):
    with asking(cast.sari) as sari:
        return actions.add_follow_up(
            by=sari, session=session, text="Baca pedoman", owner=cast.ayu, due=clock.local(clock.now()).date()
        )


def test_nothing_is_late_yet(promised, later):
    assert later(1) == []


def test_a_late_promise_goes_to_the_supervisor_and_then_up(promised, later, cast, asking):
    assert ("follow_up", "sari") in later(5)
    with asking(cast.sari):
        assert [row.kind for row in told_to(cast.sari.asker())] == ["follow_up"]
    assert ("follow_up", "rini") in later(12)
    with asking(cast.rini):
        assert [row.owner.username for row in told_to(cast.rini.asker()) if row.kind == "follow_up"] == ["ayu"]
        assert not FollowUp.objects.exists()


def test_mended_it_stops_in_the_same_transaction(promised, later, cast, asking):
    later(5)
    with asking(cast.ayu) as ayu:
        actions.finish_follow_up(by=ayu, follow_up=promised)
    with asking(cast.sari):
        assert told_to(cast.sari.asker()) == []


def test_what_came_undone_is_told_again(contract, later, cast, asking):
    after = 4 * 7 + 9
    assert later(after) == [("rhythm", "rini")]
    with asking(cast.sari) as sari, time_machine.travel(clock.now() + timedelta(days=after), tick=False):
        planned = actions.plan_session(by=sari, contract=contract, at=clock.now() + timedelta(days=2))
        actions.cancel_session(by=sari, session=planned, reason="Banjir")
    assert later(after + 1) == [("rhythm", "rini")]


def test_who_takes_care_of_it_stops_the_climb(promised, later, cast, asking):
    later(5)
    with asking(cast.sari) as sari:
        (row,) = told_to(sari)
        acknowledge_between(by=sari, escalation=row)
        acknowledge_between(by=sari, escalation=row)
        assert told_to(sari) == []
    with asking_as(job("cases.clock")):
        assert Event.objects.filter(name="matter.acknowledged").count() == 1


def test_taken_care_of_and_not_mended_it_climbs_on(promised, later, cast, asking):
    later(5)
    with asking(cast.sari) as sari, time_machine.travel(clock.now() + timedelta(days=5), tick=False):
        acknowledge_between(by=sari, escalation=told_to(sari)[0])
    assert ("follow_up", "rini") not in later(5)
    assert ("follow_up", "rini") in later(12)


def test_only_who_was_told_takes_care(promised, later, cast, asking):
    later(5)
    with asking(cast.sari) as sari:
        (row,) = told_to(sari)
    for other in (cast.ayu, cast.dewi, cast.rini):
        with asking(other) as by, pytest.raises(PermissionDenied):
            acknowledge_between(by=by, escalation=row)


def test_a_contract_that_nobody_signs_climbs_while_the_worker_has_no_other(draft, later, cast, asking):
    assert later(20) == []
    assert later(22) == [("unsigned", "rini")]
    for who in (cast.sari, cast.ayu):
        with asking(who) as by:
            actions.sign_contract(by=by, contract=draft)
    with asking(cast.rini) as rini:
        assert told_to(rini) == []


def test_a_session_nobody_wrote_down_and_one_nobody_signed(session, later, cast, asking):
    assert ("record", "rini") in later(4)
    with asking(cast.sari) as sari, time_machine.travel(clock.now() + timedelta(days=4), tick=False):
        actions.record_session(by=sari, session=session, summary="x", supportive=5, why_no_next="Cuti")
    with asking(cast.rini):
        assert told_to(cast.rini.asker()) == []
    assert ("record", "rini") in later(12)


def test_no_session_in_the_agreed_rhythm_is_told_above_the_supervisor(contract, later, cast, asking):
    assert later(4 * 7 + 2) == []
    assert later(4 * 7 + 9) == [("rhythm", "rini")]
    with asking(cast.rini):
        assert not Contract.objects.exists()
        assert not Session.objects.exists()
    with asking(cast.sari) as sari, time_machine.travel(clock.now() + timedelta(days=4 * 7 + 9), tick=False):
        assert queries.pairs_of(sari)[0].late
        actions.plan_session(by=sari, contract=contract, at=clock.now() + timedelta(days=2))
    with asking(cast.rini):
        assert told_to(cast.rini.asker()) == []
