"""A review that was promised for a day, and was not held, goes to a named person; holding it ends that."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

from django.db import connection

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.journey.cases import jobs, queries
from rangkul.journey.cases.models import Case, Escalation, Reminder
from rangkul.journey.plans import actions

CLOCK = job("cases.clock")


def late_by(count: int) -> None:
    """The promised day was so many days ago."""
    with asking_as(CLOCK):
        for row in Reminder.objects.exclude(due=None):
            grace = row.climbs_on - row.due
            row.due = today() - timedelta(days=count)
            row.climbs_on = row.due + grace
            row.save()


def tick() -> list:
    """Who has been told of something that stands open now."""
    with asking_as(CLOCK):
        jobs.move_clocks()
        return list(Escalation.objects.filter(settled_at=None).values_list("told_id", flat=True))


def test_the_day_is_kept_when_the_client_agrees(agreed, asking, cast):
    plan = agreed()
    with asking(cast.ayu):
        row = Reminder.objects.get()
        assert (row.kind, row.due, row.matter) == ("review", today() + timedelta(days=30), plan.pk)
        assert Case.objects.get().next_due_at is not None


def test_an_overdue_review_climbs_to_the_supervisor_once(agreed, cast, asking):
    plan = agreed()
    late_by(7)
    assert tick() == []
    late_by(8)
    assert tick() == tick() == [cast.sari.pk]
    with asking(cast.sari):
        assert [row.what for row in queries.climbs_of(plan.case)] == ["Rencana belum ditinjau"]


def test_holding_it_stops_the_climb_and_the_next_day_is_a_new_one(agreed, look_back, cast, asking):
    plan = agreed()
    late_by(9)
    tick()
    with asking(cast.ayu):
        look_back(plan, next_on=today() + timedelta(days=20))
        assert Reminder.objects.get().due == today() + timedelta(days=20)
    assert tick() == []
    late_by(9)
    with asking_as(CLOCK):
        Reminder.objects.update(due=today() - timedelta(days=10))
    assert tick() == [cast.sari.pk]


def test_a_new_version_takes_the_day_over(agreed, cast, asking):
    agreed()
    with asking(cast.ayu) as ayu:
        plan = actions.new_version(by=ayu, case=Case.objects.get(), reason="Dinda pindah sekolah")
        assert plan.review_on == today() + timedelta(days=30)


def test_an_ended_case_rests(agreed, cast, asking):
    agreed()
    late_by(20)
    with asking_as(CLOCK):
        Case.objects.update(state="closed", closed_at=now())
    assert tick() == []


def test_plans_from_before_get_their_clock(agreed, cast, asking):
    plan = agreed()
    migration = import_module("rangkul.journey.plans.migrations.0007_remind_of_the_next_review")
    with asking_as(CLOCK):
        Reminder.objects.update(matter=uuid4())
        with connection.cursor() as cursor:
            cursor.execute(migration.REMIND)
        row = Reminder.objects.get(matter=plan.pk)
    assert (row.matter, row.due, row.climbs_on) == (plan.pk, plan.review_on, plan.review_on + timedelta(days=8))
