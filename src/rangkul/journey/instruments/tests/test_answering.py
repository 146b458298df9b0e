"""An answer is examined and scored on the server, kept once, and sealed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.base.xforms import Refused as Unfit
from rangkul.journey.cases.models import Task
from rangkul.journey.instruments import queries
from rangkul.journey.instruments.actions import Given, mark_wrong, record
from rangkul.journey.instruments.conftest import opened
from rangkul.journey.instruments.models import Administration

MILD = (1, 1, 1, 1, 1, 0, 0, 0, 0)


def test_an_answer_is_scored(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*MILD)
        (found,) = queries.results(case)
        assert found.scored.total == 5
        assert found.band.key == "mild"
        assert found.administration.recorded_by == cast.ayu


def test_what_was_answered_and_counted_is_sealed(cast, asking, fill):
    with asking(cast.ayu):
        row = fill(*MILD)
        with connection.cursor() as cursor:
            cursor.execute("SELECT answer, scored FROM instruments_administration WHERE id = %s", [row.pk])
            for stored in cursor.fetchone():
                assert b"phq9" not in bytes(stored)


def test_the_same_answer_twice_is_one(cast, asking, case, fill):
    with asking(cast.ayu):
        first = fill(*MILD, instance="uuid:sama-sama")
        assert fill(*MILD, instance="uuid:sama-sama").pk == first.pk
        assert Administration.objects.filter(case=case).count() == 1
        assert Event.objects.filter(name="instrument.answered", subject_id=case.pk).count() == 1


def test_a_number_of_another_case_is_refused(cast, asking, case, fill, phq9):
    with asking(cast.ayu):
        fill(*MILD, instance="uuid:sudah-dipakai")
        other = opened(cast.ayu, "Lain Contoh")
        with pytest.raises(Refused) as refused:
            fill(*MILD, on=other, instance="uuid:sudah-dipakai")
        assert refused.value.code == "instance"


def test_what_the_form_forbids_is_refused(cast, asking, case, phq9, answer):
    with asking(cast.ayu):
        foreign = answer(*MILD).replace(b">1</phq9_1>", b">7</phq9_1>")
        with pytest.raises(Unfit):
            record(by=cast.ayu.asker(), case=case, version=phq9, given=Given(answer=foreign))
        assert not Administration.objects.exists()


def test_a_day_that_has_not_come_is_refused(cast, asking, fill):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        fill(*MILD, answered_on=today() + timedelta(days=1))
    assert refused.value.field == "answered_on"


def test_somebody_outside_the_case_is_refused(cast, asking, case, fill):
    with asking(cast.ayu):
        other = opened(cast.ayu, "Lain Contoh")
        with pytest.raises(Refused) as refused:
            fill(*MILD, person=other.person)
        assert refused.value.field == "person"


def test_a_colleague_without_the_case_may_not(cast, asking, fill):
    with asking(cast.dimas), pytest.raises(PermissionDenied):
        fill(*MILD, by=cast.dimas)


def test_with_a_day_to_ask_again_there_is_a_task(cast, asking, case, fill):
    day = today() + timedelta(days=28)
    with asking(cast.ayu):
        row = fill(*MILD, retest_on=day)
        assert row.retest.due == day
        assert row.retest.owner == cast.ayu


def test_asked_again_the_promise_is_kept(cast, asking, case, fill):
    with asking(cast.ayu):
        first = fill(*MILD, retest_on=today() + timedelta(days=28))
        fill(*MILD)
        assert Task.objects.get(pk=first.retest_id).state == "done"


def test_change_is_told_between_equal_versions(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(2, 2, 2, 2, 2, 0, 0, 0, 0)
        second = fill(*MILD)
        before, moved = queries.previous(queries.result(case, second.pk))
        assert (before.scored.total, moved.by, moved.counts) == (10, -5, True)


def test_a_wrong_one_counts_no_more(cast, asking, case, fill):
    with asking(cast.ayu):
        row = fill(*MILD)
        mark_wrong(by=cast.ayu.asker(), administration=row, reason="Tertukar dengan klien lain")
        assert queries.results(case) == []
        assert queries.series(case) == []
        assert [one.administration.wrong_because for one in queries.of_case(case)] == ["Tertukar dengan klien lain"]
        with pytest.raises(Refused):
            mark_wrong(by=cast.ayu.asker(), administration=row, reason="Lagi")


def test_a_series_is_in_the_order_of_days(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*MILD)
        fill(2, 2, 2, 2, 2, 0, 0, 0, 0, answered_on=today() - timedelta(days=20))
        (measure,) = queries.series(case)
        assert [value for _day, value, _version in measure.points] == [10, 5]
        assert (measure.direction, measure.minimal_change) == ("higher_is_worse", 5)
