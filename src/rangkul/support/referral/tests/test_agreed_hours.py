"""Where hours were agreed on, the clock counts hours."""

from dataclasses import replace
from datetime import timedelta

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Escalation
from rangkul.support.referral import actions
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import LATE_AGREED
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN, fresh


def test_it_climbs_within_the_hour_and_once(cast, need, asking):
    with asking(cast.ayu) as by:
        row = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, answers_within=6))
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        row = actions.send(by=by, referral=fresh(row), leave=SPOKEN)
    assert row.due_at - row.sent_at == timedelta(hours=6)
    with asking(job("cases.clock")):
        move_clocks()
        told = Escalation.objects.filter(matter=row.pk)
        assert not told.exists()
        Referral.objects.filter(pk=row.pk).update(due_at=clock.now() - timedelta(minutes=5))
        move_clocks()
        assert [(one.kind, one.told_id) for one in told] == [(LATE_AGREED, cast.sari.pk)]
        move_clocks()
        assert told.count() == 1
