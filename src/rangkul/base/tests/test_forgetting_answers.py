"""Answers kept for repetitions are forgotten after ninety days, by the job alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from rangkul.base import jobs
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.idempotency import KEPT_DAYS, once
from rangkul.base.models import Once

JOB = job("base.once")


@pytest.fixture
def kept(cast, asking):
    """Ages in days to keys of answers."""
    keys = {age: uuid4() for age in (0, KEPT_DAYS - 1, KEPT_DAYS + 1, 400)}
    with asking(cast.ayu):
        for age, key in keys.items():
            once(key, "uji", lambda age=age: {"age": age})
            Once.objects.filter(key=key).update(made_at=now() - timedelta(days=age))
    return keys


def test_the_old_ones_go_and_the_others_still_answer(kept, cast, asking):
    with asking_as(JOB):
        jobs.forget_answers()
    with asking(cast.ayu):
        assert set(Once.objects.values_list("answer__age", flat=True)) == {0, KEPT_DAYS - 1}
        assert once(kept[0], "uji", lambda: {"age": "again"}) == {"age": 0}


def test_in_portions(kept):
    with asking_as(JOB):
        assert [jobs.forget(1), jobs.forget(1), jobs.forget(1)] == [1, 1, 0]


def test_no_worker_forgets(kept, cast, asking):
    refused = pytest.raises((ProgrammingError, InternalError), match="only a job forgets")
    with asking(cast.adi), refused, transaction.atomic():
        jobs.forget(10)


def test_nobody_shortens_the_time_below_a_month(kept):
    with asking_as(JOB), connection.cursor() as cursor:
        cursor.execute("SELECT base_forget_once(0, 100)")
        assert cursor.fetchone()[0] == 3
        assert Once.objects.count() == 1
