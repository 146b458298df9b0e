"""A risk that was to be looked at again, and was not, goes to a named person; a grave one on the next day."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import connection

from rangkul.base.asking import asking_as, job
from rangkul.base.days import today
from rangkul.journey.assessment import actions
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases import jobs, queries
from rangkul.journey.cases.models import Escalation, Reminder

CLOCK = job("cases.clock")


def late_by(count: int) -> None:
    with asking_as(CLOCK):
        for row in Reminder.objects.exclude(due=None):
            grace = row.climbs_on - row.due
            row.due = today() - timedelta(days=count)
            row.climbs_on = row.due + grace
            row.save()


def tick() -> list:
    with asking_as(CLOCK):
        jobs.move_clocks()
        return list(Escalation.objects.filter(settled_at=None, kind="risk_look").values_list("told_id", flat=True))


@pytest.mark.parametrize(("level", "days", "climbs"), [("oranye", 1, True), ("kuning", 3, False), ("kuning", 4, True)])
def test_a_grave_risk_climbs_the_next_day_another_after_three(case, cast, asking, rate, level, days, climbs):
    with asking(cast.ayu):
        rate(level=level)
    late_by(days)
    assert tick() == ([cast.sari.pk] if climbs else [])
    with asking(cast.sari):
        assert [row.what for row in queries.climbs_of(case)] == (["Risiko belum dilihat lagi"] if climbs else [])


@pytest.mark.parametrize("how", ["rate", "end"])
def test_looking_again_stops_the_climb(case, cast, asking, rate, how):
    with asking(cast.ayu):
        rate()
    late_by(5)
    assert tick() == [cast.sari.pk]
    with asking(cast.ayu) as ayu:
        if how == "rate":
            rate()
        else:
            actions.end_risk(by=ayu, case=case, risk=Risk.objects.get(), reason="Sudah makan tiga kali sehari")
    assert tick() == []
    with asking(cast.ayu):
        assert (Reminder.objects.get().due is not None) is (how == "rate")


def test_the_client_does_not_see_it(case, cast, asking, rate):
    with asking(cast.ayu):
        rate()
    with asking(cast.budi):
        assert not Reminder.objects.exists()


def test_risks_from_before_get_their_clock(case, cast, asking, rate):
    with asking(cast.ayu):
        rate(level="oranye")
    migration = import_module("rangkul.journey.assessment.migrations.0005_remind_of_the_next_look")
    with asking_as(CLOCK):
        Reminder.objects.update(matter=uuid4())
        with connection.cursor() as cursor:
            cursor.execute(migration.REMIND)
        row = Reminder.objects.get(matter=Risk.objects.get().pk)
    assert (row.due, row.climbs_on) == (today() + timedelta(days=7), today() + timedelta(days=8))
