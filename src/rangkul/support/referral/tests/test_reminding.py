"""A reminder moves no clock, and nobody is reminded for ever."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Escalation, Reminder
from rangkul.support.referral import actions
from rangkul.support.referral.models import Step
from rangkul.support.referral.states import LATE_ANSWER
from rangkul.support.referral.tests.conftest import fresh


def test_the_agreed_moment_stays(cast, sent, asking):
    with asking(cast.ayu) as by:
        before = Reminder.objects.get(matter=sent.pk).due
        with clock.pretending(sent.due_at - timedelta(hours=1)):
            actions.remind_receiver(by=by, referral=sent)
        assert fresh(sent).due_at == sent.due_at
        assert Reminder.objects.get(matter=sent.pk).due == before
    with asking(job("cases.clock")), clock.pretending(sent.due_at + timedelta(days=2)):
        move_clocks()
        assert Escalation.objects.filter(kind=LATE_ANSWER, matter=sent.pk).count() == 1


def test_twice_and_no_more(cast, sent, asking, signed_in):
    here = f"/kerja/rujukan/kasus/{sent.case_id}/{sent.pk}/"
    browser = signed_in(cast.ayu)
    assert f"{here}ingatkan/" in browser.get(here).text
    with asking(cast.ayu) as by:
        for _ in range(2):
            actions.remind_receiver(by=by, referral=fresh(sent))
        with pytest.raises(Refused) as refused:
            actions.remind_receiver(by=by, referral=fresh(sent))
        assert refused.value.code == "many"
        assert Step.objects.filter(referral=sent, verb="remind").count() == 2
    page = browser.get(here).text
    assert f"{here}ingatkan/" not in page
    assert "Sudah dua kali diingatkan" in page
